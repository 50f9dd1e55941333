/**
 * Pandoc’s line blocks: lines that begin with `| ` are verse, deeper ones keep their indent, one that begins with a space goes on with the line
 * above, and `|` alone parts stanzas. In: a text. Out: the same nodes as of `:::verse`. Rows of tables, which end in a bar, are none.
 */
import type { Nodes, Paragraph, Text } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import { walk } from '../../book/walk.ts';
import { type InnerParser, moved, parseStretches, type TypedLine } from './inner-parser.ts';
import { findRuns, runConstruct } from './line-runs.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lineBlock: 'lineBlock';
  }
}

const bar = /^[ \t]*\|(?: |[ \t]*$)/;
const row = /[^\\]\|[ \t]*$|^[ \t]*\|[ \t]*:?-+[-:| \t]*$/;

function endOfBlock(lines: readonly string[], at: number): number | undefined {
  const isBar = (line: number): boolean => bar.test(lines[line] ?? '');
  const isBlank = (line: number): boolean => (lines[line] ?? '').trim() === '';
  if (!isBar(at) || /^[ \t]*\|/.test(lines[at - 1] ?? '')) return undefined;
  const margin = (lines[at] ?? '').indexOf('|');
  let end = at;
  while (!isBlank(end) && (isBar(end) || (lines[end] ?? '').search(/\S/) > margin)) end++;
  const block = lines.slice(at, end);
  const isVerse = isBlank(end) && !block.some((line) => row.test(line.trim()));
  return isVerse && block.some((line) => /[^\s|]/.test(line)) ? end : undefined;
}

/** The syntax of a text’s line blocks. */
export function lineBlockSyntax(text: string, inner: InnerParser): Extension {
  const construct = runConstruct('lineBlock', findRuns(text, endOfBlock), inner);
  return { flowInitial: { 124: construct, 32: construct, [-1]: construct, [-2]: construct } };
}

const parts = /^([ \t]*(?:\| ?)?)([ \t]*)(.*?)\s*$/;

/** The tree’s side of it. */
export function lineBlockFromMarkdown(inner: InnerParser): TreeExtension {
  let stanzas: TypedLine[][] = [];
  /** The lines that go on with the one above. */
  let goingOn = new Set<number>();
  return {
    enter: {
      lineBlock(token) {
        stanzas = [[]];
        goingOn = new Set();
        this.enter({ type: 'containerDirective', name: 'verse', attributes: {}, children: [] }, token);
      },
      lineBlockLine(token) {
        const [, lead = '', indent = '', words = ''] = parts.exec(this.sliceSerialize(token)) ?? [];
        const isNew = lead.includes('|');
        if (!isNew) goingOn.add(token.start.line);
        if (words === '') stanzas.push([]);
        else
          stanzas.at(-1)?.push({
            text: (isNew ? indent.replaceAll(' ', '\u00A0').replaceAll('\t', '\u2003') : '') + words,
            start: moved(token.start, lead.length + (isNew ? 0 : indent.length)),
          });
      },
    },
    exit: {
      lineBlock(token) {
        const verse = this.stack.at(-1);
        if (verse?.type === 'containerDirective')
          for (const lines of stanzas) {
            const { children } = parseStretches(lines, inner, true);
            verse.children.push(...children.filter((each): each is Paragraph => each.type === 'paragraph'));
          }
        if (goingOn.size > 0 && verse?.type === 'containerDirective')
          walk<Nodes>(verse, (node) => {
            if (node.type === 'text') node.value = joined(node, goingOn);
          });
        this.exit(token);
      },
    },
  };
}

/** A text in which lines that go on with the one above end it no more. */
const joined = ({ value, position }: Text, goingOn: ReadonlySet<number>): string =>
  value
    .split('\n')
    .reduce((sum, line, at) => `${sum}${goingOn.has((position?.start.line ?? 0) + at) ? ' ' : '\n'}${line}`);
