/**
 * Definition lists, as pandoc has them: a term on a line of its own, below it `: ` and what is said of it, as often as there is something
 * to say, with blocks that stand further in. In: a text. Out: `definitionList` nodes of terms and descriptions.
 */
import type { Nodes, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { blankLine } from 'micromark-core-commonmark';
import { factorySpace } from 'micromark-factory-space';
import type { Construct, Event, Extension, State } from 'micromark-util-types';
import { bareLines } from './line-runs.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    definitionDescription: 'definitionDescription';
    definitionMarker: 'definitionMarker';
    definitionIndent: 'definitionIndent';
  }
}

declare module 'mdast' {
  interface DefinitionList extends Parent {
    type: 'definitionList';
    children: (DefinitionTerm | DefinitionDescription)[];
  }
  interface DefinitionTerm extends Parent {
    type: 'definitionTerm';
    children: PhrasingContent[];
  }
  interface DefinitionDescription extends Parent {
    type: 'definitionDescription';
    /** Whether its paragraphs are set as such. */
    spread: boolean;
    children: RootContent[];
  }
  interface RootContentMap {
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
  }
  interface BlockContentMap {
    definitionList: DefinitionList;
  }
}

const colon = 58;
const tilde = 126;

/** A colon and a bracket smile, unless a word follows. */
const mark = /^[ \t]*[:~][ \t]+(?=[^\s()~:]|\(\p{L}{2})(?!.*~$)/u;
/** A tilde with one space, no further in than its term, ends stories and signs letters. */
const wideMark = /^[ \t]*(?::|~(?: {3,}|\t))/;
const anyMark = /^[ \t>]*[:~][ \t]/m;
const noTerm = /^[ \t]*(?:#{1,6}[ \t]|>|```|~~~|\||:|~|<|(?:[-*_=+][ \t]*){3,}$)/;

/** How far in the words of a list’s item stand; 0 in any other line. */
const widthOfItem = (line = ''): number => /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/.exec(line)?.[0].length ?? 0;

/** The lines (from 1) that begin with what is said of a term. */
function descriptionLines(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!anyMark.test(text)) return found;
  const lines = bareLines(text);
  const isBlank = (at: number): boolean => (lines[at]?.text ?? '').trim() === '';
  const isTerm = (at: number): boolean =>
    !isBlank(at) &&
    (isBlank(at - 1) || lines[at - 1]?.quotes !== lines[at]?.quotes || widthOfItem(lines[at]?.text) > 0) &&
    !noTerm.test(lines[at]?.text ?? '');
  /** How far in the last description stands; undefined after it. */
  let indent: number | undefined;
  for (const [at, { text: line }] of lines.entries()) {
    const own = line.search(/\S/);
    if (own < 0) continue;
    const term = at - (isBlank(at - 1) ? 2 : 1);
    const isFurther = own > (lines[term]?.text.search(/\S/) ?? 0);
    const isBelow = own >= widthOfItem(lines[term]?.text) && isTerm(term);
    if (mark.test(line) && (indent === own || (isBelow && (isFurther || wideMark.test(line))))) {
      found.add(at + 1);
      indent = own;
    } else if (indent !== undefined && own <= indent && isBlank(at - 1)) indent = undefined;
  }
  return found;
}

/** The syntax of a text’s definitions: containers, as items of lists are (CommonMark §5.2). */
export function definitionSyntax(text: string): Extension {
  const lines = descriptionLines(text);
  if (lines.size === 0) return {};
  const description: Construct = {
    name: 'definitionList',
    tokenize(effects, ok, nok) {
      const { now, events } = this;
      const before = widthOf(events.at(-1));
      const after: State = (code) => {
        if (this.containerState) this.containerState['size'] = before + 1 + widthOf(this.events.at(-1));
        return ok(code);
      };
      return (code) => {
        if (!lines.has(now().line)) return nok(code);
        effects.enter('definitionDescription', { _container: true });
        effects.enter('definitionMarker');
        effects.consume(code);
        effects.exit('definitionMarker');
        return factorySpace(effects, after, 'definitionIndent', 5);
      };
    },
    continuation: {
      tokenize(effects, ok, nok) {
        const size = Number(this.containerState?.['size'] ?? 0);
        const after: State = (code) => (widthOf(this.events.at(-1)) === size ? ok(code) : nok(code));
        return effects.check(
          blankLine,
          factorySpace(effects, ok, 'definitionIndent', size + 1),
          effects.attempt(
            { partial: true, tokenize: (inner) => factorySpace(inner, after, 'definitionIndent', size + 1) },
            ok,
            nok,
          ),
        );
      },
    },
    exit(effects) {
      effects.exit('definitionDescription');
    },
  };
  return { document: { [colon]: description, [tilde]: description } };
}

/** How many columns of white space an event has read. */
function widthOf(event: Event | undefined): number {
  const [kind, token, context] = event ?? [];
  const isSpace = token?.type === 'linePrefix' || token?.type === 'definitionIndent';
  return kind === 'exit' && token && isSpace ? (context?.sliceSerialize(token, true).length ?? 0) : 0;
}

/** The tree’s side of it. */
export function definitionsFromMarkdown(): TreeExtension {
  const parents = new Set<Parents>();
  return {
    enter: {
      definitionDescription(token) {
        const parent = this.stack.at(-1);
        if (parent && 'children' in parent && parent.type !== 'fragment') parents.add(parent as Parents);
        this.enter({ type: 'definitionDescription', spread: false, children: [] }, token);
      },
    },
    exit: {
      definitionDescription(token) {
        this.exit(token);
      },
    },
    transforms: [
      () => {
        for (const parent of parents) parent.children = withLists(parent.children as RootContent[]);
        parents.clear();
      },
    ],
  };
}

/** Blocks in which each description stands in a list, below its term. */
function withLists(blocks: readonly RootContent[]): RootContent[] {
  const made: RootContent[] = [];
  const loose = new Set<RootContent | undefined>();
  const add = (...entries: readonly Entry[]): void => {
    addTo(made, entries);
    if (entries.some((each) => each.type === 'definitionDescription' && each.spread)) loose.add(made.at(-1));
  };
  for (const block of blocks) {
    const before = made.at(-1);
    if (block.type !== 'definitionDescription') made.push(block);
    else if (before?.type === 'paragraph' && isOneLine(before)) {
      made.pop();
      const term = { type: 'definitionTerm' as const, children: before.children, ...at(before, before) };
      const isLoose = (block.position?.start.line ?? 0) - (before.position?.end.line ?? 0) > 1;
      add(term, spread(block, isLoose));
    } else if (before?.type === 'definitionList') add(spread(block, loose.has(before)));
    else made.push(...typedAgain(block));
  }
  return made;
}

type Entry = RootContent & { type: 'definitionTerm' | 'definitionDescription' };

function addTo(made: RootContent[], entries: readonly Entry[]): void {
  const list = made.at(-1);
  if (list?.type !== 'definitionList') {
    const [first] = entries;
    const last = entries.at(-1);
    made.push({ type: 'definitionList', children: [...entries], ...(first && last && at(first, last)) });
    return;
  }
  list.children.push(...entries);
  const end = entries.at(-1)?.position?.end;
  if (list.position && end) list.position = { ...list.position, end };
}

const at = ({ position: from }: Nodes, { position: to }: Nodes) =>
  from && to ? { position: { start: from.start, end: to.end } } : {};

const isOneLine = ({ position }: Paragraph): boolean => position?.start.line === position?.end.line;

const spread = (block: Entry & { type: 'definitionDescription' }, isLoose: boolean): Entry => ({
  ...block,
  spread: isLoose || block.children.filter(({ type }) => type === 'paragraph').length > 1,
});

/** A description of nothing, as it was typed. */
function typedAgain({ children }: { readonly children: readonly RootContent[] }): readonly RootContent[] {
  const [first, ...others] = children;
  const colonText: PhrasingContent = { type: 'text', value: ': ' };
  return first?.type === 'paragraph' ? [{ ...first, children: [colonText, ...first.children] }, ...others] : children;
}
