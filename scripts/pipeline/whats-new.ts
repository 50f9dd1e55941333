/**
 * The page “What Is New”. In: a book whose marks are set, and its manuscript. Out: the book with a section that lists what the last update
 * brought, as an author would have written it, with a link to each chapter; and the SHA-256 of the record that it was made from.
 */
import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { aboutLabels } from '../book/about-labels.ts';
import { allSections, type Book, type Section } from '../book/book.ts';
import { labelLanguage } from '../book/labels.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { traitsOf } from '../book/sections.ts';
import { newsPath } from '../book/source-list.ts';
import { printDay, type UpdateKey, updateLabels } from '../book/update-labels.ts';
import { createTitles } from '../render/nav.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { type News, readNews } from '../versions/news.ts';

interface BookWithNews {
  readonly book: Book;
  /** By path in the manuscript. */
  readonly fingerprints: readonly (readonly [path: string, sha256: string])[];
}

/** Adds the page; an author’s own takes its place. Without a record, or with one of chapters that are gone, there is none, and a hint. */
export function withNews(book: Book, { open, bookFile }: Pick<Manuscript, 'open' | 'bookFile'>): Outcome<BookWithNews> {
  const without = { book, fingerprints: [] };
  const place = { path: bookFile?.path ?? 'book.yaml' };
  const sections = [...allSections(book.sections)];
  if (sections.some(({ kind }) => kind === 'whats-new')) return { value: without, problems: [] };
  const opened = open(newsPath, place);
  const news = 'bytes' in opened ? readNews(new TextDecoder().decode(opened.bytes)) : undefined;
  const page = news && pageOf(news, book, place.path);
  if (!page || !('bytes' in opened)) {
    const reason =
      'book.yaml asks for a page “What Is New”, but nothing in the folder tells what is new, so the book has no such page.';
    const hint = 'It is there after: fleuron import new.html -o story --update. Else take “whats-new” out.';
    return { value: without, problems: [problem('news-missing', place, reason, hint)] };
  }
  const { place: rank } = traitsOf('whats-new');
  const later = book.sections.findIndex(
    ({ kind }) => traitsOf(kind).matter !== 'frontmatter' || traitsOf(kind).place > rank,
  );
  const at = later === -1 ? book.sections.length : later;
  const value = {
    book: { ...book, sections: [...book.sections.slice(0, at), page, ...book.sections.slice(at)] },
    fingerprints: opened.sha256 === undefined ? [] : [[newsPath, opened.sha256] as const],
  };
  return { value, problems: [] };
}

const kinds: readonly Exclude<UpdateKey, 'title'>[] = ['new', 'changed', 'back', 'gone'];

/** The page of a book; undefined where nothing that is new is in the book. */
function pageOf({ from, to, chapters }: News, book: Book, path: string): Section | undefined {
  const { lang } = book.metadata;
  const labels = updateLabels(lang);
  const titles = createTitles(book);
  const files = new Map([...allSections(book.sections)].reverse().map((section) => [section.path, section]));
  const lists = kinds.flatMap((kind): readonly RootContent[] => {
    const items = chapters.flatMap((chapter) => {
      const section = chapter.what === kind ? files.get(chapter.path) : undefined;
      return section ? [lineOf(chapter, titles(section), lang)] : [];
    });
    return items.length === 0 ? [] : [paragraph([{ type: 'strong', children: [text(labels[kind])] }]), listOf(items)];
  });
  if (lists.length === 0) return undefined;
  const days = [...new Set([from, to])].map((day) => printDay(day, lang)).join('–');
  return {
    id: 'whats-new',
    kind: 'whats-new',
    path,
    lang: labelLanguage(lang) === lang ? undefined : labelLanguage(lang),
    heading: { type: 'heading', depth: 1, children: [text(labels.title)] },
    content: { type: 'root', children: [paragraph([text(days)]), ...lists] },
    notes: [],
    sections: [],
  };
}

/** “The Door (Words: +2311 −14)”. */
function lineOf({ path, added, removed }: News['chapters'][number], title: string, lang: string): PhrasingContent[] {
  const url = path.split('/').map(encodeURIComponent).join('/');
  const counts = [...(added > 0 ? [`+${added}`] : []), ...(removed > 0 ? [`−${removed}`] : [])];
  const words = counts.length > 0 ? [text(` (${aboutLabels(lang).words}: ${counts.join(' ')})`)] : [];
  return [{ type: 'link', url, children: [text(title)] }, ...words];
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

const listOf = (items: readonly PhrasingContent[][]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children) => ({
    type: 'listItem',
    spread: false,
    children: [paragraph(children)],
  })),
});
