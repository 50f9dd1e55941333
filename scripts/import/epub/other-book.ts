/**
 * An EPUB of another press becomes clean Markdown. In: its package and files. Out: chapters, notes, pictures, facts.
 * Left out: its contents, cover and title page where they say no more than our own will.
 */
import type { Heading, RootContent } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { type SectionKind, sectionKinds, traitsOf } from '../../book/sections.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';
import { wordsOf as wordList } from '../compare-words.ts';
import { blocksOf } from '../html/blocks.ts';
import { raised, withNotes } from '../html/divide.ts';
import { genericReading } from '../html/generic.ts';
import { isBreak } from '../html/import-html.ts';
import { findNotes, type Notes } from '../html/notes.ts';
import { collectPictures } from '../html/pictures.ts';
import { printMarkdown } from '../html/print-markdown.ts';
import { findElements, type HtmlElement, parsePage, typesOf } from '../html/tree.ts';
import { pictureWords, visibleText } from '../html/visible.ts';
import { type Facts, type ImportedBook, type ImportedSection, stems } from '../imported.ts';
import { kindOfTitle } from '../plain-story.ts';
import { readContents } from './contents.ts';
import { factsOf } from './facts.ts';
import { type Package, pathFrom, textOf } from './package.ts';
import { classStyles } from './styles.ts';
import type { Files } from './unzip.ts';

interface PageAt {
  readonly path: string;
  readonly body: HtmlElement;
}

interface Draft {
  kind: SectionKind;
  readonly title: string | undefined;
  readonly blocks: RootContent[];
}

/** Converts the book. */
export function convertBook(pack: Package, files: Files, path: string): Outcome<ImportedBook> {
  const problems: Problem[] = [];
  const facts = factsOf(pack);
  const { titles, nav } = readContents(pack, files);
  const styles = classStyles([...files].filter(([name]) => /\.css$/i.test(name)).map(([, bytes]) => textOf(bytes)));
  const all = pack.spine
    .filter(({ mediaType }) => /html|xml/.test(mediaType))
    .map(
      (item): PageAt => ({ path: item.path, body: parsePage(textOf(files.get(item.path) ?? new Uint8Array())).body }),
    );
  const known = new Set(wordList(factTexts(facts)));
  const pages = all.filter((page) => {
    const words = wordList([visibleText([page.body], () => false)]);
    const types = typesIn(page.body);
    const isContents = page.path === nav || types.includes('toc');
    const saysNoMore = words.length < 60 && words.every((word) => known.has(word) || /^(?:by|cover)$/i.test(word));
    const isFront = saysNoMore && (words.length > 0 || /cover|title/i.test(page.path) || types.includes('cover'));
    if (isContents && words.length > 0)
      problems.push(
        problem('import-left-out', { path }, `Left out: the page of contents ${page.path}; the press makes one`),
      );
    else if (isFront && words.length > 0)
      problems.push(
        problem('import-left-out', { path }, `Left out: the title page ${page.path}; its words are in book.yaml`),
      );
    return !isContents && !isFront;
  });
  const resolve = (href: string, from: string): string | undefined => {
    const target = pathFrom(from, href);
    const fragment = /#(.+)$/s.exec(href)?.[1];
    return target !== undefined && fragment !== undefined ? `${target}#${fragment}` : undefined;
  };
  const pageNotes = findNotes(pages, resolve);
  const notes: Notes = new Map();
  let from = '';
  const { pictures, src } = collectPictures((address) => {
    const inside = files.has(address) ? address : pathFrom(from, address);
    return inside === undefined ? undefined : files.get(inside);
  });
  const drafts: Draft[] = [];
  const homes = new Map<string, Draft>();
  for (const page of pages) {
    from = page.path;
    const reading = genericReading({
      pageNotes,
      notes,
      href: (href) =>
        /^(?:https?|mailto|tel):/i.test(href)
          ? href
          : pathFrom(page.path, href) && `inside:${pathFrom(page.path, href)}`,
      src: (address) => {
        const inside = pathFrom(page.path, address);
        return inside === undefined ? undefined : src(inside);
      },
      styleOf: (name) => styles.get(name),
      skips: () => false,
    });
    const blocks = settleHeading(blocksOf(page.body.children, reading), titles.get(page.path));
    const last = drafts.at(-1);
    const opens = blocks[0]?.type === 'heading' || titles.has(page.path) || !last;
    if (!opens && last) {
      last.blocks.push(...blocks);
      homes.set(page.path, last);
      continue;
    }
    const [first] = blocks;
    const heading = first?.type === 'heading' ? wordsOf(first) : undefined;
    const title = heading === undefined ? titles.get(page.path) : undefined;
    const draft: Draft = { kind: kindOf(page.body, heading ?? title ?? ''), title, blocks: [...blocks] };
    homes.set(page.path, draft);
    if (blocks.length > 0) drafts.push(draft);
  }
  const stem = stems();
  const named = drafts.map((draft) => ({ draft, stem: stem(draft.kind) }));
  const stemOf = new Map(named.map((each) => [each.draft, each.stem]));
  const addressOf = (path: string): string | undefined => {
    const home = homes.get(path);
    const found = home && stemOf.get(home);
    return found === undefined ? undefined : `${found}.md`;
  };
  const sections = named.map(({ draft, stem: own }, at): ImportedSection => {
    const whole = [...withNotes(raised(draft.blocks), notes)];
    if (at === named.length - 1) for (const { children } of notes.values()) whole.push(...children);
    settleLinks(whole, addressOf);
    return { kind: draft.kind, stem: own, facts: { title: draft.title }, text: printMarkdown(whole) };
  });
  const visible = pages.map(({ body }) =>
    visibleText([body], (each) => pageNotes.isBacklink(each) || pageNotes.noteOf(each) !== undefined || isBreak(each)),
  );
  const shown = new Map(pictures);
  const cover = coverOf(pack);
  const bytes = cover === undefined ? undefined : files.get(cover);
  if (cover !== undefined && bytes && /\.(?:jpe?g|png|gif|svg|webp|avif)$/i.test(cover))
    shown.set(`cover.${cover.split('.').at(-1)?.toLowerCase()}`, bytes);
  return {
    value: { facts, sections, pictures: shown, visible, aside: pages.flatMap(({ body }) => pictureWords([body])) },
    problems,
  };
}

