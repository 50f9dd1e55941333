/**
 * The author's picture as what words stand on. In: its pixels, and colours to choose from. Out: at which end of it words disturb least, and
 * for any part of it the colours that words are seen in.
 */
import type { Pixels } from '../codecs/pixels.ts';
import { unrest } from '../pictures/crop-picture.ts';
import { type Colour, contrastOf, luminance } from './contrast.ts';
import type { Palette } from './palettes.ts';
import { coverSize } from './rasterise.ts';

/** Words, and what is laid under them so that they are seen. */
export interface Tone {
  readonly words: string;
  readonly scrim: string;
  /** Of the scrim, from 0 to 1. */
  readonly opacity: number;
}

/** WCAG 2.2 §1.4.3, of all but one point in a hundred: a spark in the dark need not darken all of it. */
const wanted = 4.5;
const spared = 0.01;
/** More of a light veil looks like fog. */
const mostFog = 0.3;
/** So many points are measured in a row. */
const inRow = 120;

/** Which end of the picture is calmer. */
export function calmerEnd(pixels: Pixels): 'top' | 'bottom' {
  const { width, height } = pixels;
  const end = { left: 0, width, height: Math.floor(height * 0.4) };
  return unrest(pixels, { ...end, top: 0 }) <= unrest(pixels, { ...end, top: height - end.height }) ? 'top' : 'bottom';
}

/** The tone for words between two rows of a cover, as a template counts them: the one that hides least of the picture, measured there. */
export function toneOf({ width, height, data }: Pixels, { ink, paper }: Palette, top: number, bottom: number): Tone {
  const scale = height / coverSize.height;
  const apart = Math.max(1, Math.floor(width / inRow));
  const points: Colour[] = [];
  for (let y = Math.max(0, Math.floor(top * scale)); y < Math.min(height, bottom * scale); y += apart)
    for (let x = 0; x < width; x += apart) {
      const at = 4 * (y * width + x);
      points.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
    }
  const light = { words: paper, scrim: ink, opacity: opacityFor(points, colourOf(paper), colourOf(ink)) };
  const dark = { words: ink, scrim: paper, opacity: opacityFor(points, colourOf(ink), colourOf(paper)) };
  return dark.opacity <= mostFog && dark.opacity < light.opacity ? dark : light;
}

/** How opaque a scrim must be for words to be seen on these points. */
function opacityFor(points: readonly Colour[], words: Colour, scrim: Colour): number {
  const ofWords = luminance(words);
  for (let opacity = 0; opacity < 1; opacity += 0.05) {
    const under = (part: number, of: number): number => part * (1 - opacity) + of * opacity;
    const unseen = points.filter(([red, green, blue]) => {
      const colour: Colour = [under(red, scrim[0]), under(green, scrim[1]), under(blue, scrim[2])];
      return contrastOf(luminance(colour), ofWords) < wanted;
    });
    if (unseen.length <= points.length * spared) return Number(opacity.toFixed(2));
  }
  return 1;
}

const colourOf = (hex: string): Colour => [part(hex, 1), part(hex, 3), part(hex, 5)];
const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
