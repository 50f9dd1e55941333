/** Leanpub's quotations with a letter before the mark: `A> aside`, `W> warning`, one to a line. They are quotations (CommonMark §5.1); none stands in another. */
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** Whether a text has one. */
export const letteredQuote = /^[ABDEIQTWX]> \S/m;

const letters = 'ABDEIQTWX';
const greater = 62;

export function letteredQuoteSyntax(): Extension {
  const opening: Construct = {
    name: 'letteredQuote',
    tokenize(effects, ok, nok) {
      return lead(this, effects, ok, nok, () => {
        if (this.containerState) this.containerState['open'] = true;
        effects.enter('blockQuote', { _container: true });
      });
    },
    continuation: {
      tokenize(effects, ok, nok) {
        return lead(this, effects, ok, nok, () => {});
      },
    },
    exit(effects) {
      effects.exit('blockQuote');
    },
  };
  return { document: Object.fromEntries([...letters].map((each) => [each.charCodeAt(0), opening])) };
}

/** A letter, the mark, and one space that belongs to them. */
function lead(context: TokenizeContext, effects: Effects, ok: State, nok: State, onLead: () => void): State {
  const mark = (code: Code): State | undefined => {
    if (code !== greater) return nok(code);
    effects.consume(code);
    effects.exit('blockQuoteMarker');
    return (next) => {
      if (next !== 32) return next === null || next < -2 ? end(next) : nok(next);
      effects.enter('blockQuotePrefixWhitespace');
      effects.consume(next);
      effects.exit('blockQuotePrefixWhitespace');
      return end;
    };
  };
  const end = (code: Code): State | undefined => {
    effects.exit('blockQuotePrefix');
    return ok(code);
  };
  return (code) => {
    if (code === null || !letters.includes(String.fromCharCode(code)) || context.now().column !== 1) return nok(code);
    onLead();
    effects.enter('blockQuotePrefix');
    effects.enter('blockQuoteMarker');
    effects.consume(code);
    return mark;
  };
}
