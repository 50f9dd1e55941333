/**
 * Typefaces of drawn covers for scripts that no theme’s typeface has: Noto, under the SIL Open Font License 1.1. The small ones come with
 * the press; a large one is found where its package is installed.
 */
import { type Typeface, typeface } from './themes.ts';

export interface ScriptTypeface {
  readonly typeface: Typeface;
  /** Finds its letters in words, or its language in the tag that stands before them. */
  readonly isFor: RegExp;
  /** How much further apart its lines stand than Latin ones. */
  readonly leading: number;
  readonly isBundled: boolean;
}

const row = (family: string, isFor: RegExp, leading: number, isBundled = false): ScriptTypeface => ({
  typeface: typeface(family, 'serif'),
  isFor,
  leading,
  isBundled,
});

/** Ideographs have other forms in each language: the first row that fits is the one to take. */
export const scriptTypefaces: readonly ScriptTypeface[] = [
  row('Noto Serif Hebrew', /[\u0590-\u05FF\uFB1D-\uFB4F]/, 1.1, true),
  row('Noto Naskh Arabic', /[\u0600-\u06FF\u0750-\u077F]/, 1.45, true),
  row('Noto Serif JP', /^ja\b|[\u3041-\u30FF]/i, 1.2),
  row('Noto Serif KR', /^ko\b|[\u1100-\u11FF\uAC00-\uD7AF]/i, 1.2),
  row('Noto Serif TC', /^zh-(?:hant|tw|hk|mo)\b|[\u3105-\u312F]/i, 1.2),
  row('Noto Serif SC', /[\u3400-\u9FFF]/, 1.2),
];
