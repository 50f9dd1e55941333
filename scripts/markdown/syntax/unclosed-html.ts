/**
 * Raw HTML in a line of text (CommonMark §6.6), where a comment, instruction or declaration that never ends is looked for once:
 * micromark goes to the end of its block for each that begins. In: a block's characters. Out: the tokens that micromark makes of them.
 */
import { htmlText } from 'micromark-core-commonmark';
import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

const less = 60;
const kind = /^<(?:\?|!-|!\[|![A-Za-z])/;

/** What a piece of HTML begins with that only one mark can end; undefined for a tag, and while it is not known. */
function kindOf(begun: string): string | undefined {
  const found = kind.exec(begun)?.[0];
  return found && /[A-Za-z]$/.test(found) ? '<!a' : found;
}

/** Of the blocks that are being read, which kinds do not end any more. */
const unclosed = new WeakMap<TokenizeContext, Set<string>>();

const boundedHtml: Construct = {
  ...htmlText,
  name: 'boundedHtmlText',
  add: 'after',
  tokenize(effects, ok, nok) {
    const known = unclosed.get(this) ?? new Set();
    unclosed.set(this, known);
    let begun = '';
    let isOver = false;
    const over =
      (then: State): State =>
      (code) => {
        isOver = true;
        const found = code === null && then === nok ? kindOf(begun) : undefined;
        if (found) known.add(found);
        return then(code);
      };
    const watched: Effects = {
      ...effects,
      consume(code) {
        if (begun.length < 3) begun += code === null || code < 0 ? ' ' : String.fromCharCode(code);
        effects.consume(code);
      },
    };
    const next =
      (state: State): State =>
      (code) => {
        if (known.has(kindOf(begun) ?? '')) return nok(code);
        const then = state(code);
        return isOver || !then ? then : next(then);
      };
    return next(htmlText.tokenize.call(this, watched, over(ok), over(nok)));
  },
};

/** Takes the place of micromark's construct. */
export const htmlSyntax: Extension = { text: { [less]: boundedHtml }, disable: { null: ['htmlText'] } };
