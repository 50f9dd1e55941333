/** Obsidian's comments in a line, `%%…%%`: nobody who reads the book sees them. They become comments of HTML, as which they stay in the tree. */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Effects, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    percentComment: 'percentComment';
    percentCommentData: 'percentCommentData';
  }
}

const percent = 37;

export const percentCommentSyntax = (): Extension => ({
  text: { [percent]: { name: 'percentComment', tokenize } },
});

/** Only the last two signs of a block can be without their fellows, so none is looked for twice. */
function tokenize(effects: Effects, ok: State, nok: State): State {
  let signs = 0;
  let isOpen = false;
  const more = (code: Code): State | undefined => {
    if (code === null) return nok(code);
    if (code < -2) {
      effects.exit('percentCommentData');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      effects.enter('percentCommentData');
      signs = 0;
      return more;
    }
    effects.consume(code);
    signs = code === percent ? signs + 1 : 0;
    if (signs < 2) return isOpen || signs > 0 ? more : nok;
    if (!isOpen) {
      isOpen = true;
      signs = 0;
      return more;
    }
    effects.exit('percentCommentData');
    effects.exit('percentComment');
    return ok;
  };
  return (code) => {
    effects.enter('percentComment');
    effects.enter('percentCommentData');
    return more(code);
  };
}

export const percentCommentFromMarkdown = (): TreeExtension => ({
  enter: {
    percentComment(token) {
      this.enter({ type: 'html', value: '<!-- -->' }, token);
    },
  },
  exit: {
    percentComment(token) {
      this.exit(token);
    },
  },
});
