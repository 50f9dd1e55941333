/**
 * Works of the Archive of Our Own: the page that it lets its readers download, and one that a browser saved. In: a body. Out: what
 * `story-sites.ts` has of any site. What the archive says of the download stands on a page at the end.
 */
import type { Element, ElementContent } from 'hast';
import { attributeOf, elementOf } from '../../html/hast-nodes.ts';
import { archiveFacts, archiveTable } from './archive-facts.ts';
import { findElement, findElements } from './parse-page.ts';
import { both, cls, id, inside, link, listed, type SiteChapter, type SitePage, said, tag } from './site-page.ts';
import { wordsOf } from './visible.ts';

const quote = tag(/^blockquote$/);

/** A work, or one of its chapters, as a browser saved it. */
export function archiveWork(body: Element): SitePage | undefined {
  const work = findElement(body, id('workskin'));
  const chapters = inside(work, id('chapters'));
  if (!work || !chapters) return undefined;
  const preface = work.children.find((each): each is Element => each.type === 'element' && cls('preface')(each));
  const isText = (each: Element): boolean =>
    cls('userstuff')(each) && (attributeOf(each, 'role') === 'article' || each.tagName === 'div');
  const authors = preface ? findElements(preface, (each) => attributeOf(each, 'rel') === 'author').map(wordsOf) : [];
  const own = findElements(
    chapters,
    (each) => cls('chapter')(each) && /^chapter-\d+$/.test(attributeOf(each, 'id') ?? ''),
  );
  const table = findElement(body, both(tag(/^dl$/), cls('work', 'meta')));
  return {
    skinned: true,
    facts: {
      title: said(inside(preface, cls('title'))),
      ...(authors.length > 1 ? { authors } : { author: authors[0] ?? said(inside(preface, cls('byline'))) }),
      ...(table && archiveTable(table).facts),
    },
    summary: inside(preface, cls('summary'), quote),
    before: listed(inside(preface, cls('notes'), cls('associations')), inside(preface, cls('notes'), quote)),
    after: listed(
      inside(findElement(work, id('work_endnotes')), quote),
      inside(findElement(work, id('children')), tag(/^ul$/)),
    ),
    chapters: (own.length > 0 ? own : [chapters]).flatMap((chapter): readonly SiteChapter[] => {
      const text = inside(chapter, isText);
      if (!text) return [];
      const isBefore = (each: Element): boolean => cls('notes')(each) && !cls('end')(each);
      return [
        {
          address: chapterAddress(inside(chapter, cls('preface'), cls('title'), link(/\/works\/\d+\/chapters\/\d+/))),
          heading:
            inside(chapter, cls('preface'), cls('title')) ??
            (own.length > 0 ? undefined : inside(preface, cls('title'))),
          before: listed(inside(chapter, cls('summary'), quote), inside(chapter, isBefore, quote)),
          text,
          after: listed(inside(chapter, cls('end', 'notes'), quote)),
        },
      ];
    }),
  };
}

/** The address that the heading of a chapter links to. */
function chapterAddress(heading: Element | undefined): string | undefined {
  const path = heading && /\/works\/\d+\/chapters\/\d+/.exec(attributeOf(heading, 'href') ?? '')?.[0];
  return path && `https://archiveofourown.org${path}`;
}

/** The archive’s own download: a preface with a table of facts, the chapters, an afterword. */
export function archiveDownload(body: Element): SitePage | undefined {
  const preface = findElement(body, id('preface'));
  const chapters = findElement(body, id('chapters'));
  if (!preface || !chapters) return undefined;
  const { facts, others } = archiveFacts(preface);
  const { labelled, about } = readPreface(preface, others);
  const afterword = findElement(body, id('afterword'));
  const notes = inside(afterword, id('endnotes'));
  const isSummary = ({ label }: Labelled): boolean => /^summary$/i.test(label);
  const summary = labelled.find(isSummary);
  return {
    skinned: true,
    facts,
    summary: summary && headed(summary),
    before: labelled.filter((each) => !isSummary(each)).map(headed),
    chapters: downloadedChapters(chapters),
    after: labelledIn(notes?.children ?? []).labelled.map(headed),
    colophon: [...about, ...(afterword ? [without(afterword, notes)] : [])],
  };
}

interface Labelled {
  readonly label: string;
  readonly nodes: ElementContent[];
}

const headed = ({ label, nodes }: Labelled): Element =>
  elementOf('div', {}, [elementOf('h1', {}, [{ type: 'text', value: label }]), ...nodes]);

/** “Summary”, “Notes” in paragraphs of their own, each with what follows it; and what stands before them. */
function labelledIn(nodes: readonly ElementContent[]) {
  const labelled: Labelled[] = [];
  const others: ElementContent[] = [];
  for (const node of nodes) {
    const label = node.type === 'element' && node.tagName === 'p' ? wordsOf(node) : '';
    if (/^(?:Chapter )?(?:End )?(?:Summary|Notes|Dedication|Disclaimer)$/i.test(label))
      labelled.push({ label, nodes: [] });
    else if (node.type !== 'element' || !cls('endnote-link')(node)) (labelled.at(-1)?.nodes ?? others).push(node);
  }
  return { labelled: labelled.filter((each) => each.nodes.some(({ type }) => type === 'element')), others };
}

/** What a preface says under labels, and what is left of it: about this copy, with `facts` that have no key in the place of its table. */
function readPreface(preface: Element, facts: readonly Element[]) {
  const meta = findElement(preface, cls('meta')) ?? preface;
  const { labelled, others } = labelledIn(meta.children);
  const left = others.flatMap((node): readonly Element[] => {
    if (node.type !== 'element' || node.tagName === 'h1' || cls('byline')(node)) return [];
    return [node.tagName === 'dl' ? { ...node, children: [...facts] } : node];
  });
  const about = preface.children.filter((each): each is Element => each.type === 'element' && each !== meta);
  return { labelled, about: [...about, ...left] };
}

/** Chapters: a box with heading, summary and notes, the text, a box with notes; a work of one chapter is its text below its title. */
function downloadedChapters({ children }: Element): readonly SiteChapter[] {
  const made: { heading?: Element; before: readonly Element[]; text: ElementContent[]; after: Element[] }[] = [];
  const quotes = (box: Element) => findElements(box, quote);
  for (const node of children) {
    const heading = node.type !== 'element' ? undefined : node.tagName === 'h2' ? node : inside(node, heads);
    if (node.type === 'element' && heading)
      made.push({ heading, before: heading === node ? [] : quotes(node), text: [], after: [] });
    else if (node.type === 'element' && cls('meta')(node)) made.at(-1)?.after.push(...quotes(node));
    else if (made.length > 0) made.at(-1)?.text.push(node);
    else made.push({ before: [], text: [node], after: [] });
  }
  return made
    .filter(({ text }) => text.some(({ type }) => type === 'element'))
    .map(({ text, ...rest }) => ({ ...rest, text: elementOf('div', {}, text) }));
}

const heads = both(tag(/^h2$/), cls('heading'));

const without = (element: Element, left: Element | undefined): Element => ({
  ...element,
  children: element.children.flatMap((child) =>
    child === left ? [] : [child.type === 'element' ? without(child, left) : child],
  ),
});
