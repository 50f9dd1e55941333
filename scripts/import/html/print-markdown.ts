/** mdast as the Markdown an author would type. In: blocks. Out: text that the press parses back to the same blocks. */
import type { InlineMath, Link, MathBlock, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Handle, type Info, type State, toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import { withDirections } from './looks.ts';
import type { Direction } from './phrasing.ts';

/** A set piece between its fences, which are all that the press reads of directives with content. */
const containerDirective = (node: ContainerDirective, _: unknown, state: State, info: Info): string => {
  return `:::${node.name || ' '}${bracesOf(node.attributes ?? {})}\n${state.containerFlow(node as never, info)}\n:::`;
};

/** `{#id .class lang=de}`; nothing where there is nothing to say. */
function bracesOf(attributes: Readonly<Record<string, unknown>>): string {
  const { id, class: typed, className = typed, ...pairs } = attributes;
  const list = [
    ...(id ? [`#${id}`] : []),
    ...[className ?? []].flat().flatMap((names) => String(names).split(' ').map(classAsTyped)),
    ...Object.entries(pairs).flatMap(([key, value]) =>
      value === undefined || value === null ? [] : [pair(key, String(value))],
    ),
  ].filter((each) => each !== '');
  return list.length > 0 ? `{${list.join(' ')}}` : '';
}

/** A width in parts of the measure is a class in a book. */
const classAsTyped = (name: string): string => (name === '' ? '' : `.${name}`.replace(/^\.width-(\d+)$/, 'width=$1%'));

const pair = (name: string, value: string): string =>
  /^[\w-]+$/.test(value) && name !== 'title' && name !== 'me'
    ? `${name}=${value}`
    : `${name}="${value.replaceAll('"', '&quot;')}"`;

/** A span: the mark of a printed page, words in small capitals, or of another direction than the book’s. */
const textDirective =
  (usual: Direction) =>
  (node: TextDirective, _: unknown, state: State, info: Info): string => {
    const { dir, ...others } = node.attributes ?? {};
    const braces = bracesOf({ ...others, ...(dir && dir !== usual && { dir }) });
    if (braces === '') return state.containerPhrasing(node, info);
    const exit = state.enter('label'); // a bracket among its words would close it
    const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
    exit();
    return `${info.before.endsWith('!') ? ':span' : ''}[${words}]${braces}`; // behind an exclamation mark brackets are a picture's
  };

/** A formula between dollars; between brackets where another, or a number, stands beside it. */
const inlineMath: Handle = (node, _, __, info) => {
  const { typed, value, display } = node as InlineMath;
  if (!info.before.endsWith('$') && !/^[\d$]/.test(info.after)) return typed;
  return display ? `\\[{${value}}\\]` : `\\({${value}}\\)`;
};

/** A formula on lines of its own. */
const math: Handle = (node) => (node as MathBlock).typed;

/** What takes attributes in braces: a heading behind a space. */
function withBraces(type: 'heading' | 'image' | 'inlineCode' | 'link'): Handle {
  const { [type]: usual } = defaultHandlers;
  const handle: Handle = (node, parent, state, info) => {
    const words = usual(node, parent, state, info);
    const { hProperties } = (node as Nodes).data ?? {};
    const braces = hProperties ? bracesOf(hProperties) : '';
    return braces && type === 'heading' ? `${words} ${braces}` : words + braces;
  };
  return Object.assign(handle, 'peek' in usual ? { peek: usual.peek } : {});
}

const tasks = gfmTaskListItemToMarkdown();
const taskOrParagraph: Handle = tasks.handlers?.paragraph ?? defaultHandlers.paragraph;

/** A paragraph, between arrows where it stands in the middle or at the right. */
const paragraph: Handle = (node, parent, state, info) => {
  const { children, data } = node as Paragraph;
  const className = data?.hProperties?.['className'];
  const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
  if (!Array.isArray(className))
    return (isTask ? undefined : plainParagraph(children)) ?? taskOrParagraph(node, parent, state, info);
  const words = taskOrParagraph(node, parent, state, { ...info, before: ' ', after: ' ' });
  return `-> ${words} ${className.includes('right') ? '->' : '<-'}`;
};

/** What needs care besides CommonMark's own marks. */
export const unsafe: readonly Unsafe[] = [
  // A span is `:span[` and nothing else: only that colon needs care, and those of a fence.
  { before: '[^\\w]', character: ':', after: 'span\\[' },
  { atBreak: true, character: ':', after: '[: \\t]' },
  // What other tools' Markdown gives a meaning, and so does the press's.
  { character: '{', inConstruct: 'phrasing' },
  { character: '$', after: '[^\\s$]', inConstruct: 'phrasing' },
  { character: '^', before: '\\S', after: '[^\\s^~]{1,41}\\^', inConstruct: 'phrasing' },
  { character: '=', after: '=', inConstruct: 'phrasing' },
  { character: '%', after: '%', inConstruct: 'phrasing' },
  { character: '>', before: '[ABDEIQTWX]', inConstruct: 'phrasing' },
  { atBreak: true, character: '-', after: '[>#]' },
];

/** Prints blocks of a book whose text runs in a direction. */
export function printMarkdown(blocks: readonly RootContent[], dir: Direction = 'ltr'): string {
  return toMarkdown(
    { type: 'root', children: withDirections(blocks, dir) },
    {
      bullet: '*',
      emphasis: '*',
      rule: '*',
      ruleSpaces: true,
      fences: true,
      listItemIndent: 'one',
      resourceLink: false,
      extensions: [
        gfmFootnoteToMarkdown(),
        gfmStrikethroughToMarkdown(),
        gfmTableToMarkdown({ tablePipeAlign: false }),
        tasks,
      ],
      handlers: {
        containerDirective,
        inlineMath,
        math,
        paragraph,
        textDirective: textDirective(dir),
        text: printText,
        heading: withBraces('heading'),
        image: withBraces('image'),
        inlineCode: withBraces('inlineCode'),
        link: withBraces('link'),
      },
      unsafe: [...unsafe],
    },
  );
}

/**
 * Most texts hold nothing that any pattern of mdast-util-to-markdown calls unsafe; to try them all, text by text, took a
 * third of an import. Where a line begins, or after a bracket, such a text opens with a letter or a quotation mark.
 */
const printText: Handle = (node, parent, state, info) => {
  const value: unknown = node.value;
  const isPlain =
    typeof value === 'string' &&
    !signs.test(value) &&
    !value.endsWith('!') &&
    (opensPlainly.test(value) || !/[\r\n\]]$/.test(info.before)) &&
    !(value.endsWith(' ') && /^[\r\n]/.test(info.after));
  if (isPlain) return value;
  const printed = defaultHandlers.text(node, parent, state, info);
  return /[$^]/.test(printed) ? printed.replace(bareSign, '\\$&') : printed;
};

