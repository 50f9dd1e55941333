/** Lists of items, lists of terms, and text set as it was typed. In: elements, and a way to read what they hold. Out: mdast. */
import type { Element, ElementContent } from 'hast';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { attributeOf, classesOf, elementOf } from '../../html/hast-nodes.ts';
import type { HtmlReader, ToBlocks } from './html-reader.ts';
import { findElement } from './parse-page.ts';
import { marked, phrasesOf } from './phrasing.ts';
import { rawHtml } from './print-raw.ts';
import { isInline, visibleText } from './visible.ts';

/** A list, its tasks told by their boxes. */
export function listOf(element: Element, reader: HtmlReader, blocksOf: ToBlocks): readonly RootContent[] {
  const items = itemsOf(element).filter((item) => reader.block?.(item) === undefined); // notes stand in lists, and are none
  const spread = items.some(({ children }) => children.some((each) => each.type === 'element' && each.tagName === 'p'));
  const children = items.map((item): ListItem => {
    const box = findElement(item, (each) => classesOf(each).includes('task'));
    const checked = reader.exact && box ? visibleText(box.children, () => false) === '☑' : undefined;
    const own = checked === undefined || !box ? item.children : withoutBox(item.children, box);
    const inner = item.tagName === 'ul' || item.tagName === 'ol' ? [item] : own;
    return {
      type: 'listItem',
      spread,
      ...(checked !== undefined && { checked }),
      children: blocksOf(inner, reader) as ListItem['children'],
    };
  });
  if (children.length === 0) return [];
  const start = Number(attributeOf(element, 'start') ?? 1);
  const ordered = element.tagName === 'ol';
  return [
    {
      type: 'list',
      ordered,
      ...(ordered && { start: Number.isSafeInteger(start) && start >= 0 ? start : 1 }),
      spread,
      children,
    },
  ];
}

/** Lists that count on, one right below the other, as one. */
export function withListsJoined(blocks: RootContent[]): RootContent[] {
  if (!blocks.some((block, at) => countsOn(blocks[at - 1], block))) return blocks;
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.type === 'list' && block.type === 'list' && countsOn(last, block))
      joined[joined.length - 1] = { ...last, children: [...last.children, ...block.children] };
    else joined.push(block);
  }
  return joined;
}

const countsOn = (one: RootContent | undefined, other: RootContent): boolean =>
  one?.type === 'list' &&
  other.type === 'list' &&
  one.ordered === true &&
  other.start === (one.start ?? 1) + one.children.length;

/** The items of a list; what stands between them is one, too. */
function itemsOf({ children }: Element): readonly Element[] {
  const items: Element[] = [];
  let stray: ElementContent[] | undefined;
  for (const child of children) {
    if (child.type === 'element' && !isInline(child)) {
      items.push(child);
      stray = undefined;
    } else if (stray) stray.push(child);
    else if (child.type === 'element' || child.value.trim() !== '') {
      stray = [child];
      items.push(elementOf('li', {}, stray));
    }
  }
  return items;
}

/** The box of a task belongs to its item's first line only. */
function withoutBox(nodes: readonly ElementContent[], box: Element): readonly ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node === box) return [];
    if (node.type === 'element' && node.tagName === 'p')
      return [{ ...node, children: node.children.filter((child) => child !== box) }];
    return [node];
  });
}

/** Text whose spaces and lines are kept. */
export function codeOf(element: Element, reader: HtmlReader): RootContent {
  const code = findElement(element, ({ tagName }) => tagName === 'code');
  const lang =
    code &&
    classesOf(code)
      .find((name) => name.startsWith('language-'))
      ?.slice(9);
  const value = visibleText(element.children, (each) => reader.phrase?.(each) !== undefined).replace(/\n$/, '');
  return { type: 'code', value: code ? value.replace(/^ | $/g, '') : value, ...(lang && { lang }) };
}

/** Terms in bold, each before what is said of it. */
export function definitionsOf(element: Element, reader: HtmlReader, blocksOf: ToBlocks): readonly RootContent[] {
  if (reader.exact) return [{ type: 'html', value: rawHtml(element, reader.keep) }];
  const blocks: RootContent[] = [];
  let term: PhrasingContent[] = [];
  const endTerm = () => {
    if (term.length > 0) blocks.push({ type: 'paragraph', children: term });
    term = [];
  };
  for (const child of itemsOf(element)) {
    if (child.tagName === 'dt') {
      endTerm();
      if (reader.block?.(child)?.length === 0) continue; // left out
      const words = phrasesOf(child.children, reader);
      term = marked('strong', words);
      continue;
    }
    const [first, ...rest] = reader.block?.(child) ?? blocksOf(child.children, reader);
    if (first?.type === 'paragraph' && term.length > 0) {
      blocks.push({ ...first, children: [...term, { type: 'text', value: ' ' }, ...first.children] });
      term = [];
    } else {
      endTerm();
      if (first) blocks.push(first);
    }
    blocks.push(...rest);
  }
  endTerm();
  return blocks;
}
