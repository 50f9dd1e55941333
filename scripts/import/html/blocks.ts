/** Blocks: paragraphs, headings, lists, quotations, tables, pictures. In: nodes of a page. Out: mdast. */
import type { Element, ElementContent } from 'hast';
import type { BlockContent, DefinitionContent, Image, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { foreignElements } from '../../book/html-elements.ts';
import { attributeOf, classesOf, isElement } from '../../html/hast-nodes.ts';
import { isSceneBreak } from '../story-marks.ts';
import { guessedAs, placedAt } from './guesses.ts';
import type { HtmlReader } from './html-reader.ts';
import { codeOf, definitionsOf, listOf, withListsJoined } from './lists.ts';
import { withLooks } from './looks.ts';
import { mergeInline, trimInline } from './merge-inline.ts';
import { phrasesOf } from './phrasing.ts';
import { openTag, rawHtml } from './print-raw.ts';
import { anchorAt, anchored, isAnchor, isAnchorsAlone } from './resolve-links.ts';
import { tableOf } from './tables.ts';
import { typedProse } from './typed-prose.ts';
import { withVerseGrouped } from './verse.ts';
import { isInline, visibleText, wordsOf } from './visible.ts';

type Inner = BlockContent | DefinitionContent;

/** Blocks of nodes: runs of inline nodes become paragraphs, containers that mean nothing fall away. */
export function blocksOf(nodes: readonly ElementContent[], reader: HtmlReader): RootContent[] {
  const blocks: RootContent[] = [];
  let run: ElementContent[] = [];
  let empty = 0;
  const add = ([first, ...others]: readonly RootContent[]): void => {
    if (!first) return;
    blocks.push(empty > 0 ? { ...first, data: { ...first.data, empty } } : first, ...others);
    empty = 0;
  };
  const flush = () => {
    add(placedAt(paragraphsOf(run, reader), run[0] && reader.place?.(run[0])));
    run = [];
  };
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element' || isPhrase(node) || (isInline(node) && reader.phrase?.(node))) run.push(node);
    else if (reader.exact || !isInline(node)) {
      flush();
      const made = blockOf(node, reader);
      add(made);
      if (made.length === 0 && node.tagName === 'p') empty++;
    } else {
      const special = reader.block?.(node);
      if (special) {
        flush();
        add(special);
      } else openedUp(node, reader).forEach(visit);
    }
  };
  (reader.exact ? nodes : withVerseGrouped(nodes)).forEach(visit);
  flush();
  return withAnchors(reader.exact ? blocks : withListsJoined(blocks));
}

/** What an inline element around blocks holds: its lines of text inside it, its blocks without it. */
function openedUp(element: Element, reader: HtmlReader): readonly ElementContent[] {
  const { id, name, ...properties } = element.properties;
  const opened: ElementContent[] = reader.anchor?.(element) === undefined ? [] : [{ ...element, children: [] }];
  let run: ElementContent[] | undefined;
  for (const child of element.children) {
    if (!isPhrase(child)) {
      opened.push(child);
      run = undefined;
    } else if (run) run.push(child);
    else {
      run = [child];
      opened.push({ ...element, properties, children: run });
    }
  }
  return opened;
}

/** Marks that stand alone go to the next line of text, or to the end of the last. */
function withAnchors(blocks: RootContent[]): RootContent[] {
  if (!blocks.some(isAnchorsAlone)) return blocks;
  const settled: RootContent[] = [];
  let waiting: PhrasingContent[] = [];
  for (const block of blocks) {
    const marked = isAnchorsAlone(block) ? undefined : anchored([block], waiting);
    if (!marked) waiting.push(...(block as Paragraph).children);
    else settled.push(...marked);
    if (marked && marked[0] !== block) waiting = [];
  }
  const last = settled.at(-1);
  if (last?.type === 'paragraph') settled[settled.length - 1] = { ...last, children: [...last.children, ...waiting] };
  else if (waiting.length > 0) settled.push({ type: 'paragraph', children: waiting });
  return settled;
}

/** Text, or an inline element that holds no block. */
function isPhrase(node: ElementContent): boolean {
  return node.type !== 'element' || (isInline(node) && (foreignElements.has(node.tagName) || !holdsBlock(node)));
}

function holdsBlock(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' && (!isInline(child) || (!foreignElements.has(child.tagName) && holdsBlock(child))),
  );
}

