/**
 * A text that is edited here and may be changed elsewhere. In: what its store has now. Out: what is to change in the editor, or
 * that both changed the same words. Texts have line feeds between their lines.
 */
import { areApart, type TextChange, textChanges } from './text-changes.ts';

export interface OpenText {
  /** What the store had when it was heard of last. */
  readonly base: string;
  /** What was sent to the store since, the oldest first: it comes back, perhaps after more was typed. */
  readonly sent: readonly string[];
  /** What the store has, where it does not go together with what was typed here. */
  readonly conflict?: string | undefined;
}

interface Received {
  readonly open: OpenText;
  /** To be made in `base` and carried over to what is typed. */
  readonly changes: readonly TextChange[];
  /** Whether the editor then has words that the store has not heard of. */
  readonly isToSend: boolean;
}

/** Takes in what the store has; `mine` is what the editor shows. */
export function receive(open: OpenText, mine: string, theirs: string): Received {
  const settled = (changes: readonly TextChange[] = [], isToSend = false): Received => ({
    open: { base: theirs, sent: [] },
    changes,
    isToSend,
  });
  if (theirs === mine) return settled();
  if (theirs === open.base)
    return { open: { ...open, conflict: undefined }, changes: [], isToSend: open.conflict !== undefined };
  const echo = open.sent.lastIndexOf(theirs);
  if (echo !== -1) return { open: { base: theirs, sent: open.sent.slice(echo + 1) }, changes: [], isToSend: false };
  const changes = textChanges(open.base, theirs);
  if (mine === open.base) return settled(changes);
  if (areApart(changes, textChanges(open.base, mine))) return settled(changes, true);
  return { open: { ...open, conflict: theirs }, changes: [], isToSend: false };
}
