/** What people put before a colon, or alone in a line: “A/N”, “Rating”. In: a line. Out: the section or the fact it opens. */
import type { SectionKind } from './sections.ts';
import { allWords, folded, isStoryWord, type StoryWords } from './story-words.ts';

/** Keys of `book.yaml` that a label may stand for. */
export type FactKey =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'translator'
  | 'description'
  | 'rating'
  | 'warnings'
  | 'fandoms'
  | 'relationships'
  | 'characters'
  | 'tags'
  | 'status'
  | 'lang'
  | 'date'
  | 'updated'
  | 'source';

export interface Header {
  /** The label as typed, without its colon: “Author's Notes”. */
  readonly label: string;
  readonly text: string;
  /** A section of its own … */
  readonly kind?: SectionKind | undefined;
  /** … or a fact about the book; `other` has no key, and is kept on a page. */
  readonly key?: FactKey | 'other' | undefined;
}

interface Row {
  readonly pattern: RegExp;
  readonly kind?: SectionKind | undefined;
  readonly key?: FactKey | 'other' | undefined;
}

const authorsNote = /^author[’']?s?[’']?\s+notes?$|^a\/?n$/;

const labels: readonly Row[] = [
  { pattern: /^disclaimers?$/, kind: 'disclaimer' },
  { pattern: authorsNote, kind: 'notes' },
  { pattern: /^notes?$|^end\s?notes?$/, kind: 'notes' },
  { pattern: /^dedication$/, kind: 'dedication' },
  { pattern: /^acknowledge?ments?$/, kind: 'acknowledgements' },
  { pattern: /^title$/, key: 'title' },
  { pattern: /^subtitle$|^tagline$/, key: 'subtitle' },
  { pattern: /^authors?$|^(?:written\s+)?by$|^pen\s?name$/, key: 'author' },
  { pattern: /^summary$|^description$|^synopsis$/, key: 'description' },
  { pattern: /^(?:rating|rated)$/, key: 'rating' },
  { pattern: /^(?:archive |content )?warnings?$/, key: 'warnings' },
  { pattern: /^fandoms?$/, key: 'fandoms' },
  { pattern: /^pairings?$|^relationships?$|^ships?$/, key: 'relationships' },
  { pattern: /^(?:main )?characters?$/, key: 'characters' },
  { pattern: /^(?:additional )?tags$|^genres?$|^categor(?:y|ies)$/, key: 'tags' },
  { pattern: /^status$/, key: 'status' },
  { pattern: /^language$/, key: 'lang' },
  { pattern: /^published$|^date$/, key: 'date' },
  { pattern: /^(?:last )?updated$|^completed$/, key: 'updated' },
  { pattern: /^source$|^url$|^link$/, key: 'source' },
  { pattern: /^(?:words?|word count|series|archive|spoilers?|beta|feedback|distribution|chapters?)$/, key: 'other' },
];

/** Words of other languages that are labels, too. */
const elsewhere: readonly (Omit<Row, 'pattern'> & { readonly words: keyof StoryWords })[] = [
  { words: 'title', key: 'title' },
  { words: 'author', key: 'author' },
  { words: 'translator', key: 'translator' },
  { words: 'summary', key: 'description' },
  { words: 'notes', kind: 'notes' },
];

