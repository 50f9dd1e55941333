/** Long titles, subtitles, series and several authors, in every theme and composition: nothing is cut, and nothing overlaps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverCompositions } from '../../scripts/book/design.ts';
import { themeNames } from '../../scripts/book/themes.ts';
import { metadata } from './cases.ts';
import { fullCovers, printCover, printedLines } from './printed-words.ts';

const wordsOf = (text: string) => text.replace(/\s+/g, ' ').trim();
const edge = 50;

for (const theme of themeNames)
  for (const composition of coverCompositions)
    test(`a ${theme} cover as ${composition} holds all that a book says of itself`, async () => {
      for (const [what, facts] of Object.entries(fullCovers)) {
        const lines = await printedLines(await printCover(metadata(facts, theme), composition), theme);
        const said = wordsOf(lines.map(({ words }) => words).join(' '));
        const { title = '', subtitle = '', contributors = [], series } = facts;
        const names = contributors.map(({ name }) => name);
        const letters = (text: string) => text.replace(/[\s-]/g, '');
        for (const each of [title, subtitle, ...names, series ? `${series.name} · ${series.position}` : ''])
          assert.ok(letters(said).includes(letters(each)), `${what}: ${each} in ${said}`);
        for (const [at, one] of lines.entries()) {
          const told = `${what}: ${JSON.stringify(one)}`;
          assert.ok(one.left >= edge && one.right <= 1600 - edge && one.top >= edge && one.bottom <= 2400 - edge, told);
          for (const other of lines.slice(at + 1)) {
            const isBeside = one.right <= other.left || other.right <= one.left;
            assert.ok(isBeside || one.bottom <= other.top || other.bottom <= one.top, `${told} over ${other.words}`);
          }
        }
      }
    });
