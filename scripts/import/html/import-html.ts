/** A saved web page becomes an imported book. In: its text, and what lies beside it. Out: chapters, notes, pictures. */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isLanguageTag } from '../../book/metadata-schema.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';
import { type Facts, type ImportedBook, type ImportedSection, stems } from '../imported.ts';
import { kindOfTitle } from '../plain-story.ts';
import { archivePage } from './archive-page.ts';
import { blocksOf } from './blocks.ts';
import { divideBlocks, withNotes } from './divide.ts';
import { genericReading } from './generic.ts';
import { findNotes, type Notes } from './notes.ts';
import { collectPictures } from './pictures.ts';
import { printMarkdown } from './print-markdown.ts';
import { classesOf, findElement, findElements, type HtmlElement, parsePage, typesOf } from './tree.ts';
import { pictureWords, visibleText } from './visible.ts';

export interface HtmlSource {
  readonly path: string;
  readonly text: string;
  /** Reads a picture by its `src`; undefined where there is none. */
  readonly picture: (src: string) => Uint8Array | undefined;
}

/** A part of a page that becomes sections. */
export interface PagePart {
  readonly blocks: readonly RootContent[];
  /** What it is, where the page says so; else its heading tells. */
  readonly kind?: ImportedSection['kind'] | undefined;
  /** A title that only the contents show. */
  readonly title?: string | undefined;
  /** Whether it is divided at its headings. */
  readonly divides?: boolean | undefined;
}

/** Imports a page: an archive's own download, or an article. */
export function importHtml({ path, text, picture }: HtmlSource): Outcome<ImportedBook> {
  const page = parsePage(text);
  const archived = isArchivePage(page.body);
  const root = archived ? page.body : storyOf(page.body);
  const titles = archived ? new Map<HtmlElement, string>() : titleLines(root);
  const skips = (element: HtmlElement): boolean => isFurniture(element) || titles.has(element);
  const pageNotes = findNotes([{ path: '', body: page.body }], (href) => (href.startsWith('#') ? href : undefined));
  const notes: Notes = new Map();
  const { pictures, src } = collectPictures(picture);
  const href = (address: string) => (/^(?:https?|mailto|tel):/i.test(address.trim()) ? address.trim() : undefined);
  const reading = genericReading({ pageNotes, notes, href, src, skips });
  const problems: Problem[] = leftOut(page.body, root, isFurniture, path);
  let facts: Facts;
  let parts: readonly PagePart[];
  let title: string | undefined;
  if (archived) ({ facts, parts } = archivePage(page.body, reading));
  else {
    const blocks = blocksOf(root.children, reading);
    const divided = divideBlocks(blocks);
    const sole = divided.pieces.length === 1 ? divided.pieces[0]?.[0] : undefined;
    const heading = divided.title ?? (sole?.type === 'heading' ? sole : undefined);
    const words = (key: string): string | undefined => {
      const found = [...titles].find(([, each]) => each === key)?.[0];
      return found && (wordsOf(found) || undefined);
    };
    title = words('title') ?? (heading ? textOf(heading) : page.title || undefined);
    const linked = findElements(root, ({ attributes }) => attributes.get('rel') === 'author').map(wordsOf);
    const authors = [...titles].flatMap(([element, key]) => (key === 'author' ? [wordsOf(element)] : []));
    facts = {
      title,
      subtitle: words('subtitle'),
      authors: authors.length > 0 ? authors : linked.slice(0, 1),
      lang: page.lang !== undefined && isLanguageTag(page.lang) ? page.lang : undefined,
    };
    parts = divided.pieces.map((piece) => ({ blocks: piece }));
  }
  const stem = stems();
  const made = parts.flatMap((part): readonly PagePart[] =>
    part.divides ? divideBlocks(part.blocks).pieces.map((blocks) => ({ blocks })) : [part],
  );
  const sections = made.map(({ blocks, kind, title: listed }, at): ImportedSection => {
    const [first] = blocks;
    const own = kind ?? kindOfTitle(first?.type === 'heading' ? textOf(first) : '');
    const all = [...withNotes(blocks, notes)];
    if (at === made.length - 1) for (const { children } of notes.values()) all.push(...children); // notes that nothing refers to
    return { kind: own, stem: stem(own), text: printMarkdown(all), facts: { title: listed } };
  });
  const visible = [
    visibleText(
      [root],
      (each) =>
        skips(each) ||
        (archived && classesOf(each).includes('byline')) || // “by Ann” says no more than the key `author` does
        pageNotes.isBacklink(each) ||
        pageNotes.noteOf(each) !== undefined ||
        isBreak(each),
    ),
  ];
  return { value: { facts, sections, pictures, visible, aside: pictureWords([root]) }, problems };
}

const isArchivePage = (body: HtmlElement): boolean =>
  ['preface', 'chapters'].every(
    (id) => findElement(body, ({ attributes }) => attributes.get('id') === id) !== undefined,
  );

const wordsOf = (element: HtmlElement): string =>
  visibleText(element.children, () => false)
    .replace(/\s+/g, ' ')
    .trim();

/** The one article of a page, or its main part, or all of it. */
function storyOf(body: HtmlElement): HtmlElement {
  const articles = findElements(body, ({ name }) => name === 'article');
  if (articles.length === 1 && articles[0]) return articles[0];
  return findElement(body, (each) => each.name === 'main' || typesOf(each).includes('main')) ?? body;
}

/** Menus, forms, and what is hidden. */
function isFurniture(element: HtmlElement): boolean {
  const { name, attributes } = element;
  return (
    ['nav', 'form', 'button', 'select', 'dialog', 'menu'].includes(name) ||
    attributes.has('hidden') ||
    (name === 'footer' && findElement(element, ({ name: each }) => each === 'blockquote') === undefined) ||
    typesOf(element).some((type) => type === 'navigation' || type === 'search' || type === 'banner') ||
    classesOf(element).some((each) =>
      /^(?:nav|navbar|menu|sidebar|share|sharing|social|breadcrumbs?|cookie|advert)/i.test(each),
    )
  );
}

/** Title, subtitle and author where a page marks them as such above its chapters: they are facts, not text. */
function titleLines(root: HtmlElement): ReadonlyMap<HtmlElement, string> {
  const lines = new Map<HtmlElement, string>();
  const marked = findElements(root, (each) => classesOf(each).some((name) => /^(?:book-)?title$/.test(name)));
  const title = marked.find(({ name }) => name === 'h1');
  if (!title || findElements(root, ({ name }) => name === 'h1' || name === 'h2').length < 2) return lines;
  lines.set(title, 'title');
  for (const key of ['subtitle', 'author'])
    for (const found of findElements(root, (each) => each.name === 'p' && classesOf(each).includes(key)))
      lines.set(found, key);
  return lines;
}

/** A paragraph or line that stands for a break between scenes has no words to keep. */
export function isBreak(element: HtmlElement): boolean {
  if (element.name !== 'p' && element.name !== 'div') return false;
  const words = visibleText(element.children, () => false).trim();
  return words.length < 60 && /^[xo\s*~#=_.•·–—-]+$/i.test(words);
}

function leftOut(
  body: HtmlElement,
  root: HtmlElement,
  skips: (element: HtmlElement) => boolean,
  path: string,
): Problem[] {
  const all = visibleText([body], () => false).match(/\S+/g)?.length ?? 0;
  const kept = visibleText([root], skips).match(/\S+/g)?.length ?? 0;
  if (all === kept) return [];
  return [
    problem(
      'import-left-out',
      { path },
      `Left out: ${all - kept} words of menus, forms and what stands beside the story`,
    ),
  ];
}