/** A line that starts with a label and a colon (after “A/N” a dash will do), or is one of the labels of a section alone. */
export function headerOf(line: string): Header | undefined {
  const match = /^[*_]{0,3}(\p{L}[\p{L}\p{M}/’' ]{0,24}?)[*_]{0,3}\s*([:：]|$|[-–—]\s)[*_]{0,3}\s*(.*)$/su.exec(
    line.trim(),
  );
  if (!match) return undefined;
  const [, label = '', sign = '', text = ''] = match;
  const words = label.toLowerCase().replace(/\s+/g, ' ');
  const found =
    labels.find(({ pattern }) => pattern.test(words)) ?? elsewhere.find((row) => isStoryWord(label, row.words));
  if (!found || (!/[:：]/.test(sign) && !found.kind)) return undefined;
  if (/^[-–—]/.test(sign) && !isAuthorsNote(label)) return undefined;
  return { label, text, kind: found.kind, key: found.key };
}

/** “A/N”, “Author’s Note”: what no character of a story says, wherever it stands. */
export const isAuthorsNote = (label: string): boolean =>
  authorsNote.test(label.toLowerCase().replace(/\s+/g, ' ')) || isStoryWord(label, 'notes');

/** The author of “by Ann Lee”, “Written by: Ann Lee”, “par Anne Exemple”, “作者：王安”. */
export function byline(line: string): string | undefined {
  const row = line.trim();
  const signed = /^([\p{sc=Han}·・]{2,12})\s*[◎]?\s+?(?:著|作)$/u.exec(row)?.[1];
  if (signed !== undefined) return signed;
  const own = /^[*_]{0,2}(?:written\s+)?by:?\s+(?:[-–—]\s*)?(\S.{0,78})$/i.exec(row)?.[1];
  return own === undefined ? bylineElsewhere(row) : own.replace(/[*_]{1,2}$/, '').trim();
}

/** In other languages the word may open a sentence: what follows it must look like a name. */
function bylineElsewhere(row: string): string | undefined {
  const [, first = '', sign = '', name = ''] =
    /^[*_]{0,2}(\p{L}[\p{L}\p{M}]{0,15}(?: \p{Ll}{2,10})?)(\s?[:：]\s*|\s+)(\S.{0,60}?)[*_]{0,2}$/u.exec(row) ?? [];
  const word = folded(first);
  if (word === '' || word === 'by') return undefined;
  const isLabel = /[:：]/.test(sign) && allWords('author').has(word);
  return (isLabel || allWords('by').has(word)) && isName(name) ? name.trim() : undefined;
}

/** Whether words may be a person’s name. */
export const isName = (words: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.’'-]*|d[aeiou]s?|del|della|d’|der|den|van|von|zu|af|av|la|le|y|e|et|und|i))*$/u.test(
    words,
  )
    ? words.split(/\s+/).length <= 6 && !/\p{Ll}\.$/u.test(words)
    : /^[\p{sc=Han}\p{sc=Hang}\p{sc=Kana}\p{sc=Hira}·・\s]{2,16}$/u.test(words) ||
      /^(?:[\p{sc=Arab}\p{sc=Hebr}\p{sc=Thai}\p{sc=Deva}\p{M}.]+\s?){1,5}$/u.test(words);

/** What of a line is not the name that a byline gave: “Written by:”. */
export const withoutName = (line: string, name: string): string => line.replace(name, ' ').trim();

const nameInByline = '\\p{Lu}\\S*(?:\\s+(?:\\p{Lu}\\S*|de|da|di|del|der|van|von|la|le|y))';
const partBylines = [
  new RegExp(`^(.{2,100}?)\\s*[,–—]\\s*by\\s+(${nameInByline}{0,4})$`, 'u'),
  new RegExp(`^(\\p{Lu}.{2,80}?)(?<!ed)\\s+by\\s+(${nameInByline}{1,4})$`, 'u'), // not “Prepared by”
  /^《([^《》]{1,30})》\s*(?:作者[:：]\s*)?([\p{sc=Han}·・]{2,12})$/u,
  /^[[【]?\s*([^[\]【】/]{1,30}?)\s*[/／]\s*([\p{sc=Han}·・]{2,12})\s*[著作]\s*[\]】]?$/u,
];

/** Words before “by” that tell of another work than writing: “Prepared by”. */
export const otherWork =
  'prepared|hosted|powered|designed|edited|translated|sponsored|maintained|uploaded|scanned|illustrated|produced|published|provided|theme|photos?|art|cover|layout';
const endsInOtherWork = new RegExp(`\\b(?:${otherWork})$`, 'i');

/** “A ghost story, by Ann Lee”, “The Mill by Ann Lee”, “《雨》安利”: the words before, and a name. */
export function partByline(line: string): { readonly words: string; readonly author: string } | undefined {
  const row = line.trim();
  const [, words, author] = partBylines.map((pattern) => pattern.exec(row)).find((found) => found !== null) ?? [];
  return words === undefined ||
    author === undefined ||
    endsInOtherWork.test(words) ||
    /^(?:全集|全本|全文|精校版)/.test(author)
    ? undefined
    : { words, author };
}

/** The words of a line in brackets, or between ornaments: how a tagline stands under a title. */
export const tagline = (line: string): string | undefined =>
  /^\((.+)\)$/.exec(line)?.[1] ?? /^[*_~](.+)[*_~]$/.exec(line)?.[1];

/** A line’s letters and digits alone, to compare it by. */
export const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
