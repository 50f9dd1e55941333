/** What Apple Books asks of an EPUB (Apple Books Asset Guide; docs/devices.md). */
import { addressIn } from '../book/epub-addresses.ts';
import type { Limits } from '../book/limits.ts';
import { mostShown } from '../pictures/probe-result.ts';
import { coverOf, noCover, sizeOf } from './cover.ts';
import type { EpubParts } from './epub-parts.ts';
import type { Objection } from './objection.ts';
import { declarations } from './sheet-declarations.ts';

/** The short side of a cover, in pixels. */
const leastCover = 1400;

/** All that Apple Books is known to refuse, to lose, or to show worse than it could. */
export function appleObjections(parts: EpubParts, limits: Limits): readonly Objection[] {
  return [
    ...coverObjections(parts, limits),
    ...pictureObjections(parts, limits),
    ...fontObjections(parts),
    ...creatorObjections(parts),
    ...noteObjections(parts),
    ...colourObjections(parts),
  ];
}

function coverObjections(parts: EpubParts, limits: Limits): readonly Objection[] {
  const cover = coverOf(parts, limits);
  if (!cover) return [noCover(parts)];
  const { size, item } = cover;
  if (!size || Math.min(size.width, size.height) >= leastCover) return [];
  const reason = `The cover has ${size.width} × ${size.height} pixels; the store wants ${leastCover} on the short side.`;
  return [{ weight: 'refused', path: item.path, reason, hint: 'Make the cover anew, larger: 1600 × 2400 suits.' }];
}

function pictureObjections(parts: EpubParts, limits: Limits): readonly Objection[] {
  return parts.items.flatMap((item): readonly Objection[] => {
    const size = sizeOf(parts, item, limits);
    if (!size || size.width * size.height <= mostShown.pixels) return [];
    const reason = `The picture has ${size.width} × ${size.height} pixels, more than the 5.6 million that are taken.`;
    return [{ weight: 'refused', path: item.path, reason, hint: 'Make it smaller.' }];
  });
}

const isFont = (mediaType: string): boolean => /font|opentype/i.test(mediaType);
const optionsPath = 'META-INF/com.apple.ibooks.display-options.xml';
const options = `<?xml version="1.0" encoding="UTF-8"?>
<display_options><platform name="*"><option name="specified-fonts">true</option></platform></display_options>
`;

/** Without the word for it, Apple Books shows its own typeface and its own justification. */
function fontObjections({ items, files, packageDocument: { path, text } }: EpubParts): readonly Objection[] {
  const font = items.find(({ mediaType }) => isFont(mediaType));
  if (!font || files.has(optionsPath) || /ibooks:specified-fonts/.test(text)) return [];
  const reason = 'The book has typefaces, and does not say that they are meant: others are shown.';
  const hint = `Add ${optionsPath} with the option “specified-fonts”.`;
  return [
    {
      weight: 'lost',
      path,
      offset: font.element.start,
      reason,
      hint,
      edits: [],
      added: new Map([[optionsPath, options]]),
    },
  ];
}

function creatorObjections({ packageDocument: { path, text, elements } }: EpubParts): readonly Objection[] {
  return elements.flatMap(({ name, start, end, close }): readonly Objection[] => {
    if (name !== 'creator' || !/\s(?:&amp;|and|;)\s/.test(text.slice(end, close))) return [];
    const reason = 'Several authors stand in one dc:creator.';
    return [{ weight: 'better', path, offset: start, reason, hint: 'Give each a dc:creator of its own.' }];
  });
}

/** A note pops up only if it stands in the file of its reference. */
function noteObjections({ pages }: EpubParts): readonly Objection[] {
  const astray = pages.flatMap(({ path, elements }) =>
    elements
      .filter(({ name, attributes }) => {
        if (name !== 'a' || !/\bnoteref\b/.test(attributes['epub:type'] ?? '')) return false;
        return addressIn(path, attributes['href'] ?? '')?.split('#')[0] !== path;
      })
      .map(({ start }) => ({ path, offset: start })),
  );
  const [first] = astray;
  if (!first) return [];
  const which = astray.length === 1 ? 'A note stands' : `${astray.length} notes stand`;
  const reason = `${which} in another file than the number that leads there: it does not pop up.`;
  return [{ weight: 'lost', ...first, reason, hint: 'Put each note as an aside into the file of its number.' }];
}

function colourObjections({ sheets }: EpubParts): readonly Objection[] {
  return sheets.flatMap(({ path, text }): readonly Objection[] => {
    const found = declarations(text).find(
      ({ selector, property, value }) =>
        /(?:^|,)\s*(?:body|html|p|\*)\s*(?:$|,)/i.test(selector) &&
        /^(?:color|background(?:-color)?)$/i.test(property) &&
        !/^(?:transparent|inherit|initial|none|currentcolor)$/i.test(value.trim()),
    );
    if (!found) return [];
    const { property, value, selector, start, end } = found;
    const reason = `“${selector} { ${property}: ${value.trim()} }” sets the colours of all text, which the night theme then cannot change.`;
    const edits = [{ path, start, end, text: '' }];
    return [{ weight: 'lost', path, offset: start, reason, hint: 'Take the line out.', edits }];
  });
}
