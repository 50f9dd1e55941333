/**
 * Code with its keywords in bold and its comments in italics, which every device shows. In: `code` elements, each with its language.
 * Out: the elements changed, in place; their words stay as they are.
 */
import type { Element, ElementContent } from 'hast';
import type { Scope } from 'highlight.js/lib/common';
import { elementOf } from '../html/hast-nodes.ts';

/** A block of code of a section. */
export interface CodeBlock {
  readonly element: Element;
  readonly language: string;
}

const languages: ReadonlySet<string> = new Set(
  `bash sh zsh c h cpp cc hpp css go golang java javascript js jsx mjs json py python rb ruby rs rust sql ts tsx typescript
  html svg xhtml xml yaml yml`.split(/\s+/),
);
/** The highlighter takes the square of a line’s length, and no book is about longer ones. */
const longest = { block: 20_000, line: 160 };
const tags: ReadonlyMap<string, string> = new Map([
  ...['keyword', 'literal', 'name', 'selector-tag'].map((scope) => [scope, 'b'] as const),
  ['comment', 'i'],
]);

/** Highlights what is in a known language, and neither too long nor changed by a plug-in. */
export async function highlightCode(blocks: readonly CodeBlock[]): Promise<void> {
  const known = blocks.filter(({ element, language }) => languages.has(language.toLowerCase()) && textOf(element));
  if (known.length === 0) return;
  const { default: highlighter } = await import('highlight.js/lib/common');
  for (const { element, language } of known) {
    const code = textOf(element) ?? '';
    const marked: ElementContent[] = [];
    addMarked(marked, highlighter.highlight(code, { language })._emitter.rootNode);
    if (wordsOf(marked) === code) element.children = marked; // where it fails, it gives back what it had read
  }
}

const wordsOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node.children) : ''))
    .join('');

function textOf({ children: [only, ...others] }: Element): string | undefined {
  if (only?.type !== 'text' || others.length > 0 || only.value.length > longest.block) return undefined;
  return only.value.split('\n').some((line) => line.length > longest.line) ? undefined : only.value;
}

function addMarked(into: ElementContent[], { children }: Scope): void {
  for (const child of children) {
    const last = into.at(-1);
    const tag = typeof child === 'string' ? undefined : tags.get(child.scope ?? '');
    if (typeof child !== 'string') {
      const inside: ElementContent[] = [];
      if (tag) into.push(elementOf(tag, {}, inside));
      addMarked(tag ? inside : into, child);
    } else if (last?.type === 'text') last.value += child;
    else into.push({ type: 'text', value: child });
  }
}
