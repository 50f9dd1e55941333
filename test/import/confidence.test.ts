import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { confidences } from '../../scripts/import/confidence.ts';
import { importPlainText } from '../../scripts/import/text/import-plain-text.ts';
import { inWords, printProblem } from '../../scripts/report/print.ts';
import { makeFolder } from '../tools/folder.ts';
import { importFile } from '../tools/import-file.ts';

const prose = 'It was a long evening in the old house, and nobody had thought to light the lamp in the hall at all.';
const story = `${prose}\n\n${prose}\n\n`;

/** A line of a text, what it is taken for, and how sure that is. */
const cases: readonly (readonly [text: string, line: number, taken: string, confidence: number])[] = [
  [`Title: The Lamp\n\n${story}`, 1, 'the title', confidences['label and colon']],
  [`The Lamp\nby Ann Quoin\n\n${story}`, 1, 'the title', confidences['short line with a byline']],
  [`The Lamp\nby Ann Quoin\n\n${story}`, 2, 'the author', confidences['byline under a title']],
  [`THE LAMP\n\n${story}`, 1, 'the title', confidences['short line in quotation marks or capitals']],
  [`The Lamp\n\n${story}`, 1, 'the title', confidences['short line alone']],
  [`The Lamp\nA tale of the hall\n\n${story}`, 2, 'the subtitle', confidences['short line under a title']],
  [`The Lamp\n(A tale)\n\n${story}`, 2, 'the subtitle', confidences['line in brackets under a title']],
  [
    `Chapter 1\n\n${story}Chapter 2\n\n${story}`,
    1,
    'a chapter’s heading',
    confidences['heading that names itself and its number'],
  ],
  [`I.\n\n${story}II.\n\n${story}`, 1, 'a chapter’s heading', confidences['numeral alone']],
  [
    `${story}1. The Hall\n\n${story}2. The Stair\n\n${story}`,
    5,
    'a chapter’s heading',
    confidences['number that counts on'],
  ],
  [`${story}* * *\n\n${story}`, 5, 'a scene break', confidences['row of ornaments']],
  [`${story}xXx\n\n${story}`, 5, 'a scene break', confidences['row of letters']],
  [`${story}\n\n\n${story}`, 8, 'the first of a scene', confidences['gap wider than others']],
  [`${story}The End\n`, 5, 'the end mark', confidences['closing words']],
  [`${story}~fin~\n`, 5, 'the end mark', confidences['closing words in ornaments']],
  [`${story}~fin~\n\nA/N: Thanks.\n`, 7, 'the author’s notes', confidences['label and colon']],
];

for (const [text, line, taken, confidence] of cases)
  test(`${JSON.stringify(text.split('\n')[line - 1])} is taken as ${taken}, ${inWords(confidence)}`, () => {
    const { problems } = importPlainText({ path: 'a.txt', text });
    const found = problems.find(
      ({ place, reason }) => place?.start?.line === line && reason.endsWith(`taken as ${taken}`),
    );
    assert.equal(found?.confidence, confidence, JSON.stringify(problems));
  });

test('what names itself is surer than what only looks like it', () => {
  assert.ok(confidences['label and colon'] > confidences['short line with a byline']);
  assert.ok(confidences['short line with a byline'] > confidences['short line in quotation marks or capitals']);
  assert.ok(confidences['short line in quotation marks or capitals'] > confidences['short line alone']);
  assert.ok(confidences['heading that names itself and its number'] > confidences['numeral alone']);
  for (const each of Object.values(confidences)) assert.ok(each > 0.5 && each <= 1);
});

const encodings: readonly (readonly [name: string, bytes: Uint8Array, confidence: number | undefined])[] = [
  ['UTF-8', Buffer.from('Café. '.repeat(20)), undefined],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Café. '.repeat(20), 'utf16le')]), 1],
  ['UTF-16 without', Buffer.from('Café. '.repeat(20), 'utf16le'), 0.97],
  ['Windows-1252', Buffer.from('Café. '.repeat(20), 'latin1'), 0.8],
];
for (const [name, bytes, confidence] of encodings)
  test(`a text in ${name} is taken for that with confidence ${confidence}`, async () => {
    const path = join(makeFolder(), 'a.txt');
    writeFileSync(path, bytes);
    const { problems } = await importFile(path);
    assert.equal(problems.find(({ rule }) => rule === 'encoding-guessed')?.confidence, confidence);
  });

test('every guess of a page has a place and a confidence; what is surest says so', async () => {
  const path = join(makeFolder(), 'p.html');
  writeFileSync(
    path,
    `<!DOCTYPE html>
<html lang="en"><head><title>Page | Site</title></head><body>
<nav>Home</nav>
<article><h1>The Lamp</h1><p>By <a rel="author" href="/a">Ann</a></p>
<h2>One</h2><p/>Dark.<p align="center">* * *</p><p>More<a href="#fn1" id="r1"><sup>1</sup></a>.</p>
  <h2>Epilogue</h2><p>Light.</p>
<ol><li id="fn1">Said so. <a href="#r1">back</a></li></ol></article></body></html>`,
  );
  const { problems } = await importFile(path);
  const told = problems.map(
    ({ place, reason, confidence }) =>
      `${place?.start?.line}:${place?.start?.column} ${reason.replace(/^.*taken as /, '')} ${confidence}`,
  );
  for (const line of [
    `4:10 the title ${confidences['heading over all others']}`,
    `4:33 the author ${confidences['attribute or style that says so']}`,
    `5:22 a scene break ${confidences['row of ornaments']}`, // the columns of the file, though <p/> is closed in between
    `5:56 the number of a note ${confidences['link to a note']}`,
    `6:3 the epilogue ${confidences['words of a heading']}`,
  ])
    assert.ok(told.includes(line), `${line} in ${told.join('\n')}`);
  assert.ok(problems.every(({ severity, confidence }) => severity !== 'hint' || confidence !== undefined));
});

test('a guess is printed with a word that tells where to look', () => {
  const hint = { rule: 'structure-guessed', severity: 'hint', reason: '“The Lamp” taken as the title' } as const;
  assert.equal(
    printProblem({ ...hint, confidence: 0.7 }),
    'hint structure-guessed “The Lamp” taken as the title (unsure: please look)',
  );
  assert.equal(
    printProblem({ ...hint, confidence: 0.8 }),
    'hint structure-guessed “The Lamp” taken as the title (likely)',
  );
  assert.equal(printProblem({ ...hint, confidence: 1 }), 'hint structure-guessed “The Lamp” taken as the title (sure)');
});
