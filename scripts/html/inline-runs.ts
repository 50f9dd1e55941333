/** Lines of text: inline nodes between blocks as paragraphs, paragraphs split around blocks, blocks made into lines. */
import type { Element, ElementContent } from 'hast';
import { isBlank, isBlock, isVisible, withChildren } from './hast-nodes.ts';

/** Consecutive inline nodes as arrays, blocks by themselves. */
export function inlineRuns(nodes: readonly ElementContent[]): (ElementContent[] | ElementContent)[] {
  const found: (ElementContent[] | ElementContent)[] = [];
  let run: ElementContent[] | undefined;
  for (const node of nodes) {
    if (isBlock(node)) {
      found.push(node);
      run = undefined;
    } else if (run) run.push(node);
    else {
      run = [node];
      found.push(run);
    }
  }
  return found;
}

/** Puts loose lines between blocks into paragraphs. */
export function wrapInParagraphs(children: readonly ElementContent[]): ElementContent[] {
  return inlineRuns(children).flatMap((run) => {
    if (!Array.isArray(run)) return [run];
    if (!run.some(isVisible)) return run; // <a name="x"></a> on a line of its own is no paragraph
    return lines(run)
      .filter((words) => !words.every(isBlank))
      .map((words): Element => {
        const position = words.find((word) => word.position)?.position;
        return { type: 'element', tagName: 'p', properties: {}, children: words, ...(position && { position }) };
      });
  });
}

/** Splits a line where two breaks or more follow each other, as the web writes paragraphs; trims breaks and space at its ends. */
function lines(run: readonly ElementContent[]): ElementContent[][] {
  const isBreak = (node: ElementContent | undefined): boolean => node?.type === 'element' && node.tagName === 'br';
  if (!run.some((node) => isBreak(node) && node.data?.fromHtml)) return [trimWhitespace(run)];
  const parts: ElementContent[][] = [[]];
  for (let at = 0; at < run.length; ) {
    const node = run[at];
    if (!node) break;
    let end = at;
    let breaks = 0;
    for (let next = run[end]; next && (isBreak(next) || isBlank(next)); next = run[++end]) if (isBreak(next)) breaks++;
    if (breaks > 1 || (breaks > 0 && (end === run.length || at === 0))) {
      parts.push([]);
      at = end;
      continue;
    }
    if (end === at) end = at + 1;
    parts.at(-1)?.push(...run.slice(at, end));
    at = end;
  }
  return parts.map(trimWhitespace).filter((part) => part.length > 0);
}

/** Without white space at the ends, in the text there too, nor at the ends of source lines, where a comment may leave it. */
function trimWhitespace(nodes: readonly ElementContent[]): ElementContent[] {
  const kept = trimBlankNodes(nodes).map((node) =>
    node.type === 'text' ? { ...node, value: node.value.replace(/(?<![\t ])[\t ]+\n/g, '\n') } : node,
  );
  const strip = (at: number, edge: RegExp): void => {
    const node = kept.at(at);
    if (node?.type === 'text') kept.splice(at, 1, { ...node, value: node.value.replace(edge, '') });
  };
  strip(0, /^[\t\n\f\r ]+/);
  strip(-1, /(?<![\t\n\f\r ])[\t\n\f\r ]+$/);
  return kept;
}

/** Without nodes of white space at the ends. */
export function trimBlankNodes(nodes: readonly ElementContent[]): ElementContent[] {
  let from = 0;
  let to = nodes.length;
  for (let node = nodes[from]; node && isBlank(node); node = nodes[++from]);
  for (let node = nodes[to - 1]; node && to > from && isBlank(node); node = nodes[--to - 1]);
  return nodes.slice(from, to);
}

/** A paragraph holds a line of words: it splits around blocks, and at breaks that follow each other. */
export function conformParagraph(element: Element, children: readonly ElementContent[]): ElementContent[] {
  let first = true;
  const paragraph = (run: readonly ElementContent[]): ElementContent[] =>
    lines(run).flatMap((words) => {
      const made = withChildren(element, words, first);
      // A place to link to needs no line of its own.
      if (made.properties['id'] === undefined && !words.some(isVisible)) return words.filter((word) => !isBlank(word));
      first = false;
      return [made];
    });
  if (children.every(isBlank)) return element.properties['id'] === undefined ? [] : [withChildren(element, [])];
  return inlineRuns(children).flatMap((run) => (Array.isArray(run) ? paragraph(run) : [run]));
}

/** Blocks without their boxes: their words in one line, with something between them. */
export function flattenBlocks(nodes: readonly ElementContent[], between = ' '): ElementContent[] {
  const words: ElementContent[] = [];
  const gap = (): void => {
    const last = words.at(-1);
    if (last && !(last.type === 'text' && last.value.endsWith(between))) words.push({ type: 'text', value: between });
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !isBlock(node)) {
      words.push(node);
      continue;
    }
    gap();
    const inner = flattenBlocks(node.children, between);
    words.push(...inner);
    if (inner.length) gap();
  }
  return words;
}
