/** Changes to a text, as data: what stands between two offsets becomes something else. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edits in order of place, without any that overlaps one before it; of two that begin together the longer stays.
 * An insertion takes nothing away, so it goes in before whatever begins at its place.
 */
export function ordered(edits: readonly Edit[]): readonly Edit[] {
  if (edits.length < 2) return edits;
  const sorted = [...edits].sort((a, b) => a.start - b.start || reach(b) - reach(a));
  const kept: Edit[] = [];
  let end = -1;
  for (const edit of sorted) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}

function reach({ start, end }: Edit): number {
  return start === end ? Number.POSITIVE_INFINITY : end;
}

/** The text with ordered edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    out += text.slice(from, start) + replacement;
    from = end;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Where ascending offsets of the text lie once ordered edits are made; an offset inside a change moves to its start. */
export function movedOffsets(offsets: readonly number[], edits: readonly Edit[]): number[] {
  let shift = 0;
  let next = 0;
  return offsets.map((offset) => {
    for (let edit = edits[next]; edit; edit = edits[++next]) {
      const { start, end, text } = edit;
      if (start > offset || (start === offset && end > start)) break;
      if (end > offset) return start + shift;
      shift += text.length - (end - start);
    }
    return offset + shift;
  });
}

/** Where ascending offsets of the text with ordered edits made lie in the text before: to be asked for one after another. */
export function typedOffsets(edits: readonly Edit[]): (offset: number) => number {
  let shift = 0;
  let next = 0;
  return (offset) => {
    for (let edit = edits[next]; edit && offset > edit.start + shift; edit = edits[++next]) {
      const { start, end, text } = edit;
      if (offset < start + shift + text.length) return start;
      shift += text.length - (end - start);
    }
    return offset - shift;
  };
}

/** Ordered edits of a text, and of what they make of it, as edits of the text. */
export function chained(first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const typed = typedOffsets(first);
  const later = second.map(({ start, end, text }) => ({ start: typed(start), end: typed(end), text }));
  let next = 0;
  const isTaken = (edit: Edit): boolean => {
    while ((later[next]?.start ?? Number.POSITIVE_INFINITY) <= edit.start) next++;
    return (later[next - 1]?.end ?? -1) >= edit.end; // of those that begin no later the last reaches furthest
  };
  return ordered([...later, ...first.filter((edit) => !isTaken(edit))]);
}
