/** What the press has made of callouts, divisions, formulas and attributes in braces, back to what an author types. */
import type { Element, ElementContent } from 'hast';
import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { attributeOf, classesOf, isElement, withoutClass } from '../../html/hast-nodes.ts';
import { blocksOf } from '../html/blocks.ts';
import type { HtmlReader } from '../html/html-reader.ts';
import { phrasesOf } from '../html/phrasing.ts';
import { setPiece } from '../html/set-piece.ts';
import { isInline, visibleText } from '../html/visible.ts';

/** The block that an element is; undefined for one that Markdown's own signs, or raw HTML, stand for. */
export function formOf(element: Element, reader: HtmlReader): RootContent | undefined {
  const [name = ''] = classesOf(element);
  if (element.tagName === 'blockquote') return name === 'callout' ? calloutOf(element, reader) : undefined;
  if (element.tagName === 'p') return name === 'formula' ? formulaBlockOf(element) : undefined;
  if (element.tagName === 'div') return divisionOf(element, reader);
  if (element.tagName === 'pre') return codeWithClassesOf(element, reader);
  return /^h\d$/.test(element.tagName) ? headingOf(element, reader) : undefined;
}

/** The phrase that an element is: a formula, or a picture, a link or code with attributes; undefined for any other. */
export function phraseFormOf(element: Element, reader: HtmlReader): PhrasingContent | undefined {
  const { tagName } = element;
  if (tagName === 'math') return formulaOf(element);
  if (tagName === 'code' && classesOf(element)[0] === 'tex') {
    const typed = textIn(element);
    return { type: 'inlineMath', value: typed, typed, display: false };
  }
  if (classesOf(element)[0]?.startsWith('language-')) return undefined; // of a block of code
  const names = ['class', 'lang', 'dir', ...(tagName === 'img' ? ['width', 'height'] : [])];
  if (!/^(?:img|a|code)$/.test(tagName) || names.every((each) => attributeOf(element, each) === undefined))
    return undefined;
  const { className: _, lang, dir, width, height, xmlLang, ...others } = element.properties;
  const own = classesOf(element);
  // The press says of a large picture that it fills the measure.
  const className = own.at(-1) === 'wide' ? own.slice(0, -1) : own;
  const [node, ...more] = phrasesOf([{ ...element, properties: others }], reader);
  if (!node || more.length > 0) return undefined;
  const pairs = Object.fromEntries(
    Object.entries({ className, lang, dir, width, height }).filter(([, each]) => each !== undefined && each !== null),
  );
  return { ...node, data: { ...node.data, hProperties: pairs } } as PhrasingContent;
}

const textIn = (element: Element): string => visibleText(element.children, () => false);

/** `> [!NOTE] Title`. */
function calloutOf(element: Element, reader: HtmlReader): Blockquote | undefined {
  const kind = classesOf(element)
    .find((name) => name.startsWith('callout-'))
    ?.slice('callout-'.length);
  const [title, ...rest] = element.children.filter((child) => child.type === 'element');
  const strong = title && classesOf(title)[0] === 'callout-title' ? title.children[0] : undefined;
  if (kind === undefined || !isElement(strong, 'strong')) return undefined;
  const head: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'html', value: `[!${kind.toUpperCase()}] ` }, ...phrasesOf(strong.children, reader)],
  };
  return { type: 'blockquote', children: [head, ...(blocksOf(rest, reader) as Blockquote['children'])] };
}

/** `::: {.name lang=de}`: a division as the press prints it. Between the blocks of one that was typed as HTML stand empty lines, or a line end behind its last paragraph. */
function divisionOf(element: Element, reader: HtmlReader): RootContent | undefined {
  const { children } = element;
  const { className, id, lang, dir, xmlLang, ...others } = element.properties;
  const isTyped = (child: ElementContent): boolean =>
    child.type === 'element' ? isInline(child) : child.type === 'text' && child.value !== '\n';
  const [last, end] = [children.findLast((child) => child.type === 'element'), children.at(-1)];
  const endsLine = isElement(last, 'ul', 'ol', 'blockquote', 'figure', 'table', 'dl');
  if (!last || endsLine !== (end !== last) || children.some(isTyped) || Object.keys(others).length > 0)
    return undefined;
  const pairs = {
    id: reader.keep('id', String(id ?? ''), element) || undefined,
    class: classesOf(element).join(' ') || undefined,
    lang,
    dir,
  };
  const attributes = Object.fromEntries(
    Object.entries(pairs).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])),
  );
  return setPiece('', blocksOf(children, reader), attributes);
}

/** ```` ```{.python .name} ````. */
function codeWithClassesOf(element: Element, reader: HtmlReader): RootContent | undefined {
  const classes = classesOf(element);
  const [code] = classes.length > 0 ? blocksOf([withoutClass(element)], reader) : [];
  if (code?.type !== 'code' || !code.lang) return undefined;
  return { ...code, lang: `{.${code.lang}`, meta: `${classes.map((name) => `.${name}`).join(' ')}}` };
}

/** `## Title {.name}`. */
function headingOf(element: Element, reader: HtmlReader): RootContent | undefined {
  const className = classesOf(element).filter((name) => name !== 'title');
  if (className.length === 0 || attributeOf(element, 'id') === undefined) return undefined;
  const [heading, ...others] = blocksOf([withoutClass(element)], reader);
  return heading?.type === 'heading' && others.length === 0
    ? { ...heading, data: { ...heading.data, hProperties: { className } } }
    : undefined;
}

/** A formula on lines of its own; what TeX's reader did not understand stands as it was typed. */
function formulaBlockOf({ children }: Element): RootContent | undefined {
  const [only] = children;
  if (isElement(only, 'code')) return { type: 'math', value: textIn(only), typed: textIn(only) };
  const value = isElement(only, 'math') ? attributeOf(only, 'alttext') : undefined;
  return value === undefined ? undefined : { type: 'math', value, typed: `$$\n${value}\n$$` };
}

/** A formula in a line of text: its alternative text is the TeX. */
function formulaOf(element: Element): PhrasingContent | undefined {
  const value = attributeOf(element, 'alttext');
  if (value === undefined) return undefined;
  const display = attributeOf(element, 'display') === 'block';
  const typed = display ? `$$${value}$$` : value.includes('$') ? `\\(${value}\\)` : `$${value}$`;
  return { type: 'inlineMath', value, display, typed };
}
