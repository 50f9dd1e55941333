/** The typed lines of a paragraph. In: phrasing content. Out: one run a line with its place; emphasis and links go on in the next. */
import type { Paragraph, PhrasingContent } from 'mdast';
import type { Position } from 'unist';

export interface TypedLine {
  readonly content: readonly PhrasingContent[];
  readonly position: Position | undefined;
}

interface Run {
  readonly content: PhrasingContent[];
  /** The author's line that it stands on. */
  line?: number | undefined;
}

/** Parts a paragraph at its line ends, soft or hard. */
export function typedLines({ children, position }: Paragraph): readonly TypedLine[] {
  const runs = runsOf(children);
  return runs.map(({ content, line }, at) => {
    if (!position || line === undefined) return { content, position };
    const start = at === 0 ? position.start : { line, column: 1 };
    const end = at === runs.length - 1 ? position.end : { line: line + 1, column: 1 };
    return { content, position: { start, end } };
  });
}

function runsOf(nodes: readonly PhrasingContent[]): readonly Run[] {
  const runs: Run[] = [{ content: [] }];
  for (const node of nodes) {
    const [first, ...more] = node.type === 'break' ? [{ content: [] }, { content: [] }] : partsOf(node);
    const last = runs.at(-1);
    last?.content.push(...(first?.content ?? []));
    if (last) last.line ??= first?.line;
    runs.push(...more);
  }
  return runs;
}

/** What of a node stands on each of its lines; nothing where that is empty. */
function partsOf(node: PhrasingContent): readonly Run[] {
  const line = node.position?.start.line;
  if (node.type === 'text')
    return node.value.split('\n').map((value, at) => {
      if (value === '') return { content: [] };
      return { content: [{ ...node, value }], line: line === undefined ? undefined : line + at };
    });
  if (!isHolder(node)) return [{ content: [node], line }];
  return runsOf(node.children).map((run) => ({
    ...run,
    content: run.content.length > 0 ? [{ ...node, children: run.content } as PhrasingContent] : [],
  }));
}

function isHolder(node: PhrasingContent): node is Extract<PhrasingContent, { children: PhrasingContent[] }> {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link';
}
