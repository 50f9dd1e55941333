/** Whatever order labels, titles, breaks and notes come in, no import loses a word or fails: thousands of small stories. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { usualLimits } from '../../scripts/book/limits.ts';
import { importLoaded, proveImported } from '../../scripts/pipeline/import.ts';
import { packZip } from '../tools/zip.ts';

const line = 'W it was a long evening in the old house, and nobody had thought W';
// biome-ignore format: a shape to a word
const shapes = [
  'Title: W', 'Author: W', 'Summary: W', 'Summary: W *W* _W_', 'Rating: W', 'Rating:', 'Pairing: W/W, W', 'Fandom: W; W',
  'Language: English', 'Language: W', 'Published: 2020-01-02', 'Date: W', 'Word count: 12', 'Status: W', 'Disclaimer: W',
  'Disclaimer:', 'A/N: W', 'A/N - W', 'Notes', 'Notes: W', "Author's Note", 'Dedication', 'By W', 'by W Lee', '(W)',
  'W, by Ann W', 'The Door', 'THE DOOR', 'Chapter 1: W', 'Chapter 2', 'III.', '3. The W', '4. The W', 'PART TWO', 'Prologue',
  '***', 'xXx', '-0-', 'o0o', 'The End', '~fin~', 'W', 'W.', '"W," said W.', `${line}\n${line}\nW.`, `    ${line}\n${line}\nW.`,
  `      W\n      W W`, '', '', '# W', '- W', '> W', '[^W]: W', '*W*', 'W:', 'Beta: W', 'Source: https://w.example/W',
];

/** The same lines as a page would have them. */
// biome-ignore format: a shape to a word
const blocks = [
  ...shapes.map((shape) => `<p>${shape.replace(/\n/g, ' ')}</p>`), '<h1>W</h1>', '<h2>W</h2>', '<h2>Chapter 1</h2>', '<hr>',
  '<p><b>W</b></p>', '<p><b>Chapter 1</b></p>', '<p align="center"><strong>The End</strong></p>', '<p><u>THE END</u></p>',
  '<p><i><b>Author’s Note:</b> W <a href="#n1">W</a></i></p>', '<p>Rating: W<br>Pairing: W<br>Summary: W</p>',
  '<blockquote><p>A/N: W</p></blockquote>', '<p id="x">W <a href="#x">W</a> <a href="#y">W</a></p>', '<a name="y"></a>',
  '<p>W<a href="#fn1" id="r1"><sup>1</sup></a></p>', '<p id="fn1"><a href="#r1">1</a>. W</p>', '<ul><li>W<li>W</ul>',
  '<p class="x" style="font-style:italic">W <em>W</em></p>', '<img src="w.png" alt="W">', '<table><tr><td>W</td></tr></table>',
  '<dl><dt>W</dt><dd>W</dd></dl>', '<h3></h3>', '<p> </p>', 'W<br><br>W', '<figure><img src="w.png" alt="W"><figcaption>W</figcaption></figure>',
];

/** Gives each word of its own a number. */
function numbered(text: string): string {
  let count = 0;
  return text.replace(/\bW\b/g, () => `w${++count}w`);
}

async function isKept(name: string, text: string | Uint8Array): Promise<void> {
  const loaded = { name, bytes: Buffer.from(text), beside: () => undefined };
  const imported = await importLoaded(loaded, usualLimits);
  const { value, problems } = imported.value ? await proveImported(imported.value, usualLimits) : imported;
  assert.ok(value, `${JSON.stringify(problems.find(({ severity }) => severity === 'error'))}\n${text}`);
}

/** Some parts before the story’s words and some after. */
const around = (parts: readonly string[], prose: string): fc.Arbitrary<readonly string[]> => {
  const some = fc.array(fc.constantFrom(...parts), { maxLength: 9 });
  return fc.tuple(some, some).map(([before, after]) => [...before, prose, ...after]);
};

const runs = { seed: Number(process.env['FUZZ_SEED'] ?? 5), numRuns: Number(process.env['FUZZ_RUNS'] ?? 400) };

test('a plain text in any order keeps its words', () =>
  fc.assert(
    fc.asyncProperty(around(shapes, `${line}\n${line}`), fc.constantFrom('\n', '\n\n'), (lines, between) =>
      isKept('story.txt', numbered(lines.join(between))),
    ),
    runs,
  ));

test('a page in any order keeps its words', () =>
  fc.assert(
    fc.asyncProperty(around(blocks, `<p>${line}</p>`), (parts) =>
      isKept('page.html', `<!doctype html><title>T</title><body>${numbered(parts.join('\n'))}</body>`),
    ),
    runs,
  ));

/** A book of these pages, as small as one can be. */
function epubOf(pages: readonly string[]): Uint8Array {
  const items = pages.map((_, at) => `<item id="p${at}" href="p${at}.xhtml" media-type="application/xhtml+xml"/>`);
  const spine = pages.map((_, at) => `<itemref idref="p${at}"/>`);
  const files = {
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    'a.opf': `<package><metadata><title>T</title></metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    ...Object.fromEntries(pages.map((page, at) => [`p${at}.xhtml`, `<html><body>${page}</body></html>`])),
  };
  return packZip(files);
}

test('an EPUB of pages in any order keeps its words', () =>
  fc.assert(
    fc.asyncProperty(fc.array(around(blocks, `<p>${line}</p>`), { minLength: 1, maxLength: 3 }), (pages) => {
      const [first = '', ...others] = numbered(pages.map((parts) => parts.join('\n')).join('\f')).split('\f');
      return isKept('book.epub', epubOf([first, ...others]));
    }),
    { ...runs, numRuns: Math.ceil(runs.numRuns / 2) },
  ));
