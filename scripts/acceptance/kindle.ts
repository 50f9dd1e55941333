/** What Send to Kindle asks of any EPUB: the causes of its “E999” that are known (`docs/devices.md` has their sources). */
import { parseStyleSheet } from '../css/parse-css.ts';
import { cssOf } from '../css/print-css.ts';
import { isKindleLanguage, largestKindleSize, megabyte, safeKindleSize } from '../devices/kindle-limits.ts';
import type { EpubParts, XmlPart } from './epub-parts.ts';
import { linkTargets } from './link-targets.ts';
import type { Edit, Objection } from './objection.ts';
import { wordsBetween } from './scan-xml.ts';
import { declarations } from './sheet-declarations.ts';

/** All that Send to Kindle is known to refuse or to lose. */
export function kindleObjections(parts: EpubParts): readonly Objection[] {
  const targets = linkTargets(parts);
  const hidden = hiddenClasses(parts);
  return [
    ...sizeObjections(parts),
    ...languageObjections(parts),
    ...parts.pages.flatMap((page) => [
      ...encodingObjections(page),
      ...bodyObjections(page, targets),
      ...pictureObjections(page),
      ...hiddenObjections(page, hidden),
    ]),
    ...parts.items.flatMap(({ mediaType, path }) => formatObjection(mediaType, path)),
    ...parts.sheets.flatMap(({ path, text }) => sheetObjections(path, text)),
  ];
}

function sizeObjections({ size, packageDocument: { path } }: EpubParts): readonly Objection[] {
  if (size <= safeKindleSize) return [];
  const isRefused = size > largestKindleSize;
  const megabytes = Math.ceil(size / megabyte);
  return [
    {
      weight: isRefused ? 'refused' : 'lost',
      path,
      reason: isRefused
        ? `The book has ${megabytes} MB; 200 are taken.`
        : `The book has ${megabytes} MB; above 50 sending has failed.`,
      hint: 'Make its pictures smaller: 1600 pixels on the long side fill a page.',
    },
  ];
}

function languageObjections({ packageDocument: { path, text, elements } }: EpubParts): readonly Objection[] {
  const element = elements.find(({ name, parent }) => name === 'language' && parent?.name === 'metadata');
  const lang = element ? text.slice(element.end, element.close).trim() : '';
  if (!element || lang === '')
    return [
      {
        weight: 'refused',
        path,
        offset: element?.start,
        reason: 'The book does not say its language, and is refused.',
        hint: 'Give dc:language a tag such as “en”.',
      },
    ];
  const tag = canonicalTag(lang);
  const isSlip = tag.toLowerCase() !== lang.toLowerCase();
  if (!isSlip && isKindleLanguage(lang)) return [];
  return [
    {
      weight: isKindleLanguage(tag) ? 'refused' : 'lost',
      path,
      offset: element.start,
      reason: isSlip
        ? `The language is written “${lang}”; the tag is “${tag}” (BCP 47).`
        : `The language “${lang}” is not on Amazon’s list; the book may be refused.`,
      hint: isSlip ? `Write “${tag}”.` : 'Try it; other readers open the book in any case.',
      edits: isSlip ? [{ path, start: element.end, end: element.close, text: tag }] : undefined,
    },
  ];
}

