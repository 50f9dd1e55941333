/**
 * Space as it comes from a typist's keys: doubled, tabbed, before a stop, inside brackets.
 * In: copy. Out: edits. Spaces that do not break stay as they are: somebody meant them.
 */
import { kindAt } from '../text/characters.ts';
import { type Copy, isIn, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

const needed = /[ \t][ \t]|\t| [,.;:!?)،؛؟۔]|\( /;
const runs = /[ \t]{2,}|\t/g;
/** A stop that a space stands before: not that of “ .5”, of “ ...”, of “ :)”, of “ != ”. */
const stops = () =>
  /(?<![ \t])[ \t]+(?=,(?![,\d])|\.(?!(?:[ \t]*\.){6}|[.…\u2060\p{L}\d])|[;:](?=[\s"'”’–—]|--|$)|[!?]+(?![!?=\p{L}\d])|[،؛؟۔])/gu;
const inBrackets = () => /(?<=\()[ \t]+(?=[\p{L}\p{N}"'“‘])|(?<![ \t])[ \t]+(?=\))/gu;
/** Languages that set such a stop off. */
const settingOff = ['fr', 'br', 'oc'];

/** Needless space of a text, as edits. */
export function setSpaces(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!needed.test(text) || !copy.follows('spaces')) return [];
  const edits: Edit[] = [];
  const remove = (start: number, { length }: string): void => {
    if (isLiteral(copy, start, start + length)) return;
    for (let at = start; at < start + length; at++) edits.push({ start: at, end: at + 1, text: '' });
  };
  // Of two changes to one space the first is made: what is needless goes before what is doubled becomes single.
  if (!settingOff.some((lang) => isIn(copy, lang))) {
    for (const { 0: run, index } of text.matchAll(stops())) {
      const stop = index + run.length;
      if (isEnd(text, index - 1) && !isLiteral(copy, stop, stop + 1)) remove(index, run);
    }
  }
  for (const { 0: run, index } of text.matchAll(inBrackets())) {
    const end = index + run.length;
    // The bracket of a face holds nothing.
    if (isLiteral(copy, index - 1, index) || isLiteral(copy, end, end + 1)) continue;
    if (text.charAt(end) !== ')' || isEnd(text, index - 1)) remove(index, run);
  }
  for (const { 0: run, index } of text.matchAll(runs)) {
    const end = index + run.length;
    if (isLiteral(copy, index, end)) continue;
    if (run.startsWith('\t')) edits.push({ start: index, end: index + 1, text: ' ' });
    for (let at = index + 1; at < end; at++) edits.push({ start: at, end: at + 1, text: '' });
  }
  return edits;
}

/** Whether a word or what closes one stands at `at`. */
function isEnd(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === 'word' || kind === 'quote' || (kind === 'stop' && /[)\]%]/.test(text.charAt(at)));
}