function blockOf(element: Element, reader: HtmlReader): readonly RootContent[] {
  const address = reader.anchor?.(element);
  const within = placedAt(blocksWithin(element, reader), reader.place?.(element));
  const blocks = withLooks(within, element, reader);
  return address === undefined ? blocks : anchored(blocks, [anchorAt(address)]);
}

function blocksWithin(element: Element, reader: HtmlReader): readonly RootContent[] {
  const special = reader.block?.(element);
  if (special) return special;
  const inner = () => blocksOf(element.children, reader) as Inner[];
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  // The press gives its headings ids, and breaks between scenes a class: what has none is an author's raw HTML.
  const isRaw = (level !== undefined && attributeOf(element, 'id') === undefined) || element.tagName === 'hr';
  if (reader.exact && isRaw) return [{ type: 'html', value: rawHtml(element, reader.keep) }];
  if (level !== undefined) return headingOf(element, Number(level), reader);
  switch (element.tagName) {
    case 'p':
      return classesOf(element).some((name) => reader.exact && !/^(?:end-mark|center|right)$/.test(name)) ||
        (reader.exact && Object.keys(element.properties).some((name) => name !== 'className'))
        ? [{ type: 'html', value: rawHtml(element, reader.keep) }]
        : holdsBlock(element)
          ? inner()
          : paragraphsOf(element.children, reader);
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'blockquote': {
      const children = inner();
      return children.length > 0 ? [{ type: 'blockquote', children }] : [];
    }
    case 'ul':
    case 'ol':
      return listOf(element, reader, blocksOf);
    case 'pre': {
      const prose = reader.exact ? undefined : typedProse(element);
      return prose ? paragraphsOf(prose, reader) : [codeOf(element, reader)];
    }
    case 'table':
      return tableOf(element, reader, blocksOf);
    case 'figure':
      return figureOf(element, reader);
    case 'dl':
      return definitionsOf(element, reader, blocksOf);
    case 'body':
    case 'header':
      return inner();
    default:
      return reader.exact ? wrapped(element, reader) : inner();
  }
}

/** Whole texts are set as headings for their size; eighteenth-century chapters have the longest that are some. */
const longestHeading = 450;

function headingOf(element: Element, level: number, reader: HtmlReader): readonly RootContent[] {
  const words = reader.exact ? '' : wordsOf(element);
  // An ornament heads nothing.
  if (words.length > longestHeading || isSceneBreak(words)) return paragraphsOf(element.children, reader);
  const figure = reader.exact ? [] : figureIn(element);
  const inner = element.children.filter((child) => !figure.includes(child));
  const phrases = mergeInline(phrasesOf(inner, reader).map(onOneLine));
  const start = Math.max(
    0,
    phrases.findIndex((each) => !isAnchor(each)),
  );
  const children = reader.exact ? phrases : [...phrases.slice(0, start), ...trimInline(phrases.slice(start), true)];
  const below = figure.flatMap((each) => paragraphsOf([each], reader));
  return children.length > 0 ? [{ type: 'heading', depth: level as 1, children }, ...below] : below;
}

/** A picture and its caption in a heading that has words of its own: they stand below it. */
function figureIn({ children }: Element): readonly ElementContent[] {
  const isCaption = (node: ElementContent): boolean => node.type === 'element' && classesOf(node).includes('caption');
  const figure = children.filter((node) => isCaption(node) || isElement(node, 'img'));
  const hasWords = children.some(
    (node) => !figure.includes(node) && /[\p{L}\p{N}]/u.test(visibleText([node], () => false)),
  );
  return hasWords && children.some(isCaption) ? figure : [];
}

/** A heading is one line. */
const onOneLine = (phrase: PhrasingContent): PhrasingContent =>
  phrase.type === 'break'
    ? { type: 'text', value: ' ' }
    : 'children' in phrase
      ? ({ ...phrase, children: phrase.children.map(onOneLine) } as PhrasingContent)
      : phrase;