/** A sign that mdast-util-to-markdown leaves bare where the next one has a backslash: it would open a formula, or what is raised, all the same. */
const bareSign = /(?<=(?:^|[^\\])(?:\\\\)*)[$^](?=\\)/g;

const signs = /[\t\r\n*<>[\]\\_`|~#^={%$]|&(?:[#A-Za-z]|$)/;
const opensPlainly = /^[\p{L}“”‘’"'…—–]/u;

/** A paragraph of such texts, links and emphasis whose marks can be nothing else, as it is printed; undefined for any other. */
function plainParagraph(children: readonly PhrasingContent[]): string | undefined {
  const run = joined(children, false);
  return run !== undefined && opensPlainly.test(run.replace(/^\*+/, '')) && !/ $|!\[|:span\[/.test(run)
    ? run
    : undefined;
}

function joined(nodes: readonly PhrasingContent[], isWithin: boolean): string | undefined {
  let run = '';
  let isMarked = false;
  for (const node of nodes) {
    let piece: string | undefined;
    const mark = node.type === 'emphasis' ? '*' : node.type === 'strong' ? '**' : '';
    if (node.type === 'text') piece = signs.test(node.value) ? undefined : node.value;
    else if (!isWithin && isPlainLink(node)) piece = wrapped(node.children, '[', `](${node.url})`);
    else if (!isWithin && 'children' in node && mark !== '' && /(?:^|\s)$/.test(run))
      piece = wrapped(node.children, mark, mark);
    if (piece === undefined || (isMarked && !/^[\s.,;:!?…]/.test(piece))) return undefined;
    run += piece;
    isMarked = mark !== '';
  }
  return run;
}

/** Words between marks: at their edges stand letters, or signs that only open or close (CommonMark 0.31 §6.2). */
function wrapped(nodes: readonly PhrasingContent[], before: string, after: string): string | undefined {
  const inner = joined(nodes, true);
  return inner !== undefined && /^[\p{L}\p{N}“‘«]/u.test(inner) && /[\p{L}\p{N}.,!?…”’»]$/u.test(inner)
    ? before + inner + after
    : undefined;
}

/** A link inside the book. */
const isPlainLink = (node: PhrasingContent): node is Link =>
  node.type === 'link' && typeof node.title !== 'string' && !node.data?.hProperties && /^[\w./#-]+$/.test(node.url);
