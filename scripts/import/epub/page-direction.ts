/**
 * Which way the lines and pages of a foreign EPUB run. In: its package, its style sheets, and whether its pages say that their text runs from
 * right to left. Out: `writing-mode` or `dir`, and what to tell where pages turn another way than the lines run.
 */
import { directionOfLanguage } from '../../book/language-names.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { elementsNamed } from '../../html/read-xml.ts';
import { type Outcome, problem } from '../../report/problem.ts';
import type { Package } from './package.ts';

interface Said {
  readonly sheets: readonly string[];
  readonly langs: readonly string[];
  /** Whether pages say that their text runs from right to left. */
  readonly isRtl: boolean;
  readonly path: string;
}

/** Reads them: `page-progression-direction` (EPUB 3.3 §5.7), the writing mode of whole pages, and Kindle’s own word for it. */
export function pageDirection({ root, metadata }: Package, { sheets, langs, isRtl, path }: Said): Outcome<Facts> {
  const named = elementsNamed(metadata, 'meta').find(({ attributes }) => attributes['name'] === 'primary-writing-mode')
    ?.attributes['content'];
  const isVertical = named === undefined ? sheets.some(setsVertical) : /^vertical-(?:rl|lr)$/.test(named);
  if (isVertical) return { value: { 'writing-mode': 'vertical-rl' }, problems: [] };
  const turns = elementsNamed(root, 'spine')[0]?.attributes['page-progression-direction'];
  if (turns !== 'rtl' || langs.some((lang) => directionOfLanguage(lang) === 'rtl')) return { value: {}, problems: [] };
  if (isRtl) return { value: { dir: 'rtl' }, problems: [] };
  const reason = 'The pages of the EPUB turn from right to left; those of the book turn as its lines run.';
  const hint = 'If its lines run from top to bottom, say “writing-mode: vertical-rl” in book.yaml.';
  return { value: {}, problems: [problem('import-left-out', { path }, reason, hint)] };
}

const setsVertical = (sheet: string): boolean =>
  /(?:^|[\s,}])(?:html|body)[^{}]*\{[^{}]*writing-mode\s*:\s*(?:vertical-rl|tb-rl)/i.test(
    sheet.replace(/\/\*.*?\*\//gs, ''),
  );
