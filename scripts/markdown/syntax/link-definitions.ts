/**
 * Definitions of links (CommonMark §4.7) whose destination looks like an address: `[Mary]: Hello` is said by somebody, and Markdown
 * would print nothing of it. In: a text. Out: micromark's own events for the others.
 */
import { definition } from 'micromark-core-commonmark';
import type { Code, Construct, Extension, State } from 'micromark-util-types';

const leftBracket = 91;
const backslash = 92;
const rightBracket = 93;
const colon = 58;

/** A scheme, a place in this book or on this site, a file with its kind, a site; in `<…>` anything. */
const address = /^(?:<|#|\.{0,2}\/|[a-z][a-z0-9+.-]*:.|www\.)|[\w)%-]\.[a-z][a-z0-9]{0,4}(?:[?#].*)?$|\.[a-z]{2,}\//i;

const longest = 1000;

/** A label, a colon and an address. */
const labelOfAddress: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let destination = '';
    let isEscaped = false;
    const inLabel: State = (code) => {
      if (code === null) return nok(code);
      effects.consume(code);
      if (code === rightBracket && !isEscaped) return behindLabel;
      isEscaped = code === backslash && !isEscaped;
      return inLabel;
    };
    const behindLabel: State = (code) => {
      if (code !== colon) return nok(code);
      effects.consume(code);
      return inSpace;
    };
    const inSpace: State = (code) => {
      if (code === null || !isSpace(code)) return inDestination(code);
      effects.consume(code);
      return inSpace;
    };
    const inDestination: State = (code) => {
      if (code === null || isSpace(code)) return address.test(destination) ? ok(code) : nok(code);
      // Nobody says so much without a space.
      if (destination.length > longest) return ok(code);
      destination += String.fromCharCode(code);
      effects.consume(code);
      return inDestination;
    };
    return inLabel;
  },
};

const isSpace = (code: Code): boolean => code !== null && (code < 0 || code === 32);

const linkDefinition: Construct = {
  name: 'linkDefinition',
  tokenize(effects, ok, nok) {
    return effects.check(labelOfAddress, definition.tokenize.call(this, effects, ok, nok), nok);
  },
};

/** Takes the place of micromark's construct. */
export const linkDefinitionSyntax: Extension = {
  contentInitial: { [leftBracket]: linkDefinition },
  disable: { null: ['definition'] },
};
