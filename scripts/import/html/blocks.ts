/** Blocks: paragraphs, headings, lists, quotations, tables, pictures. In: nodes of a page. Out: mdast. */
import type { BlockContent, DefinitionContent, Image, ListItem, PhrasingContent, RootContent } from 'mdast';
import { isSceneBreak } from '../marks.ts';
import { phrasesOf } from './phrases.ts';
import { openTag, rawHtml } from './raw.ts';
import type { Reading } from './reading.ts';
import { tableOf } from './tables.ts';
import { classesOf, findElement, type HtmlElement, type HtmlNode } from './tree.ts';
import { isInline, visibleText } from './visible.ts';

type Inner = BlockContent | DefinitionContent;

/** Blocks of nodes: runs of inline nodes become paragraphs, containers that mean nothing fall away. */
export function blocksOf(nodes: readonly HtmlNode[], reading: Reading): RootContent[] {
  const blocks: RootContent[] = [];
  let run: HtmlNode[] = [];
  const flush = () => {
    blocks.push(...paragraphsOf(run, reading));
    run = [];
  };
  for (const node of nodes) {
    if (isPhrase(node)) run.push(node);
    else {
      flush();
      blocks.push(...blockOf(node as HtmlElement, reading));
    }
  }
  flush();
  return blocks;
}

/** Text, or an inline element that holds no block. */
function isPhrase(node: HtmlNode): boolean {
  return node.type === 'text' || (isInline(node) && (node.name === 'svg' || node.name === 'math' || !holdsBlock(node)));
}

function holdsBlock(element: HtmlElement): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (!isInline(child) || (child.name !== 'svg' && holdsBlock(child))),
  );
}

function blockOf(element: HtmlElement, reading: Reading): readonly RootContent[] {
  const special = reading.block?.(element);
  if (special) return special;
  const inner = () => blocksOf(element.children, reading) as Inner[];
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  // The press gives its headings ids, and breaks between scenes a class: what has none is an author's raw HTML.
  const isRaw = (level !== undefined && !element.attributes.has('id')) || element.name === 'hr';
  if (reading.exact && isRaw) return [{ type: 'html', value: rawHtml(element, reading.keep) }];
  if (level !== undefined) {
    const children = phrasesOf(element.children, reading).map(
      (each): PhrasingContent => (each.type === 'break' ? { type: 'text', value: ' ' } : each),
    );
    return children.length > 0 ? [{ type: 'heading', depth: Number(level) as 1, children }] : [];
  }
  switch (element.name) {
    case 'p':
      return classesOf(element).some((name) => reading.exact && name !== 'end-mark') ||
        (reading.exact && [...element.attributes.keys()].some((name) => name !== 'class'))
        ? [{ type: 'html', value: rawHtml(element, reading.keep) }]
        : holdsBlock(element)
          ? inner()
          : paragraphsOf(element.children, reading);
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'blockquote': {
      const children = inner();
      return children.length > 0 ? [{ type: 'blockquote', children }] : [];
    }
    case 'ul':
    case 'ol':
      return listOf(element, reading);
    case 'pre':
      return [codeOf(element)];
    case 'table':
      return [tableOf(element, reading)];
    case 'figure':
      return figureOf(element, reading);
    case 'dl':
      return definitionsOf(element, reading);
    default:
      return reading.exact && !['body', 'section', 'header'].includes(element.name)
        ? wrapped(element, reading)
        : inner();
  }
}

/** A run of text as paragraphs: two line breaks part them where a page has no `p`; an ornament alone is a scene break. */
function paragraphsOf(nodes: readonly HtmlNode[], reading: Reading): readonly RootContent[] {
  const phrases = phrasesOf(nodes, reading);
  const runs: PhrasingContent[][] = [[]];
  phrases.forEach((phrase, at) => {
    const double = !reading.exact && phrase.type === 'break' && phrases[at + 1]?.type === 'break';
    if (double) runs.push([]);
    else if (phrase.type !== 'break' || (runs.at(-1)?.length ?? 0) > 0) runs.at(-1)?.push(phrase);
  });
  return runs.flatMap((children): readonly RootContent[] => {
    const words = children
      .map((each) => ('value' in each ? each.value : each.type === 'break' ? '' : 'words'))
      .join('');
    if (words.replace(/[\s\u00A0\u200B\uFEFF]+/g, '') === '' && !reading.exact) return [];
    if (children.length === 0) return [];
    const plain = textOfPhrases(children);
    if (!reading.exact && plain !== undefined && isSceneBreak(plain)) return [{ type: 'thematicBreak' }];
    return [{ type: 'paragraph', children }];
  });
}

/** The text of phrases that are text and emphasis alone. */
function textOfPhrases(phrases: readonly PhrasingContent[]): string | undefined {
  const parts = phrases.map((each): string | undefined =>
    each.type === 'text'
      ? each.value
      : each.type === 'emphasis' || each.type === 'strong'
        ? textOfPhrases(each.children)
        : undefined,
  );
  return parts.includes(undefined) ? undefined : parts.join('').replaceAll('\u00A0', ' ');
}

