/** Long titles, subtitles, series and several authors, in every theme and composition: nothing is cut, and nothing overlaps. */
import { test } from 'node:test';
import { coverCompositions } from '../../scripts/book/design.ts';
import { themeNames } from '../../scripts/book/themes.ts';
import { metadata } from './cases.ts';
import { assertOrder, fullCovers, printCover, printedLines } from './printed-words.ts';

for (const theme of themeNames)
  for (const composition of coverCompositions)
    test(`a ${theme} cover as ${composition} holds all that a book says of itself`, async () => {
      for (const [what, facts] of Object.entries(fullCovers)) {
        const svg = await printCover(metadata(facts, theme), composition);
        assertOrder(await printedLines(svg, theme), facts, what);
      }
    });
