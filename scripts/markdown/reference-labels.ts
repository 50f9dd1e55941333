/**
 * The labels of definitions and notes, which have a meaning everywhere in a text, so that chunks of it can be parsed alone.
 * In: a text, or its tree. Out: labels, and an extension for micromark that knows them.
 */
import type { Nodes, Root } from 'mdast';
import type { Construct, Extension, TokenizeContext } from 'micromark-util-types';
import { walk } from '../book/walk.ts';

/** Labels as micromark compares them (CommonMark §4.7): lower-cased, then upper-cased. */
export interface ReferenceLabels {
  readonly links: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

export const noLabels: ReferenceLabels = { links: new Set(), notes: new Set() };

/** A label and a colon; brackets in a label are escaped, and it has at most 999 characters. */
const labelled = /\[((?:[^[\]\\]|\\.){1,999})\]:/gs;

/** All that may be a label of a definition: also what stands in code, or in the middle of a line. */
export function labelsIn(text: string): ReferenceLabels {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const [, label = ''] of text.matchAll(labelled)) {
    links.add(canonical(label));
    if (label.startsWith('^')) notes.add(canonical(label.slice(1)));
  }
  return { links, notes };
}

/** Those of the possible labels that a tree has definitions of; undefined where it has others. */
export function labelsDefined(tree: Root, possible: ReferenceLabels): ReferenceLabels | undefined {
  const links = new Set<string>();
  const notes = new Set<string>();
  let others = false;
  walk<Nodes>(tree, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return;
    const label = node.identifier.toUpperCase(); // mdast's identifiers are micromark's, lower-cased
    const [from, to] = node.type === 'definition' ? [possible.links, links] : [possible.notes, notes];
    if (from.has(label)) to.add(label);
    else others = true;
  });
  return others ? undefined : { links, notes };
}

/** An extension, to put behind all others, that knows these labels besides those it finds; and finds each at once. */
export function withLabels(labels: ReferenceLabels): Extension {
  const prepare: Construct = {
    tokenize(_effects, _ok, nok) {
      index(this, labels);
      return nok;
    },
  };
  return { text: { [0x21]: prepare, [0x5b]: prepare } }; // where a label may begin
}

/** micromark looks through its lists of labels at each bracket; from now on it asks an index. */
function index({ parser }: TokenizeContext, labels: ReferenceLabels): void {
  if (labels.notes.size > 0) parser.gfmFootnotes ??= [];
  for (const [list, known] of [
    [parser.defined, labels.links],
    [parser.gfmFootnotes, labels.notes],
  ] as const) {
    if (!list || Object.hasOwn(list, 'includes')) continue;
    const found = new Set<string>();
    let indexed = 0;
    list.includes = (label) => {
      for (; indexed < list.length; indexed++) found.add(list[indexed] ?? '');
      return found.has(label) || known.has(label);
    };
  }
}

const canonical = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