function listOf(element: HtmlElement, reading: Reading): readonly RootContent[] {
  const all = element.children.filter((child): child is HtmlElement => child.type === 'element');
  const items = all.filter((item) => reading.block?.(item) === undefined); // notes stand in lists, and are none
  const spread = items.some(({ children }) => children.some((each) => each.type === 'element' && each.name === 'p'));
  const children = items.map((item): ListItem => {
    const box = findElement(item, (each) => classesOf(each).includes('task'));
    const checked = reading.exact && box ? visibleText(box.children, () => false) === '☑' : undefined;
    const own = checked === undefined || !box ? item.children : withoutBox(item.children, box);
    const inner = item.name === 'ul' || item.name === 'ol' ? [item] : own;
    return {
      type: 'listItem',
      spread,
      ...(checked !== undefined && { checked }),
      children: blocksOf(inner, reading) as Inner[],
    };
  });
  if (children.length === 0) return [];
  const start = Number(element.attributes.get('start') ?? 1);
  const ordered = element.name === 'ol';
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

/** The box of a task belongs to its item's first line only. */
function withoutBox(nodes: readonly HtmlNode[], box: HtmlElement): readonly HtmlNode[] {
  return nodes.flatMap((node): readonly HtmlNode[] => {
    if (node === box) return [];
    if (node.type === 'element' && node.name === 'p')
      return [{ ...node, children: node.children.filter((child) => child !== box) }];
    return [node];
  });
}

function codeOf(element: HtmlElement): RootContent {
  const code = findElement(element, ({ name }) => name === 'code');
  const lang =
    code &&
    classesOf(code)
      .find((name) => name.startsWith('language-'))
      ?.slice(9);
  const value = visibleText(element.children, () => false).replace(/\n$/, '');
  return { type: 'code', value: code ? value.replace(/^ | $/g, '') : value, ...(lang && { lang }) };
}

/** A picture with its caption is a picture with a title; a figure of anything else is its parts. */
function figureOf(element: HtmlElement, reading: Reading): readonly RootContent[] {
  const caption = findElement(element, ({ name }) => name === 'figcaption');
  const blocks = blocksOf(
    element.children.filter((child) => child !== caption),
    reading,
  );
  const [only] = blocks;
  const image = only?.type === 'paragraph' && only.children.length === 1 ? only.children[0] : undefined;
  if (reading.exact && !classesOf(element).includes('picture'))
    return [{ type: 'html', value: rawHtml(element, reading.keep) }];
  const words = caption
    ? visibleText(caption.children, () => false)
        .replace(/\s+/g, ' ')
        .trim()
    : '';
  const plain = caption?.children.every(({ type }) => type === 'text') ?? true;
  if (blocks.length === 1 && image?.type === 'image' && plain)
    return [{ type: 'paragraph', children: [{ ...image, ...(words && { title: words }) } satisfies Image] }];
  if (reading.exact) return [{ type: 'html', value: rawHtml(element, reading.keep) }];
  return [...blocks, ...(caption ? blocksOf(caption.children, reading) : [])];
}

/** Terms in bold, each before what is said of it. */
function definitionsOf(element: HtmlElement, reading: Reading): readonly RootContent[] {
  if (reading.exact) return [{ type: 'html', value: rawHtml(element, reading.keep) }];
  const blocks: RootContent[] = [];
  let term: PhrasingContent[] = [];
  for (const child of element.children) {
    if (child.type === 'text') continue;
    if (child.name === 'dt') {
      if (term.length > 0) blocks.push({ type: 'paragraph', children: term });
      const words = phrasesOf(child.children, reading);
      term = words.length > 0 ? [{ type: 'strong', children: words }] : [];
    } else {
      const [first, ...rest] = blocksOf(child.children, reading);
      const space: PhrasingContent[] = term.length > 0 ? [...term, { type: 'text', value: ' ' }] : [];
      if (first?.type === 'paragraph') blocks.push({ ...first, children: [...space, ...first.children] });
      else
        blocks.push(
          ...(term.length > 0 ? [{ type: 'paragraph' as const, children: term }] : []),
          ...(first ? [first] : []),
        );
      blocks.push(...rest);
      term = [];
    }
  }
  if (term.length > 0) blocks.push({ type: 'paragraph', children: term });
  return blocks;
}

/** A container that an author wrote as raw HTML: its tags on lines of their own where it holds blocks alone. */
function wrapped(element: HtmlElement, reading: Reading): readonly RootContent[] {
  const alone = element.children.every((child) =>
    child.type === 'text' ? child.value.trim() === '' : !isPhrase(child),
  );
  const simple = ['div', 'details', 'article', 'aside', 'main', 'footer', 'nav'].includes(element.name);
  if (!alone || !simple || element.children.length === 0)
    return [{ type: 'html', value: rawHtml(element, reading.keep) }];
  return [
    { type: 'html', value: openTag(element, reading.keep) },
    ...blocksOf(element.children, reading),
    { type: 'html', value: `</${element.name}>` },
  ];
}
