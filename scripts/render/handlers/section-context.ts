/** What the handlers of a section share: what they need to know of it, what they leave for later steps, how they make nodes. */
import type { ElementContent } from 'hast';
import type { Parents, RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Section } from '../../book/book.ts';
import type { Labels } from '../../book/labels.ts';
import type { Form } from '../../book/publication.ts';
import type { Problem } from '../../report/problem.ts';
import type { Formula } from '../formulas.ts';
import type { CodeBlock } from '../highlight-code.ts';

export interface SectionContext {
  readonly section: Section;
  readonly labels: Labels;
  /** The press's mark between scenes. */
  readonly ornament: string;
  /** Set when raw HTML, or links inside links, call for repair. */
  needsRepair: boolean;
  /** What of `forms.css` the section needs. */
  readonly forms: Set<Form>;
  /** What handlers notice. */
  readonly problems: Problem[];
  /** What is to be set once TeX’s reader is loaded. */
  readonly formulas: Formula[];
  /** What is to be highlighted once the highlighter is loaded. */
  readonly code: CodeBlock[];
  /** Ids that links may name: what the author would write after `#` → the id in the book. */
  readonly anchors: Map<string, string>;
  /** Headings below the section's own, for the contents. */
  readonly headings: { readonly id: string; readonly level: number; readonly title: string }[];
}

export const text = (value: string): ElementContent => ({ type: 'text', value });

/** What the children of a node become. */
export const childrenOf = (state: State, node: Parameters<State['all']>[0]): ElementContent[] =>
  state.all(node) as ElementContent[];

/** What a block becomes by the handlers of its section: mostly one element. */
export function blockOf(state: State, block: RootContent, parent?: Parents): ElementContent[] {
  const made = state.one(block as Parameters<State['one']>[0], parent);
  return (made === undefined ? [] : Array.isArray(made) ? made : [made]) as ElementContent[];
}

/** Gives a node its source position and what plug-ins put on the mdast node (`data.hName`, `hProperties`, `hChildren`). */
export function patched<Made extends { type: string }>(
  state: State,
  node: Parameters<State['patch']>[0],
  made: Made,
): Made {
  state.patch(node, made as never);
  return state.applyData(node, made as never) as unknown as Made;
}
