/**
 * Typesets Markdown as Markdown: the edits go back into the source, and every other byte stays.
 * In: the source and its tree. Out: the new source.
 */
import type { Nodes, Root } from 'mdast';
import type { Typography } from '../book/house-styles.ts';
import { sourceOffsets } from '../markdown/source-map.ts';
import type { Problem } from '../report/problem.ts';
import { createPassageTypesetter } from './apply-rules.ts';
import { queriesOf } from './queries/ask.ts';
import type { LocatedPassage } from './queries/located-passage.ts';
import { applyEdits, type Edit } from './text/edits.ts';
import { collectPassages, type Passage } from './text/passages.ts';

export interface MarkdownOptions {
  /** What queries call the text. */
  readonly path: string;
  /** BCP 47. */
  readonly lang: string;
  readonly typography: Typography;
}

/** Sets the text of a Markdown source whose tree keeps its positions and its literal marks. */
export function typesetMarkdown(
  source: string,
  tree: Root,
  { path, lang, typography }: MarkdownOptions,
): { readonly text: string; readonly problems: readonly Problem[] } {
  const passages: Passage[] = [];
  collectPassages(tree as Nodes, lang, passages);
  const compose = createPassageTypesetter(passages, typography, lang);
  const locatedPassages: LocatedPassage[] = [];
  for (const [i, passage] of passages.entries()) {
    const composed = compose(passage, passages[i + 1]?.text, locatedPassages.at(-1)?.composed);
    locatedPassages.push({ passage, composed, path });
  }
  const inSource = locatedPassages.flatMap(({ passage, composed }) => toSource(source, passage, composed.edits));
  inSource.sort((a, b) => a.start - b.start);
  return {
    text: applyEdits(source, inSource),
    problems: queriesOf(locatedPassages, typography, new Map([[path, source]])),
  };
}

/** A passage's edits as edits of the source it was read from; those across two nodes are left out. */
function toSource(source: string, { pieces }: Passage, edits: readonly Edit[]): readonly Edit[] {
  const mapped: Edit[] = [];
  let next = 0;
  for (const { node, start } of pieces) {
    const end = start + node.value.length;
    let offsets: readonly number[] | undefined;
    for (; next < edits.length; next++) {
      const edit = edits[next];
      if (!edit || edit.start >= end) break;
      if (edit.start < start || edit.end > end) continue;
      if (edit.start === start && start > 0 && wouldUndoEmphasis(edit)) continue;
      offsets ??= sourceOffsets(source, node);
      const from = offsets?.[edit.start - start];
      const to = offsets?.[edit.end - start];
      if (from !== undefined && to !== undefined) mapped.push({ start: from, end: to, text: edit.text });
    }
  }
  return mapped;
}

/**
 * Whether a change would stand directly behind an asterisk and keep it from closing its emphasis: in “*What!*—he” the
 * asterisk closes because a mark follows it, and a word joiner is none.
 */
function wouldUndoEmphasis({ start, end, text }: Edit): boolean {
  return start === end || text.startsWith('\u2060');
}
