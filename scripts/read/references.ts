/**
 * Resolves what Markdown keeps apart: `[text][label]` with its definition, `[^label]` with its note.
 * In: a file's tree, edited in place, and its text. Out: the notes by label, and what did not match.
 */
import type { Definition, FootnoteDefinition, Nodes, Parents, Root, Text } from 'mdast';
import { walk } from '../book/walk.ts';
import { nearest } from '../report/nearest.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';

interface References {
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  readonly problems: readonly Problem[];
}

/** Takes definitions out of the tree, and puts links and pictures in the place of references to them. */
export function resolveReferences(tree: Root, path: string, source: string): References {
  const problems: Problem[] = [];
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const parentsOfDefinitions = new Set<Parents>();
  const references: { readonly node: Nodes; readonly parent: Parents }[] = [];
  const texts: Text[] = [];
  walk<Nodes>(tree, (node, parent) => {
    if (node.type === 'definition') {
      parentsOfDefinitions.add(parent);
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    } else if (node.type === 'footnoteDefinition') {
      parentsOfDefinitions.add(parent);
      const first = notes.get(node.identifier);
      if (first) {
        first.children.push(...node.children);
        problems.push(
          problem(
            'note-twice',
            placeOf(path, node),
            `There is a second note “${node.label ?? node.identifier}”; its words are printed after those of the first.`,
            'Give it another name, here and where it is referred to.',
          ),
        );
      } else notes.set(node.identifier, node);
    } else if (node.type === 'linkReference' || node.type === 'imageReference') references.push({ node, parent });
    else if (node.type === 'text' && node.value.includes('[')) texts.push(node);
  });
  const known: Known = {
    notes: [...notes.values()].map(({ label, identifier }) => label ?? identifier),
    definitions: [...definitions.values()].map(({ label, identifier }) => label ?? identifier),
  };
  for (const node of texts) {
    const isGuessed = problems.length < mostGuesses;
    for (const each of danglingReferences(node, path, source, isGuessed ? known : nothing)) problems.push(each);
  }
  for (const parent of parentsOfDefinitions) {
    parent.children = parent.children.filter(
      (child) => child.type !== 'definition' && child.type !== 'footnoteDefinition',
    ) as typeof parent.children;
  }
  for (const { node } of references) {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') continue;
    const definition = definitions.get(node.identifier);
    if (!definition) continue; // micromark makes references only where there is a definition
    Object.assign(node, {
      type: node.type === 'linkReference' ? 'link' : 'image',
      url: definition.url,
      title: definition.title ?? null,
    });
  }
  return { notes, problems };
}

/** The labels that a file defines. */
interface Known {
  readonly notes: readonly string[];
  readonly definitions: readonly string[];
}

const nothing: Known = { notes: [], definitions: [] };

/** A text that was pasted without its notes has thousands of references, and each may mean any. */
const mostGuesses = 20;

/** Of a number another is always near, and means nothing. */
const meantLabel = (label: string, known: readonly string[]): string | undefined =>
  /\D../.test(label) ? nearest(label, known) : undefined;

/** References that Markdown left as text because nothing defines them. Escaped ones mean to be text. */
function danglingReferences({ position }: Text, path: string, source: string, known: Known): readonly Problem[] {
  const start = position?.start;
  if (start?.offset === undefined) return []; // imported text escapes its brackets
  const typed = source.slice(start.offset, position?.end.offset);
  const problems: Problem[] = [];
  let { line } = start;
  let lineStart = 1 - start.column;
  for (const match of typed.matchAll(/\n|(?<!\\)\[\^([^\]\s]{1,80})\]|(?<!\\)\]\[([^\]]{1,80})\]/g)) {
    const place = { path, start: { line, column: match.index - lineStart + 1 } };
    line += match[0].split('\n').length - 1;
    if (match[0].includes('\n')) lineStart = match.index + match[0].lastIndexOf('\n') + 1;
    if (match[0] === '\n') continue;
    const [, note, label = note ?? ''] = match;
    const sign = note === undefined ? '' : '^';
    const { notes, definitions } = problems.length < mostGuesses ? known : nothing;
    const meant = meantLabel(label, note === undefined ? definitions : notes);
    problems.push(
      problem(
        note === undefined ? 'definition-missing' : 'reference-without-note',
        place,
        note === undefined
          ? `Nothing in this file says where “${label}” leads; the book prints the brackets.`
          : `There is no note “${label}” in this file; the book prints “[^${label}]”.`,
        meant === undefined
          ? `Add a line “[${sign}${label}]: …”, or a backslash before the bracket.`
          : `Did you mean “[${sign}${meant}]”?`,
      ),
    );
  }
  return problems;
}