function factTexts(facts: Facts): readonly string[] {
  return [JSON.stringify(facts).replace(/[{}[\]",:]/g, ' ')];
}

function typesIn(body: HtmlElement): readonly string[] {
  const [first, second] = findElements(body, (each) => each.attributes.has('epub:type') || each.attributes.has('role'));
  return [...(first ? typesOf(first) : []), ...(second ? typesOf(second) : [])];
}

/** A kind by `epub:type`, else by the words of the heading, else a chapter. */
function kindOf(body: HtmlElement, title: string): SectionKind {
  const byTitle = kindOfTitle(title, sectionKinds);
  if (byTitle !== 'chapter') return byTitle;
  const types = typesIn(body);
  const found = sectionKinds.find((kind) => traitsOf(kind).epubType !== '' && types.includes(traitsOf(kind).epubType));
  return found === undefined || found === 'cover' || found === 'title-page' || found === 'half-title'
    ? 'chapter'
    : found;
}

/** A first paragraph that says what the contents say is the heading that a converter lost; two headings in a row are one. */
function settleHeading(blocks: readonly RootContent[], title: string | undefined): readonly RootContent[] {
  const [first, second, ...rest] = blocks;
  if (title !== undefined && first?.type === 'paragraph' && same(wordsOf(first), title)) {
    const heading: Heading = { type: 'heading', depth: 1, children: first.children };
    return [heading, ...(second ? [second] : []), ...rest];
  }
  if (
    first?.type === 'heading' &&
    second?.type === 'heading' &&
    title !== undefined &&
    same(`${wordsOf(first)} ${wordsOf(second)}`, title)
  )
    return [{ ...first, children: [...first.children, { type: 'text', value: ' ' }, ...second.children] }, ...rest];
  return blocks;
}

const same = (left: string, right: string): boolean => wordList([left]).join(' ') === wordList([right]).join(' ');

/** Links inside the book lead to the file that its page went to; the words of others stay. */
function settleLinks(blocks: readonly RootContent[], addressOf: (path: string) => string | undefined): void {
  const visit = (parent: { children: unknown[] }): void => {
    parent.children = parent.children.flatMap((child) => {
      const node = child as { readonly type: string; url?: string; children?: unknown[] };
      if (node.children) visit(node as { children: unknown[] });
      if (node.type !== 'link' || !node.url?.startsWith('inside:')) return [node];
      const address = addressOf(node.url.slice(7));
      if (address === undefined) return node.children ?? [];
      node.url = address;
      return [node];
    });
  };
  for (const block of blocks) if ('children' in block) visit(block as { children: unknown[] });
}

/** The cover picture as EPUB 3 or EPUB 2 names it. */
function coverOf({ items, metadata }: Package): string | undefined {
  const all = [...items.values()];
  const byProperty = all.find(({ properties }) => properties.includes('cover-image'));
  const named = metadata.children.find(({ name, attributes }) => name === 'meta' && attributes.get('name') === 'cover');
  const byName = items.get(named?.attributes.get('content') ?? '');
  return (byProperty ?? (byName?.mediaType.startsWith('image/') ? byName : undefined))?.path;
}
