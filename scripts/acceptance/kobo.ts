/** What Kobo’s own reader asks of an EPUB (kobolabs/epub-spec; docs/devices.md). */
import type { Limits } from '../book/limits.ts';
import { coverOf, noCover } from './cover.ts';
import type { EpubParts } from './epub-parts.ts';
import { entriesOf, navigationOf } from './navigation.ts';
import type { Objection } from './objection.ts';

/** In bytes. */
const largestPage = 10_000_000;
const deepestContents = 3;

/** All that a Kobo is known to lose or to show worse than it could. */
export function koboObjections(parts: EpubParts, limits: Limits): readonly Objection[] {
  return [
    ...pageObjections(parts),
    ...fontObjections(parts),
    ...(coverOf(parts, limits) ? [] : [noCover(parts)]),
    ...contentsObjections(parts),
    ...noteObjections(parts),
  ];
}

const pageObjections = ({ pages, files }: EpubParts): readonly Objection[] =>
  pages.flatMap(({ path }) => {
    const size = files.get(path)?.length ?? 0;
    if (size <= largestPage) return [];
    const reason = `The page has ${Math.ceil(size / 1_000_000)} MB; 10 are taken.`;
    return [{ weight: 'refused', path, reason, hint: 'Part it: a file for each chapter.' }];
  });

const fontObjections = ({ items }: EpubParts): readonly Objection[] =>
  items.flatMap(({ path, mediaType }) => {
    if (!/woff2/i.test(mediaType) && !/\.woff2$/i.test(path)) return [];
    return [
      {
        weight: 'lost',
        path,
        reason: 'The typeface is a WOFF2, which is not read.',
        hint: 'Put it in as TTF, OTF or WOFF.',
      },
    ];
  });

function contentsObjections(parts: EpubParts): readonly Objection[] {
  const navigation = navigationOf(parts);
  if (!navigation || entriesOf(navigation).every(({ depth }) => depth <= deepestContents)) return [];
  const reason = `The contents nest deeper than ${deepestContents} levels, and those below are not shown.`;
  return [{ weight: 'lost', path: navigation.path, reason, hint: 'Bring them to three levels.' }];
}

/** A note pops up where its id is plain. */
function noteObjections({ pages }: EpubParts): readonly Objection[] {
  return pages.flatMap(({ path, elements }): readonly Objection[] => {
    const odd = elements.filter(
      ({ name, attributes }) =>
        name === 'a' &&
        /\bnoteref\b/.test(attributes['epub:type'] ?? '') &&
        /#.*[^\w.-]/.test(attributes['href'] ?? ''),
    );
    const [first] = odd;
    if (!first) return [];
    const which = odd.length === 1 ? 'A note has' : `${odd.length} notes have`;
    const reason = `${which} an id with a colon or with letters beyond ASCII, which does not pop up.`;
    return [{ weight: 'lost', path, offset: first.start, reason, hint: 'Give them ids of plain letters and digits.' }];
  });
}
