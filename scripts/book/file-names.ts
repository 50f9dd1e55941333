/** What file names say: the kind of a section, the order of reading, which file of the manuscript is meant; and how a book’s file is called. */
import { type SectionKind, sectionKinds, traitsOf } from './sections.ts';
import { isStoryWord } from './story-words.ts';

const kindsByName = new Map<string, SectionKind>(
  sectionKinds.flatMap((kind) => traitsOf(kind).names.map((name) => [name, kind] as const)),
);

/** Kinds whose names begin those of chapters: “map-room”, “excerpt-from-the-log”. Only a number may follow them. */
const standAlone: ReadonlySet<SectionKind> = new Set(['map', 'plate', 'excerpt']);

/** What other languages call pages that stand before or behind the chapters: `prologo.md`, `后记.md`. */
const namedElsewhere = ['prologue', 'epilogue', 'preface', 'afterword', 'dedication'] as const;

/** The kind that a path's last name means, if it means one: `02-chapter-7.md` is a chapter, `xv.md` nothing in particular. */
export function kindOfName(path: string): SectionKind | undefined {
  const stem = stemOf(path).toLowerCase();
  const name = stem
    .replace(/^[\d.]+[\s._-]*/, '')
    .replace(/[’']/g, '')
    .replace(/[\s_.]+/g, '-')
    .replace(/^-|-$/g, '');
  const whole = kindsByName.get(name);
  if (whole) return whole;
  const match =
    /^([a-z-]*?[a-z])-?(?:\d+|[ivxlcdm]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)?(?:-.*)?$/.exec(
      name,
    );
  const lead = match?.[1];
  // “chapter-7-the-door” is a chapter; “part-of-me” is not a part, but nothing is lost if it is taken for one: `kind:` decides.
  for (const stop of lead ? [lead, name.split('-')[0] ?? '', name.replace(/\d.*$/, '')] : []) {
    const kind = kindsByName.get(stop);
    if (kind && !(standAlone.has(kind) && /[a-z]/.test(name.slice(stop.length)))) return kind;
  }
  return namedElsewhere.find((kind) => isStoryWord(name.replaceAll('-', ' '), kind));
}

/** Whether a name alone says that a file is a section of a book: `03.md`, `chapter-2-the-door.md`, `about-the-author.md`; “Part of Me” is a story of its own. */
export function isSectionName(path: string): boolean {
  const stem = stemOf(path);
  if (isNumbered(path)) return true;
  return kindOfName(path) !== undefined && (/\d|^[^\s_-]+$/.test(stem) || kindsByName.has(stem.toLowerCase()));
}

/** Whether a folder is called after what it holds, the chapters of a book. */
export const isChaptersFolder = (name: string): boolean =>
  /^(?:chapters?|chapitres?|cap[ií]tulos?|capitoli|kapitel|hoofdstukken|rozdzia[lł]y|kapitoly|glavy|главы|章节|正文|章)$/iu.test(
    name,
  );

/** Whether a folder is called after what it holds, the pieces of a collection. */
export const isPiecesFolder = (name: string): boolean =>
  /^(?:(?:short[-_ ]?)?stor(?:y|ies)|tales|poems|poetry|essays|novellas?|racconti|poesie|cuentos|relatos|poemas|contos|contes|nouvelles|po[eè]mes|geschichten|erz[aä]hlungen|gedichte|opowiadania|wiersze|рассказы|сказки|стихи|小说|小説|短編|短篇|诗歌)$/iu.test(
    name,
  );

/** A path without the ending of its last name. */
export const withoutEnding = (path: string): string => path.replace(/\.[^./]*$/, '');

/** The name of a file, without folders and ending. */
export const stemOf = (path: string): string => withoutEnding(path.split('/').at(-1) ?? '');

/** `the_long-walk` and `TheLongWalk` become “The Long Walk”. */
export function titleOfName(name: string): string {
  const words = name
    .replace(/\.[^.]+$/, '')
    .replace(/^(?:\p{Lu}\p{Ll}+){2,}$/u, (each) => each.replace(/\p{Lu}/gu, ' $&'))
    .replace(/[-_\s]+/g, ' ')
    .trim();
  // A name with spaces and a capital letter is typed as a title is, “War and Peace”.
  if (/^\p{Lu}/u.test(words) && /\s\p{Ll}/u.test(name)) return words;
  return (
    words.replace(/(^|\s)(\p{L})/gu, (_, space: string, letter: string) => space + letter.toUpperCase()) || 'Untitled'
  );
}

/** Whether a name starts with a number, by which an author orders files. */
export function isNumbered(path: string): boolean {
  return /^\d/.test(path.split('/').at(-1) ?? '');
}

/** Compares paths folder by folder, numbers by value, other characters by code point: the same order on every machine. */
export function comparePaths(left: string, right: string): number {
  const a = left.split('/');
  const b = right.split('/');
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = compareNames(a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** A name before the longer ones that begin with it, whatever ending follows: `b.md`, then `b1.md`. */
function compareNames(left: string, right: string): number {
  return compareStems(left.replace(/\.[^.]*$/, ''), right.replace(/\.[^.]*$/, '')) || compareStems(left, right);
}

function compareStems(left: string, right: string): number {
  const a = left.toLowerCase().match(/\d+|\D+/g) ?? [];
  const b = right.toLowerCase().match(/\d+|\D+/g) ?? [];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [a[at] ?? '', b[at] ?? ''];
    if (x === y) continue;
    const order = /^\d/.test(x) && /^\d/.test(y) ? compareNumbers(x, y) : compareText(x, y);
    if (order !== 0) return order;
  }
  return a.length - b.length || compareText(left, right);
}

/** Code point order, which is that of every machine. */
export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Digits by their value, whatever zeros stand before it. */
function compareNumbers(left: string, right: string): number {
  const [a, b] = [left.replace(/^0+/, ''), right.replace(/^0+/, '')];
  return a.length - b.length || compareText(a, b);
}

/** The manuscript path that a `src` means, from the folder of the file it stands in; undefined where it leads elsewhere. */
export function manuscriptPath(source: string, from: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^[/\\]|^$/i.test(source.trim())) return undefined;
  const path = decoded(source.trim().replace(/[?#].*$/s, ''));
  if (path === '' || path.includes('\0')) return undefined;
  return pathFrom(from.split('/').slice(0, -1), path);
}

/** An address without its escapes; a percent sign that escapes nothing stands for itself. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Where a path leads from a folder, which is given by the names on the way to it; undefined where it leaves the topmost, or to that itself. */
export function pathFrom(folder: readonly string[], path: string): string | undefined {
  const steps = [...folder];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') {
      if ((steps.pop() ?? '..') === '..') return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.length > 0 ? steps.join('/') : undefined;
}

/** Whether a path leads out of the manuscript's folder: to a file of the folder that several books share. */
export const isShared = (path: string): boolean => path.startsWith('../');

/** Whether a file is a picture that a book can hold, or be given in another form, by its name. */
export const isPictureFile = (path: string): boolean => /\.(?:jpe?g|png|gif|svg|webp|avif)$/i.test(path);

/** A title as a file name that every system takes. */
export function slug(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[’'\p{M}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return plain || 'book';
}
