/** Books to look at: manuscripts pressed in each theme, with stylesheets that were broken on purpose if asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manuscripts, press, themesIn } from '../../bench/looks/manuscripts.mjs';
import { unpackZip } from '../tools/epub.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';
import { packZip } from '../tools/zip.ts';

export const themes = themesIn(root);

/** The sample, the shared story and a chapter of a shared novel, as far as they are here. */
export const lookedAt: ReadonlyMap<string, string> = manuscripts(root, makeFolder());

export interface Variant {
  /** More of book.yaml. */
  readonly keys?: string;
  readonly edition?: string;
}

/** How a book may differ from its theme: by all options in one way, by all in another, in large print. */
export const variants = {
  'a drop cap': {
    keys: 'design: {opening: drop-cap, number: words, number-place: ornament, paragraphs: both, alignment: justified, ornament-colour: teal}\n',
  },
  'a raised initial': {
    keys: 'design: {opening: raised-initial, number: roman, number-place: beside, paragraphs: indented, alignment: ragged, hyphenation: no}\n',
  },
  'large print': { edition: 'large-print' },
} as const satisfies Readonly<Record<string, Variant>>;

export type VariantName = keyof typeof variants;

/** Presses a manuscript in a theme, with files laid over its own. */
export function pressIn(
  theme: string,
  manuscript: string,
  files: Readonly<Record<string, string>> = {},
  variant: Variant = {},
): Uint8Array {
  return press(root, { manuscript, theme, files, folder: makeFolder(), ...variant });
}

/** The book with rules at the end of its core stylesheet, meant to spoil it. */
export function spoiled(epub: Uint8Array, css: string): Uint8Array {
  const files = unpackZip(epub);
  const sheet = files.get('OEBPS/style.css');
  if (!sheet) throw new Error('Unexpected book without a stylesheet');
  // `mimetype` is the first of the entries, and stays it.
  const spoilt = new Map([...files, ['OEBPS/style.css', Buffer.concat([sheet, Buffer.from(`\n${css}\n`)])]]);
  return packZip(spoilt, [...spoilt.keys()]);
}

/** The sample with its nav document, which has the landmarks, among its pages. */
export function withNavInSpine(): Uint8Array {
  const template = readFileSync(join(root, 'templates/package.opf.ejs'), 'utf8');
  const changed = template.replace('</spine>', '<itemref idref="nav"/></spine>');
  return pressIn('classic', join(root, 'manuscript'), { 'templates/package.opf.ejs': changed });
}

/** A chapter of thirty scenes, each longer or shorter than the last, so that breaks fall on every line of a page. */
export function manyScenes(): string {
  const sentence = 'The tide came in under the press, as it did every evening, and nobody looked up from the case. ';
  const scenes = Array.from({ length: 30 }, (_, at) =>
    Array.from(
      { length: 1 + ((at * 5) % 4) },
      (_, line) => `Scene ${at + 1}. ${sentence.repeat(1 + ((at + line * 3) % 5))}`,
    ).join('\n\n'),
  );
  return makeFiles({
    'book.yaml': 'title: Thirty Scenes\nauthor: Ada Sample\nlang: en\n',
    'chapter-1.md': `# The Tide\n\n${scenes.join('\n\n* * *\n\n')}\n`,
  });
}

/** A chapter with words of 150 letters that no hyphenation knows, and one of so many letters in its heading. */
export function longWords(inHeading: number): string {
  const scream = `N${'o'.repeat(149)}`;
  const text = `He cried. ${'x'.repeat(150)} was all he said, and then ${'ab'.repeat(75)}, too.\n\n`.repeat(8);
  return makeFiles({
    'book.yaml': 'title: Long Words\nauthor: Ada Sample\nlang: en\n',
    'chapter-1.md': `# The N${'o'.repeat(inHeading - 1)}!\n\n${text}> ${scream}\n\n- ${scream}\n`,
  });
}
