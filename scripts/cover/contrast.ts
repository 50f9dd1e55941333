/** How well a colour is seen on another (WCAG 2.2). In: red, green and blue, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Relative luminance, from 0 to 1. */
export function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  return part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
}

/** The contrast of two luminances, from 1 to 21. */
export const contrastOf = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
