/**
 * Fenced divs: `:::verse`, `::: {.center lang=de}`, a line that ends in `:::`, and what stands between. Pandoc's rules: divs hold
 * divs, and a closing fence ends the innermost that it is long enough for. A fence without its fellow stays the text that it was, so none
 * can swallow a chapter. In: a text. Out: where its divs are, what is odd about their fences, and the syntax for the parser.
 */
import type { CompileContext, Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';
import { directiveNames, isDirectiveName, nameOfDiv, setPieceOf, theirsName } from '../../book/directives.ts';
import { kindOfWord } from '../../book/sections.ts';
import { nearest } from '../../report/nearest.ts';
import { type Problem, problem } from '../../report/problem.ts';
import { attributesOf } from '../attribute-lists.ts';
import type { ProseLines } from '../prose/prose-lines.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    fencedDiv: 'fencedDiv';
    fencedDivFence: 'fencedDivFence';
  }
}

const colon = 58;

interface Fence {
  /** As typed: a word, or the first class; empty where there is neither. */
  readonly name: string;
  /** How many characters stand before it that belong to quotations and lists. */
  readonly indent: number;
  /** Its line, from 1, and the offset that it begins at. */
  readonly line: number;
  readonly start: number;
  /** Whether the name is a word right behind the colons. */
  readonly isWord: boolean;
  /** Whether it seems to stand in code, where the parser sees none. */
  readonly inCode: boolean;
}

interface Div extends Fence {
  /** The line of the fence at its end, and where that ends. */
  readonly lastLine: number;
  readonly end: number;
}

interface Fences {
  /** In the order of their ends. */
  readonly divs: readonly Div[];
  /** Fences without a fellow. */
  readonly open: readonly Fence[];
}

const fence = () =>
  /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(:{3,})[ \t]*([\p{L}_][\p{L}\p{N}_-]*)?(?:\[([^\n\]]*)\])?[ \t]*(?:\{([^\n{}]*)\})?[ \t]*:*[ \t]*$/u;
const codeFence = /^[ \t>]*(?:(`{3,})[^`]*|(~{3,}).*)$/;
const longestFence = 400;
/** Divs in divs beyond this are no story's. */
const deepest = 20;