/** A tag with hyphens and, where there is one, the code of two letters: “spa” is “es” (BCP 47 §4.5). */
function canonicalTag(lang: string): string {
  const tag = lang.replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** A page without a declared encoding is read in Windows’ letters. */
function encodingObjections({ path, text }: XmlPart): readonly Objection[] {
  const declaration = /^\s*<\?xml\b[^>]*\?>/.exec(text)?.[0] ?? '';
  if (/\bencoding\s*=/.test(declaration)) return [];
  const wanted = '<?xml version="1.0" encoding="UTF-8"?>';
  const edit = { path, start: 0, end: declaration.length, text: declaration === '' ? `${wanted}\n` : wanted };
  return [
    {
      weight: 'refused',
      path,
      offset: 0,
      reason: 'The page does not declare its encoding: its letters with accents go wrong, or the book is refused.',
      hint: `Begin it with ${wanted}.`,
      edits: [edit],
    },
  ];
}

function bodyObjections({ path, text, elements }: XmlPart, targets: ReadonlySet<string>): readonly Objection[] {
  const body = elements.find(({ name }) => name === 'body');
  const id = body?.attributes['id'];
  if (!body || id === undefined || !targets.has(`${path}#${id}`)) return [];
  const tag = text.slice(body.start, body.end);
  const written = /\sid\s*=\s*(?:"[^"]*"|'[^']*')/.exec(tag);
  if (!written || tag.endsWith('/>')) return [];
  const start = body.start + written.index;
  return [
    {
      weight: 'refused',
      path,
      offset: body.start,
      reason: `A link leads to the body’s id “${id}”: such links are lost, or the book is refused.`,
      hint: 'Put the id on an element in the body.',
      edits: [
        { path, start, end: start + written[0].length, text: '' },
        { path, start: body.end, end: body.end, text: `<div${written[0]}></div>` },
      ],
    },
  ];
}

function pictureObjections({ path, elements }: XmlPart): readonly Objection[] {
  return elements.flatMap(({ name, attributes, start, end, close }): readonly Objection[] => {
    if (name !== 'img' || attributes['src']?.trim()) return [];
    const isEmpty = (attributes['alt'] ?? '').trim() === '' && close === end;
    const edits: readonly Edit[] | undefined = isEmpty ? [{ path, start, end, text: '' }] : undefined;
    const reason = 'A picture has no address, and the book is refused.';
    return [{ weight: 'refused', path, offset: start, reason, hint: 'Remove the img, or give it a src.', edits }];
  });
}

function formatObjection(mediaType: string, path: string): readonly Objection[] {
  if (!mediaType.startsWith('image/') || /^image\/(?:jpe?g|png|gif|svg\+xml)$/.test(mediaType)) return [];
  const reason = `A picture is of the type ${mediaType}, which is not taken.`;
  return [{ weight: 'refused', path, reason, hint: 'Convert it to JPEG or PNG.' }];
}

function sheetObjections(path: string, text: string): readonly Objection[] {
  const bad = declarations(text).filter(({ property, value }) => property.startsWith('--') || /\bvar\(/i.test(value));
  const comments = [...text.matchAll(/\/\*.*?\*\//gs)].filter(([comment]) => comment.includes('--'));
  const edits = [
    ...bad.map(({ start, end }) => ({ path, start, end, text: '' })),
    ...comments.map(({ index, 0: { length } }) => ({ path, start: index, end: index + length, text: '' })),
  ];
  const [first] = [...edits].sort((one, other) => one.start - other.start);
  if (!first) return [];
  const parts = [
    ...(bad.length > 0 ? [`custom properties (${bad.length})`] : []),
    ...(comments.length > 0 ? [`“--” in comments (${comments.length})`] : []),
  ];
  const reason = `The style sheet has ${parts.join(' and ')}, for which books were refused.`;
  return [
    {
      weight: 'refused',
      path,
      offset: first.start,
      reason,
      hint: 'Write the values out, and leave such comments out.',
      edits,
    },
  ];
}

/** Characters that are hidden, above which a book is refused. */
const mostHidden = 10_000;

/** Classes that a style sheet hides by a selector that is nothing else. */
function hiddenClasses({ sheets }: EpubParts): ReadonlySet<string> {
  const classes = sheets.flatMap(({ text }) => {
    const sheet = parseStyleSheet(text);
    return sheet.nodes.flatMap((node) => {
      if (node.type !== 'Rule') return [];
      const hides = node.block.children.some(
        (each) =>
          each.type === 'Declaration' && /^display$/i.test(each.property) && /^none\b/i.test(cssOf(each.value, text)),
      );
      return hides
        ? [...cssOf(node.prelude, text).matchAll(/(?:^|,)\s*\.([\w-]+)\s*(?=,|$)/g)].map(([, name = '']) => name)
        : [];
    });
  });
  return new Set(classes);
}

function hiddenObjections({ path, text, elements }: XmlPart, classes: ReadonlySet<string>): readonly Objection[] {
  let covered = 0;
  let count = 0;
  let first: number | undefined;
  for (const { attributes, start, end, close } of elements) {
    const isHidden =
      attributes['hidden'] !== undefined ||
      /(?:^|;)\s*display\s*:\s*none/i.test(attributes['style'] ?? '') ||
      (attributes['class'] ?? '').split(/\s+/).some((name) => classes.has(name));
    if (!isHidden || start < covered) continue;
    first ??= start;
    covered = close;
    count += wordsBetween(text.slice(end, close)).length;
  }
  if (count <= mostHidden) return [];
  const reason = `${count.toLocaleString('en')} characters are hidden by “display: none”; above ${mostHidden.toLocaleString('en')} a book is refused.`;
  return [{ weight: 'refused', path, offset: first, reason, hint: 'Take the hidden words out, or show them.' }];
}
