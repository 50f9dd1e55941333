/**
 * Several imported books become one, each a chapter or more of it, in the order that they were named. In: books. Out: one book.
 * The first speaks for the whole; a later one’s title heads its chapter, and what else it says of itself stands in a note below.
 */

import { equalBytes } from '../book/bytes.ts';
import { bare } from '../book/header-lines.ts';
import { type Fact, type Facts, firstOf } from '../book/metadata-schema.ts';
import type { Outcome, Problem } from '../report/problem.ts';
import {
  areTitledAlone,
  isChapters,
  isHeaded,
  isStory,
  type NamedBook,
  titleOf,
  titleOver,
  titleShared,
} from './book-titles.ts';
import { guessHint } from './confidence.ts';
import { escapeLine } from './escape.ts';
import { type ImportedBook, type ImportedSection, stemNamer } from './imported.ts';
import { pathOf } from './markdown/addresses.ts';

/** Merges books; names of files and pictures are given anew, and links follow them. */
export function mergeBooks(books: readonly NamedBook[]): Outcome<ImportedBook> {
  const [first] = books;
  const shared = titleShared(books);
  const whole = titleOver(books);
  const problems: Problem[] = [];
  const stem = stemNamer();
  const pictures = new Map<string, Uint8Array>();
  const aside: string[] = [];
  const texts: Text[] = [];
  books.forEach(({ name, path, book }, at) => {
    const names = withPictures(book, pictures, at === 0);
    const title = titleOf(book, name, whole);
    const one = shared === undefined && !areTitledAlone(books) ? book.sections : asOneChapter(book, title);
    const headed = isHeaded(books, at) && one === book.sections ? withHeading(book, title, whole) : one;
    const noted = at === 0 ? headed : withFacts(headed, differing(book.facts, first?.book.facts ?? {}), aside);
    if (at > 0 && headed !== book.sections)
      problems.push(
        guessHint({ words: title, taken: 'the title of its chapter', way: 'heading over all others' }, { path }),
      );
    const made = noted.map((section) => ({ ...section, stem: stem(section.kind) }));
    made.forEach((section, step) => void names.set(`${noted[step]?.stem ?? ''}.md`, `${section.stem}.md`));
    const home = made.find(isStory)?.stem;
    for (const { stem } of book.sections) if (home && !names.has(`${stem}.md`)) names.set(`${stem}.md`, `${home}.md`);
    const lang = firstOf(book.facts.lang);
    const speaks = at > 0 && lang !== (firstOf(first?.book.facts.lang) ?? 'en') ? lang : undefined;
    texts.push(
      ...made.map((section, step) => ({
        section: inLanguage(section, speaks),
        path,
        stem: noted[step]?.stem ?? '',
        names,
      })),
    );
    if (at > 0) aside.push(...Object.values(book.facts).flatMap((fact) => wordsOf(fact)));
  });
  if (shared !== undefined)
    problems.push(
      guessHint({ words: shared, taken: 'the title', way: 'title of the page' }, { path: first?.path ?? '' }),
    );
  const homes = homesOf(texts);
  return {
    value: {
      facts: {
        ...first?.book.facts,
        title: whole ?? (isChapters(books) || areTitledAlone(books) ? undefined : first?.name),
      },
      sections: texts.map(({ section, stem, names }) => ({
        ...section,
        text: renamed(section.text, (address) => {
          const old = pathOf(address, stem) ?? '';
          return names.get(old) ?? homes.get(old);
        }),
      })),
      pictures,
      visible: books.flatMap(({ book }) => book.visible),
      markdown: books.flatMap(({ book }) => book.markdown ?? []),
      aside: [...aside, ...books.flatMap(({ book, name }) => [...(book.aside ?? []), name, book.pageTitle ?? ''])],
    },
    problems,
  };
}

/** A section under its new name. */
interface Text {
  readonly section: ImportedSection;
  /** The file that its book came from. */
  readonly path: string;
  /** Its old name, and the new ones of its book’s files. */
  readonly stem: string;
  readonly names: ReadonlyMap<string, string>;
}

const inLanguage = (section: ImportedSection, lang: string | undefined): ImportedSection => ({
  ...section,
  facts: { ...section.facts, lang: section.facts?.['lang'] ?? lang },
});

/** A section with lines above its text; the others are where they were in their source. */
function withText(section: ImportedSection, text: string): ImportedSection {
  const { origin } = section;
  const added = text.split('\n').length - section.text.split('\n').length;
  const above = Array.from({ length: Math.max(0, added) }, () => origin?.lines[0] ?? 1);
  return { ...section, text, origin: origin && { ...origin, lines: [...above, ...origin.lines] } };
}

/** Where the story of each file begins. */
function homesOf(texts: readonly Text[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { path, section } of [...texts.filter((each) => isStory(each.section)), ...texts])
    if (!homes.has(path)) homes.set(path, `${section.stem}.md`);
  return homes;
}

/** Adds a book’s pictures to those of all. Out: their new names by their old ones. */
function withPictures(book: ImportedBook, pictures: Map<string, Uint8Array>, isFirst: boolean): Map<string, string> {
  const names = new Map<string, string>();
  for (const [old, bytes] of book.pictures) {
    const isKept = old.startsWith('pictures/') || (isFirst && /^cover\./.test(old));
    const made = freeName(isKept ? old : `pictures/${old.split('/').at(-1)}`, bytes, pictures);
    pictures.set(made, bytes);
    names.set(old, made);
  }
  return names;
}