/** Finds the divs of a text; `prose` says which of its tildes begin no code. */
export function findDivs(text: string, prose?: Pick<ProseLines, 'breaks' | 'words'>): Fences {
  const divs: Div[] = [];
  const open: Fence[] = [];
  if (!text.includes(':::')) return { divs, open };
  const begun: Begun[] = [];
  let code: string | undefined;
  for (let start = 0, line = 1; start < text.length; line++) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const typed = end - start <= longestFence ? text.slice(start, end).trimEnd() : '';
    const mark = typed.includes(':::') ? markOf(typed) : undefined;
    if (mark?.name !== undefined) {
      if (begun.length < deepest) begun.push({ ...mark, name: mark.name, line, start, inCode: code !== undefined });
    } else if (mark) {
      const { div, unclosed } = closed(begun, mark);
      open.push(...unclosed);
      if (div) divs.push({ ...div, lastLine: line, end });
    } else if (/```|~~~/.test(typed) && !prose?.breaks.has(line) && !prose?.words.has(line))
      code = codeBehind(typed, code);
    start = end + 1;
  }
  return { divs, open: [...open, ...begun] };
}

/** What a line with colons is: a fence that begins a div, or, without a name, one that ends it. */
function markOf(typed: string) {
  const [, prefix = '', marks, word, , list] = fence().exec(typed) ?? [];
  const attributes = list === undefined ? undefined : attributesOf(list);
  if (marks === undefined || (word === undefined && list !== undefined && !attributes)) return undefined;
  const name = word ?? (attributes && (attributes.classes[0] ?? ''));
  const [size, quotes] = [marks.length, prefix.split('>').length];
  return { name, isWord: word !== undefined, indent: prefix.length, size, quotes };
}

interface Begun extends Fence {
  readonly size: number;
  /** How many quotations it stands in, and one. */
  readonly quotes: number;
}

/** Takes the div that a closing fence ends out of those that were begun, and those that can no longer be ended. */
function closed(begun: Begun[], { size, quotes }: Pick<Begun, 'size' | 'quotes'>) {
  const unclosed: Begun[] = [];
  while ((begun.at(-1)?.quotes ?? 0) > quotes) unclosed.push(...begun.splice(-1));
  const at = begun.findLastIndex((each) => each.quotes === quotes && each.size <= size);
  const [div, ...inside] = at < 0 ? [] : begun.splice(at);
  return { div, unclosed: [...unclosed, ...inside] };
}

/** The fence of the code that is open behind a line, if any is. */
function codeBehind(line: string, open: string | undefined): string | undefined {
  const [, ticks, tildes] = codeFence.exec(line) ?? [];
  const mark = ticks ?? tildes;
  if (mark === undefined) return open;
  if (open === undefined) return mark;
  return mark.startsWith(open) ? undefined : open;
}

/** What an author should know of a text's fences: one without its fellow, or with a name that is nearly one of ours. */
export function fenceProblems(text: string, path: string, prose?: ProseLines): readonly Problem[] {
  const { divs, open } = findDivs(text, prose);
  const at = (line: number) => ({ path, start: { line, column: 1 } });
  const seen = (fences: readonly Fence[]) => fences.filter(({ inCode }) => !inCode).sort((a, b) => a.line - b.line);
  const unclosed = seen(open)
    .filter(({ name }) => isDirectiveName(nameOfDiv(name)) || name === theirsName)
    .map(({ name, line }) =>
      problem(
        'set-piece-open',
        at(line),
        `“:::${name}” has no end; the book prints its lines as they are.`,
        'Put a line “:::” below what it holds.',
      ),
    );
  const strange = seen([...divs, ...open]).filter(({ name, isWord }) => isWord && !isDirectiveName(nameOfDiv(name)));
  const misnamed = strange.slice(0, mostGuesses).flatMap(({ name, line }): readonly Problem[] => {
    const guess = kindOfWord(name) === undefined ? nearest(name, directiveNames) : undefined;
    return guess === undefined
      ? []
      : [
          problem(
            'set-piece-unknown',
            at(line),
            `“:::${name}” has a name that means nothing; the book has what it holds as ordinary text.`,
            `Did you mean “:::${guess}”?`,
          ),
        ];
  });
  return [...unclosed, ...misnamed];
}

/** A text in another dialect of Markdown has thousands; the first will do. */
const mostGuesses = 20;

/** The syntax of a text's divs: containers, as quotations are (CommonMark §5), of the lines between two fences. */
export function divSyntax(text: string): Extension {
  const lastLines = new Map(findDivs(text).divs.map(({ line, lastLine }) => [line, lastLine]));
  if (lastLines.size === 0) return {};
  /** The line of a container's closing fence; 0 once that was read. */
  const ends = new WeakMap<object, number>();
  const div: Construct = {
    name: 'fencedDiv',
    tokenize(effects, ok, nok) {
      return (code) => {
        const lastLine = lastLines.get(this.now().line);
        if (lastLine === undefined || !this.containerState) return nok(code);
        ends.set(this.containerState, lastLine);
        effects.enter('fencedDiv', { _container: true });
        return restOfLine(effects, ok)(code);
      };
    },
    continuation: {
      tokenize(effects, ok, nok) {
        const end = ends.get(this.containerState ?? {}) ?? 0;
        if (end === 0) return nok;
        if (end !== this.now().line) return ok;
        ends.set(this.containerState ?? {}, 0);
        return restOfLine(effects, ok);
      },
    },
    exit(effects) {
      effects.exit('fencedDiv');
    },
  };
  return { document: { [colon]: div } };
}

function restOfLine(effects: Effects, ok: State): State {
  const inside = (code: Code): State | undefined => {
    if (code === null || code < -2) {
      effects.exit('fencedDivFence');
      return ok(code);
    }
    effects.consume(code);
    return inside;
  };
  return (code) => {
    effects.enter('fencedDivFence');
    return inside(code);
  };
}

/** The tree's side of it: a container directive, as remark-directive has them, of the press's name or `div`. */
export function divFromMarkdown(): TreeExtension {
  const opened = new WeakSet<object>();
  return {
    enter: {
      fencedDiv(token) {
        this.enter({ type: 'containerDirective', name: 'div', attributes: {}, children: [] }, token);
      },
    },
    exit: {
      fencedDivFence(token) {
        const node = this.stack[this.stack.length - 1];
        if (node?.type !== 'containerDirective' || opened.has(node)) return;
        opened.add(node);
        const [, , , word, label, list = ''] = fence().exec(this.sliceSerialize(token)) ?? [];
        const { id, classes = [], pairs = [] } = attributesOf(list) ?? {};
        const names = [...(word === undefined ? [] : [word]), ...classes];
        const own = names.find((each) => isDirectiveName(nameOfDiv(each)));
        if (own !== undefined) node.name = nameOfDiv(own);
        const kept = names.filter((each) => each !== own);
        node.attributes = {
          ...(id !== undefined && { id }),
          ...(kept.length > 0 && { class: kept.join(' ') }),
          ...Object.fromEntries(pairs),
        };
        if (label) labelled(this, label);
      },
      fencedDiv(token) {
        this.exit(token);
      },
    },
  };
}

/** A label (`:::note[Label]`) is the first paragraph of its div, and the title of a piece that has any. */
function labelled({ stack }: CompileContext, value: string): void {
  const node = stack[stack.length - 1];
  if (node?.type !== 'containerDirective') return;
  const text = { type: 'text', value } as const;
  const isTitle = setPieceOf(node.name)?.titles !== undefined;
  const children = [isTitle ? { type: 'strong' as const, children: [text] } : text];
  node.children.push({ type: 'paragraph', children, data: { isLabel: true } });
}

/**
 * A text in which the spaces before lines of verse and plays no longer are what Markdown drops, or takes for code: each has become
 * one that Markdown keeps. Every offset stays.
 */
export function keepVerseIndents(text: string, prose?: ProseLines): string {
  let kept = '';
  let done = 0;
  for (const { name, indent, start, end, inCode } of findDivs(text, prose).divs) {
    if (!setPieceOf(name)?.keepsIndents || inCode || start < done) continue;
    const verse = text
      .slice(start, end)
      .replace(
        /^[ \t>]+(?=\S)/gm,
        (lead) => lead.slice(0, indent) + lead.slice(indent).replaceAll(' ', '\u00A0').replaceAll('\t', '\u2003'),
      );
    kept += text.slice(done, start) + verse;
    done = end;
  }
  return done === 0 ? text : kept + text.slice(done);
}
