/**
 * Lines with words and phrases in single marks as authors of today type them, which the novels hardly have.
 * In: `phrases/`, where < and > are single quotation marks, `"` is a double one, `'` an apostrophe and ¶ begins a paragraph. Out: texts to learn from or to measure by.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Primary } from '../../scripts/typeset/quotes/grammar.ts';
import type { Novel } from './data.ts';

/** The name of all these texts, where a novel has its own. */
export const phrases = 'phrases';
/** How many lines make a text: in a short one, few words stand anywhere else. */
const short = 30;
/** How often each frame is filled. */
const fills = 5;

const linesOf = (folder: string, file: string): readonly string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);

/** Short texts and one long one of lines written by hand and of frames filled by a seeded choice, typed both ways. */
export function phrasesToLearn(folder: string): readonly Novel[] {
  const fillings = linesOf(folder, 'fillings.txt');
  let seed = 1;
  const below = (limit: number): number => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % limit;
  };
  const filled = linesOf(folder, 'frames.txt').flatMap((frame) =>
    Array.from({ length: fills }, () => {
      const filling = fillings[below(fillings.length)] ?? '';
      return frame.replaceAll('{}', frame.startsWith('<') ? capitalised(filling) : filling);
    }),
  );
  const lines = [...linesOf(folder, 'learned.txt'), ...filled]
    .map((line) => ({ line, rank: below(1e6) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ line }) => line);
  const texts = [lines];
  for (let at = 0; at < lines.length; at += short) texts.push(lines.slice(at, at + short));
  return texts.flatMap((each) =>
    (['double', 'single'] as const).map((primary) => ({ name: phrases, primary, gold: goldOf(each, primary) })),
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lines as they stand in a book whose speech has double or single marks. */
export function goldOf(lines: readonly string[], primary: Primary): string {
  const [outer, inner] = primary === 'double' ? ['“”', '‘’'] : ['‘’', '“”'];
  return lines
    .map((line) => {
      let isOpen = false;
      return line.replace(/["'<>¶]/g, (mark) => {
        if (mark === "'") return '’';
        if (mark === '¶') {
          isOpen = false;
          return '\n\n';
        }
        if (mark === '"') {
          isOpen = !isOpen;
          return outer.charAt(isOpen ? 0 : 1);
        }
        return (isOpen ? inner : '‘’').charAt(mark === '<' ? 0 : 1);
      });
    })
    .join('\n\n');
}

/** The lines that nothing is learned from. */
export const heldOutPhrases = (folder: string): readonly string[] => linesOf(folder, 'held-out.txt');
