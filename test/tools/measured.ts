/** Pages as a browser laid them out. In: EPUBs and sizes. Out: where each word, picture and scene break stands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from './folder.ts';
import { root } from './need.ts';

/** Left, top, right, bottom, in CSS pixels; pages stand side by side, so `left` tells the page too. */
export type Box = readonly [number, number, number, number];

export interface Word {
  readonly text: string;
  /** Which of the section’s blocks it stands in. */
  readonly block: number;
  /** More than one where it is divided. */
  readonly rects: readonly Box[];
  /** Whether a box around it hides part of it. */
  readonly clipped: boolean;
}

export interface BlockBox {
  readonly name: string;
  readonly class: string;
  /** Where its first line would begin without an indent. */
  readonly left: number;
  /** Whether it is the paragraph after a scene break. */
  readonly afterBreak: boolean;
  /** Whether it stands beside others: a cell, a float. */
  readonly aside: boolean;
}

/** A section, laid out (see `bench/looks/measure.mjs`). */
export interface Measured {
  readonly path: string;
  readonly page: {
    readonly width: number;
    readonly left: number;
    readonly right: number;
    readonly height: number;
    readonly direction: 'ltr' | 'rtl';
  };
  readonly words: readonly Word[];
  readonly blocks: readonly BlockBox[];
  readonly breaks: readonly { readonly text: string; readonly rects: readonly Box[] }[];
  readonly pictures: readonly { readonly name: string; readonly rects: readonly Box[] }[];
  /** Embedded faces that the section uses: “EB Garamond 400 italic”. */
  readonly fonts: readonly string[];
  /** Pixels of ink in each scene break, where that was asked for. */
  readonly inks: readonly number[];
}

export interface MeasureJob {
  readonly epub: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly night?: boolean;
  /** Part of the path of the sections that are wanted; all if absent. */
  readonly only?: string;
  readonly ink?: boolean;
}

/** Measures books in one browser, one after another. */
export async function measureMany(
  engine: 'chromium' | 'webkit',
  jobs: readonly MeasureJob[],
): Promise<readonly (readonly Measured[])[]> {
  const folder = makeFolder();
  const file = join(folder, 'jobs.json');
  const written = jobs.map((job, at) => {
    const epub = join(folder, `${at}.epub`);
    writeFileSync(epub, job.epub);
    return { ...job, epub };
  });
  writeFileSync(file, JSON.stringify(written));
  const ran = await runTool(process.execPath, [join(root, 'bench/looks/measure-many.mjs'), engine, file], {
    env: process.env,
    seconds: 180,
  });
  if ('failure' in ran) throw new Error(ran.failure);
  if (ran.status !== 0) throw new Error(`Unexpected end of ${engine}: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as readonly (readonly Measured[])[];
}
