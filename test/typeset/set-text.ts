/**
 * For the tests of setters: sets one text as a passage of a book, and says of a table of texts that each is set so
 * and stays so.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Typography } from '../../scripts/book/house-styles.ts';
import { createPassageTypesetter } from '../../scripts/typeset/apply-rules.ts';
import type { Copy } from '../../scripts/typeset/text/copy.ts';
import { applyEdits } from '../../scripts/typeset/text/edits.ts';

export interface Setting {
  readonly lang?: string;
  readonly block?: Copy['block'];
  readonly style?: Typography['style'];
  readonly rules?: Typography['rules'];
  readonly literal?: readonly number[];
}

/** The text as the press sets it, alone in its book. */
export function setText(text: string, setting: Setting = {}): string {
  const { lang = 'en', block = 'paragraph', style = 'chicago', rules = {}, literal } = setting;
  const passage = { text, lang, block, literal: literal && new Set(literal) };
  return applyEdits(text, createPassageTypesetter([], { style, elisions: [], rules })(passage).edits);
}

/** Tests that each given text is set as the one beside it, and that this one stays as it is. */
export function testTable(rows: readonly (readonly [string, string])[], setting: Setting = {}): void {
  for (const [given, expected] of rows) {
    test(`sets ${given}${setting.style ? ` (${setting.style})` : ''}`, () => {
      assert.equal(shown(setText(given, setting)), shown(expected));
      assert.equal(shown(setText(expected, setting)), shown(expected));
    });
  }
}

/** A text with its spaces to be seen: a failing test says little where two kinds of white space differ. */
export function shown(text: string): string {
  return text
    .replaceAll('\u00A0', '⟨nb⟩')
    .replaceAll('\u202F', '⟨nnb⟩')
    .replaceAll('\u200A', '⟨hair⟩')
    .replaceAll('\u2060', '⟨join⟩');
}
