/** Pages as MuPDF draws them. In: an EPUB and a size in points. Out: lines of text with their boxes, pictures, and pixels. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from './folder.ts';
import type { Box } from './measured.ts';

export interface DrawnLine {
  readonly text: string;
  /** Left, top, right, bottom, in points. */
  readonly box: Box;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly DrawnLine[];
  readonly pictures: readonly Box[];
  /** Names of the faces that its text is set in. */
  readonly fonts: readonly string[];
  /** How many pixels within a box are darker than half, of one pixel a point. */
  readonly ink: (box: Box) => number;
}

/** Draws a book; text size is 12 points. Fails where MuPDF finds an error in it. */
export async function drawWithMupdf(
  mutool: string,
  epub: Uint8Array,
  width: number,
  height: number,
): Promise<readonly DrawnPage[]> {
  const folder = makeFolder();
  const book = join(folder, 'book.epub');
  writeFileSync(book, epub);
  const draw = async (format: string, name: string): Promise<void> => {
    const size = ['-W', String(width), '-H', String(height), '-S', '12', '-r', '72'];
    const ran = await runTool(mutool, ['draw', '-q', ...size, '-F', format, '-o', join(folder, name), book], {
      env: process.env,
      seconds: 120,
    });
    if ('failure' in ran || ran.status !== 0 || /error/i.test(ran.stderr))
      throw new Error(`Unexpected complaint of MuPDF: ${'failure' in ran ? ran.failure : ran.stderr}`);
  };
  await draw('stext', 'text.xml');
  await draw('trace', 'trace.xml');
  await draw('pgm', 'page-%d.pgm');
  const traces = pagesOf(readFileSync(join(folder, 'trace.xml'), 'utf8'));
  return pagesOf(readFileSync(join(folder, 'text.xml'), 'utf8')).map((page, at) => {
    const pixels = readPgm(readFileSync(join(folder, `page-${at + 1}.pgm`)));
    return {
      width,
      height,
      lines: linesOf(page),
      pictures: picturesOf(traces[at] ?? ''),
      fonts: [...page.matchAll(/<font name="([^"]*)"/g)].map(([, name = '']) => name),
      ink: (box) => inkIn(pixels, box),
    };
  });
}

const pagesOf = (xml: string): readonly string[] => xml.split(/<page [^>]*>/).slice(1);

const numbers = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number);

function boxOf([left = 0, top = 0, right = 0, bottom = 0]: readonly number[]): Box {
  return [left, top, right, bottom];
}

function linesOf(page: string): readonly DrawnLine[] {
  return [...page.matchAll(/<line bbox="([^"]*)"[^>]*>([\s\S]*?)<\/line>/g)].map(([, bbox = '', markup = '']) => ({
    box: boxOf(numbers(bbox)),
    text: [...markup.matchAll(/ c="([^"]*)"/g)].map(([, character = '']) => unescaped(character)).join(''),
  }));
}

function unescaped(character: string): string {
  const known = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }[character];
  const code = /^&#(x?)([\da-f]+);$/i.exec(character);
  return known ?? (code ? String.fromCodePoint(Number.parseInt(code[2] ?? '', code[1] ? 16 : 10)) : character);
}

/** A picture is the unit square, moved and scaled: `a b c d e f`. */
function picturesOf(page: string): readonly Box[] {
  return [...page.matchAll(/<fill_image [^>]*transform="([^"]*)"/g)].map(([, matrix = '']) => {
    const [a = 0, , , d = 0, e = 0, f = 0] = numbers(matrix);
    return [e, f, e + a, f + d];
  });
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Netpbm’s PGM, binary: `P5`, width, height, 255, then a byte a pixel. */
function readPgm(file: Uint8Array): Pixels {
  const [head = '', width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(file.subarray(0, 40))) ?? [];
  return { width: Number(width), height: Number(height), bytes: file.subarray(head.length) };
}

function inkIn({ width, height, bytes }: Pixels, [left, top, right, bottom]: Box): number {
  let count = 0;
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x++)
      if ((bytes[y * width + x] ?? 255) < 128) count++;
  return count;
}
