/**
 * Subscripts and superscripts as pandoc has them: `H~2~O`, `x^2^`. They stand behind a letter, a figure or a bracket and hold no spaces, so
 * that `~fin~` ends a story, and a caret between words stays one.
 */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { classifyCharacter } from 'micromark-util-classify-character';
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    subSuper: 'subSuper';
    subSuperMark: 'subSuperMark';
    subSuperText: 'subSuperText';
  }
}

const caret = 94;
const tilde = 126;
/** Longer ones are none; nor is looked further for the mark that closes one. */
const longest = 40;

export const subSuperSyntax = (): Extension => ({
  text: { [caret]: { name: 'superscript', tokenize }, [tilde]: { name: 'subscript', tokenize } },
});

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous } = this;
  let mark: Code = null;
  let length = 0;
  const inside = (code: Code): State | undefined => {
    if (code === mark && length > 0) {
      effects.exit('subSuperText');
      effects.enter('subSuperMark');
      effects.consume(code);
      effects.exit('subSuperMark');
      effects.exit('subSuper');
      return (next) => (next === mark ? nok(next) : ok(next));
    }
    if (classifyCharacter(code) === 1 || isBracketOrMark(code) || length++ > longest) return nok(code);
    effects.consume(code);
    return inside;
  };
  return (code: Code): State | undefined => {
    if (!mayPrecede(previous)) return nok(code);
    mark = code;
    effects.enter('subSuper');
    effects.enter('subSuperMark');
    effects.consume(code);
    effects.exit('subSuperMark');
    effects.enter('subSuperText');
    return inside;
  };
}

const isBracketOrMark = (code: Code): boolean =>
  code === caret || code === tilde || code === 91 || code === 93 || code === 92;

/** A letter or figure of any script, `)` or a full stop. */
function mayPrecede(code: Code): boolean {
  return code === 41 || code === 46 || classifyCharacter(code) === undefined;
}

export const subSuperFromMarkdown = (): TreeExtension => ({
  enter: {
    subSuper(token) {
      const type = this.sliceSerialize(token).startsWith('^') ? 'superscript' : 'subscript';
      this.enter({ type, children: [] }, token);
    },
    subSuperText(token) {
      this.enter({ type: 'text', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    subSuper(token) {
      this.exit(token);
    },
    subSuperText(token) {
      this.exit(token);
    },
  },
});