/** A run of text as paragraphs: two line breaks part them where a page has no `p`; an ornament alone is a scene break. */
function paragraphsOf(nodes: readonly ElementContent[], reader: HtmlReader): readonly RootContent[] {
  const runs: PhrasingContent[][] = [[]];
  const all = phrasesOf(nodes, reader);
  // A no-break space between two line breaks holds a line open that says nothing.
  const isHeld = (at: number): boolean => all[at - 1]?.type === 'break' && all[at + 1]?.type === 'break';
  const phrases = reader.exact
    ? all
    : all.filter((each, at) => !(isHeld(at) && each.type === 'text' && /^[\s\u00A0]*$/.test(each.value)));
  phrases.forEach((phrase, at) => {
    const double = !reader.exact && phrase.type === 'break' && phrases[at + 1]?.type === 'break';
    if (double) runs.push([]);
    else if (phrase.type !== 'break' || (runs.at(-1)?.length ?? 0) > 0) runs.at(-1)?.push(phrase);
  });
  return (reader.exact ? runs : runs.map(withoutIndent)).flatMap((children): readonly RootContent[] => {
    const shows = children.some((each) =>
      'value' in each ? /[^\s\u00A0\u200B\uFEFF]/.test(each.value) : each.type !== 'break',
    );
    if (!shows && !reader.exact) {
      const anchors = children.filter(isAnchor);
      return anchors.length > 0 ? [{ type: 'paragraph', children: anchors }] : [];
    }
    if (children.length === 0) return [];
    const plain = textOfPhrases(children);
    if (!reader.exact && plain !== undefined && isSceneBreak(plain)) {
      const way = /[a-z]/i.test(plain) ? 'row of letters' : 'row of ornaments';
      return [guessedAs({ type: 'thematicBreak' }, 'a scene break', way, plain)];
    }
    return [{ type: 'paragraph', children }];
  });
}

/** Without the full-width spaces that Chinese and Japanese typists set a paragraph in with: the book does it. */
function withoutIndent(phrases: PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = phrases;
  if (first?.type !== 'text' || !/^\s*\u3000/.test(first.value)) return phrases;
  const value = first.value.replace(/^[\s\u3000]+/, '');
  return value === '' ? withoutIndent(rest) : [{ ...first, value }, ...rest];
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

/** A container that an author wrote as raw HTML: its tags on lines of their own where it holds blocks alone. */
function wrapped(element: Element, reader: HtmlReader): readonly RootContent[] {
  const alone = element.children.every((child) =>
    child.type === 'text' ? child.value.trim() === '' : !isPhrase(child),
  );
  const simple = ['div', 'section', 'details', 'article', 'aside', 'main', 'footer', 'nav'].includes(element.tagName);
  if (!alone || !simple || element.children.length === 0)
    return [{ type: 'html', value: rawHtml(withoutBreaks(element), reader.keep) }];
  return [
    { type: 'html', value: openTag(element, reader.keep) },
    ...blocksOf(element.children, reader),
    { type: 'html', value: `</${element.tagName}>` },
  ];
}

/** The line breaks that the press puts around blocks beside bare text: what is typed with them would get more of them. */
function withoutBreaks(element: Element): Element {
  const isBlock = (node: ElementContent | undefined): boolean => node?.type === 'element' && !isInline(node);
  const isMixed = element.children.some(
    (child) => !isBlock(child) && (child.type === 'element' || child.value.trim() !== ''),
  );
  const children = element.children.flatMap((child, at): readonly ElementContent[] => {
    if (child.type === 'element') return [withoutBreaks(child)];
    const beside = isBlock(element.children[at - 1]) || isBlock(element.children[at + 1]);
    return isMixed && beside && child.value.trim() === '' ? [] : [child];
  });
  return { ...element, children };
}

/** A picture with its caption is a picture with a title; a figure of anything else is its parts. */
function figureOf(element: Element, reader: HtmlReader): readonly RootContent[] {
  const caption = element.children.find((child): child is Element => isElement(child, 'figcaption'));
  const blocks = blocksOf(
    element.children.filter((child) => child !== caption),
    reader,
  );
  const [only] = blocks;
  const image = only?.type === 'paragraph' && only.children.length === 1 ? only.children[0] : undefined;
  if (reader.exact && !classesOf(element).includes('picture'))
    return [{ type: 'html', value: rawHtml(element, reader.keep) }];
  const words = caption ? wordsOf(caption) : '';
  const plain = caption?.children.every(({ type }) => type === 'text') ?? true;
  if (blocks.length === 1 && image?.type === 'image' && plain)
    return [{ type: 'paragraph', children: [{ ...image, ...(words && { title: words }) } satisfies Image] }];
  if (reader.exact) return [{ type: 'html', value: rawHtml(element, reader.keep) }];
  return [...blocks, ...(caption ? blocksOf(caption.children, reader) : [])];
}