/** The same name for the same bytes; another for others. */
function freeName(name: string, bytes: Uint8Array, taken: ReadonlyMap<string, Uint8Array>): string {
  const [, base = name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  let made = name;
  for (let at = 2; taken.has(made) && !equalBytes(taken.get(made) ?? bytes, bytes); at++)
    made = `${base}-${at}${ending}`;
  return made;
}

/** A story of one chapter has its title above it; of several, a part’s heading before them. */
function withHeading(book: ImportedBook, title: string, whole: Fact | undefined): readonly ImportedSection[] {
  const story = book.sections.filter(isStory);
  const [only] = story;
  const heading = `# ${escapeLine(title)}\n`;
  if (!only) return book.sections;
  if (story.length > 1) {
    if (only.text.startsWith(heading) || title === whole) return book.sections;
    return [{ kind: 'part', stem: 'part-of-its-own', text: heading }, ...book.sections];
  }
  // A page’s only heading stands on the second level, below its title: here it is the chapter’s own.
  const own = /^#{1,6}[ \t]+(?=\S)/.exec(only.text)?.[0];
  const [line = ''] = only.text.split('\n', 1);
  const isSame = bare(line) === bare(title); // its first line says what the file is called
  const text = own === undefined && !isSame ? `${heading}\n${only.text}` : `# ${only.text.slice(own?.length ?? 0)}`;
  return text === only.text
    ? book.sections
    : book.sections.map((each) => (each === only ? withText(each, text) : each));
}

/** A page that is one of many of a book is one chapter: its own headings part that. Notes of one number in two of its sections keep them apart. */
function asOneChapter(book: ImportedBook, title: string): readonly ImportedSection[] {
  const story = book.sections.filter(({ kind, ...each }) => isStory({ kind, ...each }) || kind === 'preamble');
  const [first] = story;
  const labels = story.flatMap(({ text }) => [...new Set(text.match(/^\[\^[^\]]+\]:/gm) ?? [])]);
  const isParted = new Set(labels).size < labels.length || story.some(({ text }) => /^(?:```|~~~)/m.test(text));
  if (!first || story.length < 2 || isParted) return book.sections;
  const [line = ''] = first.text.split('\n', 1);
  const [own, whole] = [bare(line), bare(title)];
  const isOwn =
    line.startsWith('# ') && (` ${whole}`.endsWith(` ${own}`) || own.startsWith(whole.replace(/^\d+ ?/, '')));
  const texts = story.map(({ text }, at) => (isOwn && at === 0 ? text : text.replace(/^#{1,5}(?= \S)/gm, '#$&')));
  const text = `${isOwn ? '' : `# ${escapeLine(title)}\n\n`}${texts.map((each) => each.trim()).join('\n\n')}\n`;
  return book.sections.flatMap((each) =>
    each === first
      ? [{ ...each, kind: 'chapter' as const, text, origin: undefined }]
      : story.includes(each)
        ? []
        : [each],
  );
}

/** What a later book says of itself, and the first does not say of the whole. */
function differing(facts: Facts, first: Facts): readonly (readonly [string, string])[] {
  const people = (all: Facts): string => [all['author'], all['authors']].flatMap((each) => wordsOf(each)).join(', ');
  const authors = people(facts) === people(first) ? '' : people(facts);
  const told = new Map(Object.entries(first));
  const others = Object.entries(facts).flatMap(([key, fact]): readonly (readonly [string, string])[] => {
    if (['title', 'author', 'authors', 'order', 'lang', 'dir', 'cover', 'identifier', 'modified'].includes(key))
      return [];
    const words = wordsOf(fact).join(', ');
    return words === '' || words === wordsOf(told.get(key)).join(', ') ? [] : [[key, words]];
  });
  return [...(authors === '' ? [] : [['author', authors] as const]), ...others];
}

function wordsOf(fact: Fact | undefined): readonly string[] {
  if (fact === undefined) return [];
  if (typeof fact === 'string') return [fact];
  return Object.values(fact).flatMap((each: Fact | undefined) => wordsOf(each));
}

/** The facts as a note under the heading of the first chapter. */
function withFacts(
  sections: readonly ImportedSection[],
  facts: readonly (readonly [string, string])[],
  aside: string[],
): readonly ImportedSection[] {
  const target = sections.find(isStory) ?? sections[0];
  if (facts.length === 0 || !target) return sections;
  const note = facts
    .map(
      ([key, words]) =>
        `> **${key.charAt(0).toUpperCase()}${key.slice(1)}:** ${escapeLine(words.replace(/\s+/g, ' '))}`,
    )
    .join('\\\n');
  aside.push(...facts.map(([key]) => key.charAt(0).toUpperCase() + key.slice(1)), ...facts.map(([, words]) => words));
  return sections.map((each) => {
    if (each !== target) return each;
    const [, heading = '', rest = each.text] = /^(#[^\n]*\n\n?)?([\s\S]*)$/.exec(each.text) ?? [];
    return withText(each, `${heading.trimEnd()}${heading ? '\n\n' : ''}${note}\n\n${rest}`.trimEnd().concat('\n'));
  });
}

/** Links and pictures under their new names. */
function renamed(text: string, nameOf: (address: string) => string | undefined): string {
  return text.replace(
    /(\]\(<?|\]:[ \t]*<?|\b(?:href|src)=")([^\s()<>"#]{1,300}?\.[a-z]{2,5})(?=[#)>\s"])/g,
    (whole, lead: string, address: string) => {
      const made = nameOf(address);
      return made === undefined ? whole : `${lead}${made}`;
    },
  );
}
