/** What a press noticed, as marks in the editor. In: notices and the text as it is typed. Out: diagnostics; each way to settle a doubt is a button. */
import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { isCounted } from '../../../report/fold-problems.ts';
import type { Choice, Place, Point } from '../../../report/problem.ts';
import type { Notice } from '../../protocol.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a place stands, as far as the text has it; without an end it is the word there. */
export function rangeOf(doc: Text, { start, end }: Place): Range | undefined {
  if (!start || start.line > doc.lines) return undefined;
  const from = offsetOf(doc, start);
  if (end && end.line <= doc.lines) return { from, to: Math.max(from, offsetOf(doc, end)) };
  const line = doc.lineAt(from);
  const word = /^[^\s\p{L}]?[\p{L}\p{M}’']*/u.exec(doc.sliceString(from, line.to))?.[0] ?? '';
  return { from, to: from + word.length };
}

function offsetOf(doc: Text, { line, column }: Point): number {
  const { from, to } = doc.line(Math.max(1, line));
  return Math.min(from + Math.max(0, column - 1), to);
}

/** The notices of one file; sure guesses, and a doubt whose mark is no longer there, are left out. */
export function diagnosticsOf(
  doc: Text,
  path: string,
  notices: readonly Notice[],
  onChoose: (notice: Notice, choice: Choice) => void,
): readonly Diagnostic[] {
  return notices.flatMap((notice) => {
    const isHere = notice.place?.path === path && !isCounted(notice);
    const range = isHere && notice.place ? rangeOf(doc, notice.place) : undefined;
    if (!range) return [];
    const { choices = [], severity, reason, hint } = notice;
    const isStale = choices.some(({ replace: { place, old } }) => {
      const there = rangeOf(doc, place);
      return place.path !== path || !there || doc.sliceString(there.from, there.to) !== old;
    });
    if (isStale) return [];
    return [
      {
        ...range,
        severity: choices.length > 0 ? 'info' : severity,
        message: hint === undefined ? reason : `${reason} ${hint}`,
        renderMessage: () => paragraphs(reason, choices.length > 0 ? undefined : hint),
        actions: choices.map((choice) => ({
          name: `${choice.shown} — ${choice.meaning}`,
          apply: () => onChoose(notice, choice),
        })),
      },
    ];
  });
}

function paragraphs(reason: string, hint: string | undefined): Node {
  const box = document.createElement('div');
  const line = (text: string, name: string) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    paragraph.className = name;
    box.append(paragraph);
  };
  line(reason, 'reason');
  if (hint !== undefined) line(`→ ${hint}`, 'hint');
  return box;
}
