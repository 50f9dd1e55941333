import assert from 'node:assert/strict';
import { test } from 'node:test';
import { body, render } from './rendering.ts';

/** A heading as typed, and its number, name and subtitle with a bar between them. */
const titles: readonly (readonly [string, string])[] = [
  ['A Shortage', 'A Shortage'],
  ['Chapter One: A Shortage', '<chapter-number>Chapter One<number-stop>:</></> <chapter-name>A Shortage</>'],
  ['Chapter 12. A Shortage', '<chapter-number>Chapter 12<number-stop>.</></> <chapter-name>A Shortage</>'],
  ['CHAPTER TWENTY-ONE', '<lone-number>CHAPTER TWENTY-ONE</>'],
  ['Chapter the Fifth', 'Chapter the Fifth'],
  ['1', '<lone-number>1</>'],
  ['XIV.', '<lone-number>XIV.</>'],
  ['Seven', '<lone-number>Seven</>'],
  ['1. *Marigold*', '<chapter-number>1<number-stop>.</></> <chapter-name><em>Marigold</em></>'],
  ['IV -- The End', '<chapter-number>IV<number-stop>--</></> <chapter-name>The End</>'],
  ['Kapitel 3: Das Ende', '<chapter-number>Kapitel 3<number-stop>:</></> <chapter-name>Das Ende</>'],
  ['Глава 2. Конец', '<chapter-number>Глава 2<number-stop>.</></> <chapter-name>Конец</>'],
  ['Prologue: The Sea', '<chapter-number>Prologue<number-stop>:</></> <chapter-name>The Sea</>'],
  [
    'Chapter One<br>A Shortage<br>In which',
    '<chapter-number>Chapter One</> <chapter-name>A Shortage</> <chapter-subtitle>In which</>',
  ],
  ['A Shortage<br>In which', '<chapter-name>A Shortage</> <chapter-subtitle>In which</>'],
  ['1984', '1984'],
  ['12 Days', '12 Days'],
  ['1.5 Miles', '1.5 Miles'],
  ['I Am Here', 'I Am Here'],
  ['Mix: Tape', 'Mix: Tape'],
  ['Part-Time', 'Part-Time'],
  ['Chapter and Verse', 'Chapter and Verse'],
  ['Seven Years', 'Seven Years'],
  ['Book I Read', 'Book I Read'],
];

for (const [typed, expected] of titles)
  test(`the heading “${typed}” is parted so`, async () => {
    const made = await body(`# ${typed.replace(/^(\d+)\./, '$1\\.')}\n\nWords.`);
    const markup = /<h1[^>]*>(.*)<\/h1>/.exec(made)?.[1] ?? '';
    assert.equal(markup.replace(/<span class="([^"]*)">/g, '<$1>').replaceAll('</span>', '</>'), expected);
  });

test('contents and page titles have a parted heading’s words, with a space for a line break', async () => {
  const { publication, documents } = await render({ 'a.md': '# One<br>The Sea\n\nWords.', 'b.md': 'Words.\n' });
  assert.equal(documents[0]?.title, 'One The Sea');
  assert.equal(publication.nav[0]?.title, 'One The Sea');
});
