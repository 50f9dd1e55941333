/** What devices with Adobe’s older engine ask of an EPUB: plain EPUB on Kobo, Nook, Sony, older Tolinos (docs/devices.md). */
import { addressIn } from '../book/epub-addresses.ts';
import type { Limits } from '../book/limits.ts';
import { coverOf } from './cover.ts';
import type { EpubParts } from './epub-parts.ts';
import { type Entry, entriesOf, navigationOf, printNcx } from './navigation.ts';
import type { Objection } from './objection.ts';
import { unescaped } from './scan-xml.ts';
import { declarations } from './sheet-declarations.ts';

/** In bytes; larger pages were not opened. */
const largestPage = 250_000;

/** All that such engines are known to refuse or to lose. */
export function oldObjections(parts: EpubParts, limits: Limits): readonly Objection[] {
  return [
    ...pageObjections(parts),
    ...sheetObjections(parts),
    ...contentsObjections(parts),
    ...coverObjections(parts, limits),
    ...formatObjections(parts),
  ];
}

const pageObjections = ({ pages, files }: EpubParts): readonly Objection[] =>
  pages.flatMap(({ path }) => {
    const size = files.get(path)?.length ?? 0;
    if (size <= largestPage) return [];
    const reason = `The page has ${Math.ceil(size / 1000)} kB; above 250 it may not open.`;
    return [{ weight: 'refused', path, reason, hint: 'Part it: a file for each chapter or section.' }];
  });

/** Functions at which a book did not open, or a sheet was dropped. */
const newer = /\b(?:min|max|clamp|calc|var|env|rgba|hsla?|linear-gradient)\(/i;

function sheetObjections({ sheets }: EpubParts): readonly Objection[] {
  return sheets.flatMap(({ path, text }): readonly Objection[] => {
    const all = declarations(text);
    const bad = all.filter(({ property, value }) => property.startsWith('--') || newer.test(value));
    const fixed = all.find(
      ({ selector, property, value }) =>
        /^(?:body|html)$/i.test(selector.trim()) && /^font-size$/i.test(property) && /\dp[xt]\b/i.test(value),
    );
    const [first] = bad;
    const found: Objection[] = [];
    if (first)
      found.push({
        weight: /\b(?:min|max|clamp)\(/i.test(bad.map(({ value }) => value).join(' ')) ? 'refused' : 'lost',
        path,
        offset: first.start,
        reason: `The style sheet has functions or variables that such engines do not know (${bad.length}): all of it is dropped, or the book does not open.`,
        hint: 'Write the values out.',
        edits: bad.map(({ start, end }) => ({ path, start, end, text: '' })),
      });
    if (fixed)
      found.push({
        weight: 'lost',
        path,
        offset: fixed.start,
        reason: `“${fixed.selector.trim()} { font-size: ${fixed.value.trim()} }” keeps the reader’s own size from working.`,
        hint: 'Take the line out.',
        edits: [{ path, start: fixed.start, end: fixed.end, text: '' }],
      });
    return found;
  });
}

/** Without an NCX there are no contents. One is made of the navigation document’s list. */
function contentsObjections(parts: EpubParts): readonly Objection[] {
  const { items, files, packageDocument } = parts;
  const navigation = navigationOf(parts);
  if (items.some(({ mediaType }) => mediaType === 'application/x-dtbncx+xml') || !navigation) return [];
  const { path, text, elements } = packageDocument;
  const [manifest, spine] = ['manifest', 'spine'].map((wanted) => elements.find(({ name }) => name === wanted));
  const folder = navigation.path.split('/').slice(0, -1).join('/');
  const ncx = `${folder}${folder && '/'}toc-for-older-readers.ncx`;
  const navHref = items.find((item) => item.path === navigation.path)?.element.attributes['href'] ?? '';
  const href = navHref.replace(/[^/]*$/, 'toc-for-older-readers.ncx');
  const unique = elements[0]?.attributes['unique-identifier'];
  const textIn = (wanted: string, id?: string) => {
    const found = elements.filter(({ name, parent }) => name === wanted && parent?.name === 'metadata');
    const element = found.find(({ attributes }) => attributes['id'] === id) ?? found[0];
    return element ? unescaped(text.slice(element.end, element.close)).trim() : '';
  };
  const entries = entriesThatLead(entriesOf(navigation), navigation.path, parts);
  const canMend = manifest && spine && entries.length > 0 && !files.has(ncx) && spine.end > spine.start;
  return [
    {
      weight: 'lost',
      path,
      offset: spine?.start,
      reason: 'The book has no NCX, so it has no table of contents there.',
      hint: 'Add one beside the navigation document.',
      edits: canMend
        ? [
            {
              path,
              start: manifest.close,
              end: manifest.close,
              text: `<item id="ncx-for-older-readers" href="${href}" media-type="application/x-dtbncx+xml"/>`,
            },
            { path, start: spine.end - 1, end: spine.end - 1, text: ' toc="ncx-for-older-readers"' },
          ]
        : undefined,
      added: canMend ? new Map([[ncx, printNcx(entries, textIn('identifier', unique), textIn('title'))]]) : undefined,
    },
  ];
}

/** Entries that lead to a page of the book; to its beginning where their fragment is nowhere in it. */
function entriesThatLead(entries: readonly Entry[], from: string, { pages }: EpubParts): readonly Entry[] {
  const idsOf = new Map(
    pages.map(({ path, elements }) => [path, new Set(elements.map(({ attributes: { id } }) => id))]),
  );
  return entries.flatMap((entry): readonly Entry[] => {
    const [path = '', fragment] = addressIn(from, entry.href)?.split('#', 2) ?? [];
    const ids = entry.href === '' ? undefined : idsOf.get(path);
    if (!ids) return [];
    return [fragment === undefined || ids.has(fragment) ? entry : { ...entry, href: entry.href.replace(/#.*$/s, '') }];
  });
}

function coverObjections(parts: EpubParts, limits: Limits): readonly Objection[] {
  const cover = coverOf(parts, limits);
  const { path, elements } = parts.packageDocument;
  const metadata = elements.find(({ name }) => name === 'metadata');
  if (!cover || cover.isNamedForOld || !metadata) return [];
  const edit = {
    path,
    start: metadata.close,
    end: metadata.close,
    text: `<meta name="cover" content="${cover.item.id}"/>`,
  };
  const reason = 'The cover is named in EPUB 3’s way alone, so the shelf shows none.';
  return [
    {
      weight: 'lost',
      path,
      offset: cover.item.element.start,
      reason,
      hint: `Add <meta name="cover" content="${cover.item.id}"/>.`,
      edits: [edit],
    },
  ];
}

function formatObjections({ items }: EpubParts): readonly Objection[] {
  return items.flatMap(({ mediaType, path }): readonly Objection[] => {
    if (!/^(?:image\/(?:webp|avif|jxl|heic)|font\/woff2)$/.test(mediaType)) return [];
    return [
      {
        weight: 'lost',
        path,
        reason: `A file is of the type ${mediaType}, which is not shown.`,
        hint: 'Convert it to JPEG or PNG; typefaces to TTF or OTF.',
      },
    ];
  });
}
