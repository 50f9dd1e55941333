/**
 * Remembers which characters of a text the author escaped or wrote as character references, so that later
 * stages can leave them as they were typed.
 * In: mdast-util-from-markdown's tokens. Out: `data.literal` and `data.typed` on text nodes.
 */
import type { Text } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';

declare module 'mdast' {
  interface TextData {
    /** Indices into `value` of the characters that were escaped or written as references, ascending. */
    literal?: number[];
    /** For each of them, how many characters of the source it took: two for an escape. */
    typed?: number[];
  }
}

/** An extension for mdast-util-from-markdown that records escapes (CommonMark §2.4) and character references (§2.5). */
export function literalMarks(): Extension {
  // The marker tokens have no handlers of their own, so nothing is replaced here.
  return {
    enter: {
      escapeMarker() {
        const text = openText(this);
        if (text) remember(text, 2);
      },
      characterReferenceMarker(token: Token) {
        const text = openText(this);
        if (text && this.sliceSerialize(token) === '&') remember(text, token.start.offset);
        else if (text) measure(text, token.end.offset);
      },
    },
  };
}

function openText(context: CompileContext): Text | undefined {
  const node = context.stack[context.stack.length - 1];
  return node?.type === 'text' ? node : undefined;
}

function remember(text: Text, typed: number): void {
  text.data ??= {};
  (text.data.literal ??= []).push(text.value.length);
  (text.data.typed ??= []).push(typed);
}

/** At a reference's semicolon its length is known; until then its start stood in that place. */
function measure(text: Text, end: number): void {
  const typed = text.data?.typed;
  const start = typed?.pop();
  if (typed && start !== undefined) typed.push(end - start);
}
