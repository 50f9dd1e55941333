/** Prints a section of a plain-text story as Markdown. In: its paragraphs. Out: lines, each with the line it came from. */

import { headerOf, isAuthorsNote } from '../../book/header-lines.ts';
import { widerGaps } from '../../markdown/prose/gaps.ts';
import { headingsOf } from '../chapter-headings.ts';
import type { WayOfGuessing } from '../confidence.ts';
import { escapeHeading, escapeLine } from '../escape.ts';
import { isChapterHeading, isEndMark, isSceneBreak, numberOfHeading } from '../story-marks.ts';
import type { Draft, Hint } from './front-lines.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** Whether a story has headings of its own. */
export const hasHeadings = (paragraphs: readonly Paragraph[]): boolean => headingsOf(candidates(paragraphs)).size > 0;

const candidates = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map(({ lines, setOff }) => ({ lines, mayHead: !setOff || lines.length === 1 }));

export interface PrintedSection {
  readonly text: string;
  /** For each line of it (from 0) the line (from 1) of the source. */
  readonly lines: readonly number[];
}

/** Prints a draft; chapters have headings, breaks and notes of their author among their paragraphs. */
export function printSection({ kind, title, paragraphs }: Draft, hint: Hint): PrintedSection {
  const text: string[] = [];
  const lines: number[] = [];
  const print = (line: string, source: number) => {
    text.push(line);
    lines.push(source);
  };
  if (title) {
    print(`# ${escapeHeading(title)}`, paragraphs[0]?.line ?? 1);
    print('', paragraphs[0]?.line ?? 1);
  }
  const headings = kind === 'chapter' ? headingsOf(candidates(paragraphs)) : new Map<number, string>();
  const gaps = kind === 'chapter' ? gapsIn(paragraphs, headings) : new Set<Paragraph>();
  let wasQuoted = false;
  let quotesNext = false;
  paragraphs.forEach((paragraph, at) => {
    const [first = ''] = paragraph.lines;
    const alone = paragraph.lines.length === 1;
    const heading = headings.get(at);
    const isBreak = alone && isSceneBreak(first);
    const isEnd = alone && kind === 'chapter' && at > 0 && isEndMark(first);
    const header = kind === 'chapter' && heading === undefined ? headerOf(first) : undefined;
    const beside = [at - 1, at + 1].some((each) => headings.has(each)) || at === 0;
    const isNote = header?.kind === 'notes' && (isAuthorsNote(header.label) || (beside && first.includes(':')));
    const isQuoted = heading === undefined && !isBreak && !isEnd && (paragraph.setOff || isNote || quotesNext);
    quotesNext = isNote && header?.text === '' && alone;
    if (wasQuoted && isQuoted) text[text.length - 1] = '>';
    wasQuoted = isQuoted;
    if (gaps.has(paragraph)) {
      hint(paragraph, 'the first of a scene', 'gap wider than others');
      print('* * *', paragraph.line - 1);
      print('', paragraph.line - 1);
    }
    if (heading !== undefined) {
      hint(paragraph, 'a chapter’s heading', wayOfHeading(first));
      print(`# ${escapeHeading(heading)}`, paragraph.line);
    } else if (isBreak) {
      hint(paragraph, 'a scene break', /[a-z]/i.test(first) ? 'row of letters' : 'row of ornaments');
      print('* * *', paragraph.line);
    } else {
      if (isEnd)
        hint(paragraph, 'the end mark', /^[\p{L}\s.]+$/u.test(first) ? 'closing words' : 'closing words in ornaments');
      if (isNote)
        hint(paragraph, 'the author’s notes', isAuthorsNote(header.label) ? 'label and colon' : 'label in the text');
      paragraph.lines.forEach((line, row) => {
        const hard = paragraph.verse && row < paragraph.lines.length - 1 ? '\\' : '';
        const words = isNote && row === 0 ? labelled(header) : escapeLine(line.trim());
        print(`${isQuoted ? '> ' : ''}${words}${hard}`, paragraph.line + row);
      });
    }
    print('', paragraph.line + paragraph.lines.length);
  });
  return { text: `${text.join('\n')}\n`, lines };
}

/** The paragraphs above which more blank lines stand than above others. */
function gapsIn(paragraphs: readonly Paragraph[], headings: ReadonlyMap<number, string>): ReadonlySet<Paragraph> {
  const isText = (at: number): boolean => {
    const { lines: [first = ''] = [] } = paragraphs[at] ?? {};
    return !headings.has(at) && !isSceneBreak(first) && !isEndMark(first);
  };
  const gaps = paragraphs.flatMap((paragraph, at) => {
    const before = paragraphs[at - 1];
    const size = before ? paragraph.line - before.line - before.lines.length : 0;
    return size > 0 && isText(at) && isText(at - 1) ? [{ paragraph, size }] : [];
  });
  return new Set(widerGaps(gaps).wide.map(({ paragraph }) => paragraph));
}

/** By its number, by the numbers around it, by its capitals. */
function wayOfHeading(line: string): WayOfGuessing {
  if (/^[^\p{L}\p{N}]*[IVXL]+[^\p{L}\p{N}]*$/u.test(line)) return 'numeral alone';
  if (isChapterHeading(line)) return 'heading that names itself and its number';
  return numberOfHeading(line) === undefined ? 'line in capitals among others' : 'number that counts on';
}

/** “A/N: Thanks” with its label in bold, as notes in a chapter have it. */
function labelled({ label, text }: { readonly label: string; readonly text: string }): string {
  return `**${escapeLine(label)}:** ${text === '' ? '' : escapeLine(text)}`.trimEnd();
}
