/**
 * Signs of a typist that CommonMark reads as code, tags or emphasis (§6.1, §6.6, §6.2): ``Hello,'' she said. ``No,'' <<Bonjour>> ^_^ -_-
 * In: a text. Out: syntax that leaves them as characters of the text.
 */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State } from 'micromark-util-types';

const anySign = /(?:^|[\s([{"“'‘—-])`{1,2}\p{L}|<<\p{L}|[-^;>]_/mu;
const guillemet = () => /<<(?=[\p{L}\p{N}¿¡"'…][^<>]{0,600}>>)/gu;
const face = /(?<=-)_+(?=-)|(?<=\^)_+(?=\^)|(?<=;)_+(?=;)|(?<=>)_+(?=<)/g;
const opens = /(?:^|[\s([{"“'‘—-])$/;

/** Whether a text may have such signs. */
export const typedSign = anySign;

export const typedSignsFromMarkdown = (): TreeExtension => ({});

export function typedSignsSyntax(text: string): Extension {
  const signs = new Map(findSigns(text));
  const construct: Construct = {
    name: 'typedSign',
    // Asked wherever text could stop; where it stops in vain, micromark takes half a run of accents for a whole one.
    previous() {
      return signs.has(this.now().offset);
    },
    tokenize(effects, ok, nok) {
      let left = signs.get(this.now().offset) ?? 0;
      const more = (code: Code): State | undefined => {
        effects.consume(code);
        left--;
        if (left > 0) return more;
        effects.exit('data');
        return ok;
      };
      return (code) => {
        if (left === 0) return nok(code);
        effects.enter('data');
        return more(code);
      };
    },
  };
  return signs.size === 0 ? {} : { text: { 60: construct, 95: construct, 96: construct } };
}

/** Where a sign begins, and how many characters it has. */
function* findSigns(text: string): Iterable<readonly [number, number]> {
  for (const pattern of [guillemet(), face])
    for (const { 0: sign, index } of text.matchAll(pattern)) yield [index, sign.length];
  // A run of accents that would close code opens a word instead: both are quotation marks.
  const next = new Map<number, boolean>();
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    const { length } = run;
    const isOpening =
      length < 3 && opens.test(text.slice(Math.max(0, index - 1), index)) && /^\p{L}/u.test(text.slice(index + length));
    if (isOpening && next.get(length)) yield [index, length];
    next.set(length, isOpening);
  }
}
