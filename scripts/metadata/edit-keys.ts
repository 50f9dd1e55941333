/**
 * Keys of a book in an author’s YAML. In: the text of `book.yaml`, or of a file with a block above it, and what keys are to hold.
 * Out: the same text but for these keys: comments, order and the form of lists stay; undefined where it is no YAML to edit.
 */
import { type Document, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import { failsafeYaml } from '../book/failsafe-yaml.ts';
import type { KeyValue } from '../book/key-value.ts';
import { splitMetadata } from './metadata-block.ts';

export interface KeyEdit {
  readonly key: readonly string[];
  /** What it is to hold, from what it holds; undefined removes it. */
  readonly value: (old: unknown) => KeyValue | undefined;
}

/** What one line stands for where there could be a mapping. */
const shorthands: Readonly<Record<string, string>> = { typography: 'style', series: 'name' };

/** Edits keys of YAML. */
export function editYaml(text: string, edits: readonly KeyEdit[]): string | undefined {
  let edited: string | undefined = text;
  for (const each of edits) if (edited !== undefined) edited = editKey(edited, each);
  return edited;
}

/** Edits keys of the block above a text, which is made where there is none, and goes with its last key. */
export function editBlock(text: string, edits: readonly KeyEdit[]): string | undefined {
  const { block, problems } = splitMetadata(text, '');
  if (text.startsWith('+++') || (block === undefined && (problems.length > 0 || text.startsWith('%'))))
    return undefined;
  const edited = editYaml(block ?? '', edits);
  if (edited === undefined || edited === block) return edited === undefined ? undefined : text;
  if (block === undefined) return edited === '' ? text : `---\n${edited}---\n\n${text}`;
  const start = text.indexOf('\n') + 1;
  const rest = text.slice(start + block.length);
  return edited.trim() === '' ? rest.replace(/^.*\n?\n?/, '') : text.slice(0, start) + edited + rest;
}

/** The words of `typography.elisions` with one more. */
export function typedElisions(old: unknown, word: string): KeyValue {
  const words = Array.isArray(old) ? old.map(String) : [];
  return words.some((each) => plain(each) === plain(word)) ? words : [...words, word.replace(/^['’‘]/, '')];
}

const plain = (word: string): string => word.toLowerCase().replace(/['’]/g, '');

type Yaml = Document<Node>;

function editKey(text: string, { key, value }: KeyEdit): string | undefined {
  const [top, ...inside] = key;
  const document = parseDocument(text, failsafeYaml);
  const { contents } = document;
  if (top === undefined || document.errors.length > 0 || (contents && !isMap(contents))) return undefined;
  const at = contents ? placeOf(contents, top) : undefined;
  if (contents?.flow) return printed(changed(document, key, value), text);
  if (at === undefined) {
    const made = printed(changed(parseDocument('', failsafeYaml), key, value), text);
    if (made === undefined || made.trim() === '') return made === undefined ? undefined : text;
    // What ends a document, and comments after its last key, stay where they are.
    return text === '' || text.endsWith('\n') ? text + made : `${text}\n${made}`;
  }
  // Without what follows it: blank lines, and comments of the next key.
  const own = text.slice(at.start, at.end).replace(/(?:\n(?:[ \t]*|#.*))*$/, '');
  const pair = parseDocument(own, failsafeYaml);
  if (inside.length > 0) expand(pair, top);
  const made = printed(changed(pair, key, value), own);
  if (made === undefined) return undefined;
  const isGone = made.trim() === '' || made.trim() === '{}';
  const rest = text.slice(at.start + own.length);
  return text.slice(0, at.start) + (isGone ? rest.replace(/^\n/, '') : made.replace(/\n$/, '') + rest);
}

/** Where a pair stands: from its key to the next one. */
function placeOf(
  { items }: YAMLMap.Parsed<ParsedNode>,
  key: string,
): { readonly start: number; readonly end: number } | undefined {
  const index = items.findIndex((each) => isScalar(each.key) && String(each.key.value) === key);
  const start = items[index]?.key.range[0];
  return start === undefined ? undefined : { start, end: items[index + 1]?.key.range[0] ?? Number.POSITIVE_INFINITY };
}

/** A document with the key as it is to be; undefined where what holds the key is no mapping. */
function changed(document: Yaml | Document.Parsed, key: readonly string[], value: KeyEdit['value']): Yaml | undefined {
  for (let depth = 1; depth < key.length; depth++) {
    const holder = document.getIn(key.slice(0, depth));
    if (holder !== undefined && !isMap(holder)) return undefined;
  }
  const old = document.getIn(key, true);
  const plainOld = isScalar(old) ? old.value : isMap(old) || isSeq(old) ? old.toJSON() : undefined;
  const next = value(plainOld);
  if (next === undefined) {
    if (old !== undefined) document.deleteIn(key);
    for (let depth = key.length - 1; depth > 0; depth--) {
      const holder = document.getIn(key.slice(0, depth));
      if (isMap(holder) && holder.items.length === 0) document.deleteIn(key.slice(0, depth));
    }
  } else if (typeof next === 'string') document.setIn(key, next);
  else document.setIn(key, nodeOf(document, next, old, key.at(-1)));
  return document as Yaml;
}

/** A list or a mapping in the form of the one before; items that stay keep their comments. */
function nodeOf(document: Yaml | Document.Parsed, value: KeyValue, old: unknown, name: string | undefined): Node {
  const node = document.createNode(value);
  if (!isSeq(node)) return node;
  const isWords = Array.isArray(value) && value.every((each) => typeof each === 'string');
  node.flow = isSeq(old) ? (old.flow ?? false) : isWords && value.length <= 8 && name !== 'order';
  if (!isSeq(old)) return node;
  const known = new Map(old.items.map((item) => [JSON.stringify(item), item]));
  node.items = node.items.map((item) => known.get(JSON.stringify(item)) ?? item);
  return Object.assign(node, { comment: old.comment, commentBefore: old.commentBefore });
}

/** One line that stands for a mapping becomes that mapping. */
function expand(document: Yaml | Document.Parsed, top: string): void {
  const name = shorthands[top];
  const held = document.get(top, true);
  if (name !== undefined && isScalar(held)) document.set(top, document.createNode({ [name]: held.value }));
}

/** As an author types it: lines as long as they are, lists as far in as his own. */
function printed(document: Yaml | undefined, like: string): string | undefined {
  if (!document) return undefined;
  if (!document.contents || (isMap(document.contents) && document.contents.items.length === 0)) return '';
  const indentSeq = !/:[ \t]*\n-[ \t]/.test(like);
  const flowCollectionPadding = /\[[ \t]|\{[ \t]/.test(like);
  return document.toString({ lineWidth: 0, indentSeq, flowCollectionPadding });
}
