/** What people put before a colon, or alone in a line: “A/N”, “Rating”. In: a line. Out: the section or the fact it opens. */
import type { SectionKind } from './sections.ts';

/** Keys of `book.yaml` that a label may stand for. */
export type FactKey =
  | 'title'
  | 'subtitle'
  | 'author'
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
  readonly kind?: SectionKind;
  readonly key?: FactKey | 'other';
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

/** A line that starts with a label and a colon (after “A/N” a dash will do), or is one of the labels of a section alone. */
export function headerOf(line: string): Header | undefined {
  const match = /^[*_]{0,3}([A-Za-z][A-Za-z/’' ]{0,24}?)[*_]{0,3}\s*(:|$|[-–—]\s)[*_]{0,3}\s*(.*)$/s.exec(line.trim());
  if (!match) return undefined;
  const [, label = '', sign = '', text = ''] = match;
  const words = label.toLowerCase().replace(/\s+/g, ' ');
  const found = labels.find(({ pattern }) => pattern.test(words));
  if (!found || (sign !== ':' && !found.kind)) return undefined;
  if (/^[-–—]/.test(sign) && !isAuthorsNote(label)) return undefined;
  return { label, text, kind: found.kind, key: found.key };
}

/** “A/N”, “Author’s Note”: what no character of a story says, wherever it stands. */
export const isAuthorsNote = (label: string): boolean => authorsNote.test(label.toLowerCase().replace(/\s+/g, ' '));

/** The author of “by Ann Lee” and “Written by: Ann Lee”. */
export const byline = (line: string): string | undefined =>
  /^[*_]{0,2}(?:written\s+)?by:?\s+(\S.{0,78})$/i
    .exec(line.trim())?.[1]
    ?.replace(/[*_]{1,2}$/, '')
    .trim();

/** What of a line is not the name that a byline gave: “Written by:”. */
export const withoutName = (line: string, name: string): string => line.replace(name, ' ').trim();

/** “A ghost story, by Ann Lee”: the words before the comma, and a name. */
export function partByline(line: string): { readonly words: string; readonly author: string } | undefined {
  const match =
    /^(.{2,100}?)\s*[,–—]\s*by\s+(\p{Lu}\S*(?:\s+(?:\p{Lu}\S*|de|da|di|del|der|van|von|la|le|y)){0,4})$/u.exec(
      line.trim(),
    );
  return match ? { words: match[1] ?? '', author: match[2] ?? '' } : undefined;
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
