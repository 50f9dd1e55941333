/**
 * Parts a paragraph at lines. In: a paragraph, the text it was parsed from, and the lines that begin another.
 * Out: paragraphs whose positions are theirs; emphasis that goes on over a line goes on in the next paragraph.
 */
import type { Paragraph, PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';

/** Parts a paragraph; one that holds no such line comes back as it is. */
export function splitParagraph(paragraph: Paragraph, text: string, begins: (line: number) => boolean): Paragraph[] {
  const parts = splitAll(paragraph.children, text, begins);
  if (parts.length === 1) return [paragraph];
  return parts.map((children) => {
    const start = children[0]?.position?.start;
    const end = children.at(-1)?.position?.end;
    return { ...paragraph, children, ...(start && end && { position: { start: { ...start }, end: { ...end } } }) };
  });
}

type Holder = Extract<PhrasingContent, { children: PhrasingContent[] }>;

function splitAll(
  nodes: readonly PhrasingContent[],
  text: string,
  begins: (line: number) => boolean,
): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (parts.at(-1)?.at(-1)?.type === 'break' && begins(node.position?.start.line ?? 0)) {
      parts.at(-1)?.pop();
      parts.push([]);
    }
    const [first, ...more] = splitNode(node, text, begins);
    if (first) parts.at(-1)?.push(first);
    for (const each of more) parts.push(each ? [each] : []);
  }
  return parts.filter((part) => part.length > 0);
}

/** The parts of a node; undefined where a part is empty. */
function splitNode(
  node: PhrasingContent,
  text: string,
  begins: (line: number) => boolean,
): readonly (PhrasingContent | undefined)[] {
  const { position } = node;
  if (!position || position.start.line === position.end.line) return [node];
  if (node.type === 'text') return splitText(node, text, begins);
  if (!('children' in node)) return [node];
  const parts = splitAll(node.children, text, begins);
  if (parts.length < 2) return [node];
  return parts.map((children, at) => {
    const start = at === 0 ? position.start : (children[0]?.position?.start ?? position.start);
    const end = at === parts.length - 1 ? position.end : (children.at(-1)?.position?.end ?? position.end);
    return { ...node, children, position: { start: { ...start }, end: { ...end } } } as Holder;
  });
}

function splitText(node: Text, text: string, begins: (line: number) => boolean): readonly (Text | undefined)[] {
  const { position, value, data } = node;
  const rows = value.split('\n');
  if (!position || rows.length - 1 !== position.end.line - position.start.line) return [node];
  const parts: Text[] = [];
  let from = 0;
  let start: Point = position.start;
  let lineStart = (start.offset ?? 0) - start.column + 1;
  let at = 0;
  const cut = (end: Point): void => {
    const own = value.slice(from, at).replace(/\r$/, '');
    const literal = data?.literal?.flatMap((index) => (index >= from && index < at ? index - from : []));
    const typed = data?.typed?.filter((_, index) => {
      const place = data.literal?.[index] ?? -1;
      return place >= from && place < at;
    });
    parts.push({
      ...node,
      value: own,
      position: { start: { ...start }, end: { ...end } },
      ...(data && { data: { ...data, ...(literal && typed && { literal, typed }) } }),
    });
  };
  rows.forEach((row, index) => {
    if (index > 0) {
      const line = position.start.line + index;
      const end = /\r\n?|\n/.exec(text.slice(lineStart))?.index ?? text.length - lineStart;
      const before = text.slice(lineStart, lineStart + end).trimEnd().length;
      const next = lineStart + end + (text.startsWith('\r\n', lineStart + end) ? 2 : 1);
      if (begins(line)) {
        cut({ line: line - 1, column: before + 1, offset: lineStart + before });
        const spaces = /^[ \t>]*/.exec(text.slice(next, next + 400))?.[0].length ?? 0;
        start = { line, column: spaces + 1, offset: next + spaces };
        from = at + 1;
      }
      lineStart = next;
      at++;
    }
    at += row.length;
  });
  cut(position.end);
  return parts.length === 1 ? [node] : parts.map((part) => (part.value === '' ? undefined : part));
}
