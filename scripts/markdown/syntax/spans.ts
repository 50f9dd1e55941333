/**
 * The one directive that the press reads: `:span[mots]{lang=fr}`. Every other colon stays the text that it was.
 * In: nothing. Out: extensions for the parser.
 */
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

const colon = 58;
const closingBrace = 125;
/** What every span begins with. */
export const lead = ':span[';

/** The syntax of spans: of the directives in a line of text, those named so that have both brackets and braces. */
export function spanSyntax(): Extension {
  const found = directive().text?.[colon];
  const any: Construct | undefined = Array.isArray(found) ? found[0] : found;
  return any ? { text: { [colon]: { ...any, tokenize: narrowed(any) } } } : {};
}

/** The tree's side of it. */
export const spanFromMarkdown = directiveFromMarkdown;

function narrowed(any: Construct): Construct['tokenize'] {
  return function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    // Braces are what tells a span from a word in brackets.
    const whole = (code: Code): State | undefined => (this.previous === closingBrace ? ok(code) : nok(code));
    return effects.check({ partial: true, tokenize: leadAhead }, any.tokenize.call(this, effects, whole, nok), nok);
  };
}

function leadAhead(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let at = 0;
  const next = (code: Code): State | undefined => {
    if (code !== lead.charCodeAt(at)) return nok(code);
    if (at === 0) effects.enter('data');
    effects.consume(code);
    at++;
    if (at < lead.length) return next;
    effects.exit('data');
    return ok;
  };
  return next;
}
