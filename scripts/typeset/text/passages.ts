/**
 * The running text of blocks: what a reader reads without a stop, through emphasis and links.
 * In: mdast. Out: passages, and edits written back to their text nodes.
 */
import type { Nodes, Text } from 'mdast';
import { setPieceOf } from '../../book/directives.ts';
import { applyEdits, type Edit, movedOffsets } from './edits.ts';
import { type OpenTags, openTags } from './open-tags.ts';
import { signsIn } from './signs.ts';
import { tagsIn } from './tags.ts';

/** A text node's share of a passage. */
export interface Piece {
  readonly node: Text;
  /** Where it begins in the passage's text. */
  readonly start: number;
}

/** The running text of one block, or of a stretch in another language inside one. */
export interface Passage {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** What it is the text of; `span` where another language stands inside a block. */
  readonly block: 'paragraph' | 'heading' | 'cell' | 'span';
  readonly pieces: readonly Piece[];
  /** Offsets of characters that stay as the author typed them. */
  readonly literal: ReadonlySet<number> | undefined;
  /** Whether it stands in a set piece whose words are usually capitals: a telegram, a sign, a play. */
  readonly inCapitals?: true;
}

/** What stands in a passage for code, a picture or words in another language: something like a word. */
export const atom = '\uFFFC';
/** What stands there for a hard line break. */
export const lineBreak = '\u2028';

const inBlocks = new Set(['paragraph', 'heading', 'tableCell', 'tableCaption', 'definitionTerm', 'leafDirective']);
const transparent = new Set(
  'emphasis strong delete highlight subscript superscript link linkReference textDirective'.split(' '),
);
/** Of no width: a quotation mark beside a note's number or a tag has the letter behind it for a neighbour. */
const weightless = new Set(['footnoteReference', 'html']);

/** Adds every passage under `node`, in reading order, to `found`. */
export function collectPassages(node: Nodes, lang: string, found: Passage[]): void {
  const own = langOf(node) ?? lang;
  if (inBlocks.has(node.type)) collectRun(node, own, found);
  else if ('children' in node) {
    let here = own;
    const first = found.length;
    const tags = openTags();
    for (const child of node.children) {
      if (child.type !== 'html') collectPassages(child, here, found);
      for (const tag of child.type === 'html' ? tagsIn(child.value) : []) {
        const outer = here;
        const back = (): void => {
          here = outer;
        };
        if (tag.opens) tags.open(tag, back);
        else tags.close(tag.name);
        if (tag.opens) here = tag.lang ?? here;
      }
    }
    markCapitals(node, found, first);
  }
}

/** Marks the passages of a set piece whose words are usually capitals. */
function markCapitals(node: Nodes, found: Passage[], first: number): void {
  if (node.type !== 'containerDirective' || !setPieceOf(node.name)?.inCapitals) return;
  for (const [at, passage] of found.slice(first).entries()) found[first + at] = { ...passage, inCapitals: true };
}

/** The language a node says it is in: a directive's attribute, or a property meant for XHTML. */
function langOf(node: Nodes): string | undefined {
  const attributes: unknown = 'attributes' in node ? node.attributes : undefined;
  const properties: unknown = node.data && 'hProperties' in node.data ? node.data.hProperties : undefined;
  return text(attributes) ?? text(properties);

  function text(record: unknown): string | undefined {
    if (typeof record !== 'object' || record === null || !('lang' in record)) return undefined;
    return typeof record.lang === 'string' && record.lang !== '' ? record.lang : undefined;
  }
}

/** What has been read so far of one passage. */
interface Run {
  readonly lang: string;
  readonly block: Passage['block'];
  readonly pieces: Piece[];
  text: string;
  literal: Set<number> | undefined;
}

const isLineBreak = (node: Nodes): boolean =>
  node.type === 'break' || (node.type === 'html' && /^<br[\s/>]/i.test(node.value));

function collectRun(block: Nodes, lang: string, found: Passage[]): void {
  let run: Run = { lang, block: blockOf(block), pieces: [], text: '', literal: undefined };

  /** Begins a passage in another language; what is answered ends it, and leaves an atom in its place. */
  const begin = (own: string): (() => void) => {
    const outer = run;
    run = { lang: own, block: 'span', pieces: [], text: '', literal: undefined };
    return () => {
      finish(run, found);
      run = outer;
      run.text += atom;
    };
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') {
      for (const at of node.data?.literal ?? []) (run.literal ??= new Set()).add(run.text.length + at);
      for (const at of signsIn(node.value)) (run.literal ??= new Set()).add(run.text.length + at);
      run.pieces.push({ node, start: run.text.length });
      run.text += node.value;
    } else if (isLineBreak(node)) {
      run.text += lineBreak;
    } else if ('children' in node && (node === block || transparent.has(node.type))) {
      const own = node === block ? undefined : langOf(node);
      const end = own !== undefined && own !== run.lang ? begin(own) : undefined;
      walkChildren(node.children);
      end?.();
    } else if (!weightless.has(node.type)) {
      run.text += atom;
    }
  };
  const walkChildren = (children: readonly Nodes[]): void => {
    let tags: OpenTags | undefined;
    for (const child of children) {
      walk(child);
      if (child.type !== 'html') continue;
      tags ??= openTags();
      for (const tag of tagsIn(child.value)) {
        if (!tag.opens) tags.close(tag.name);
        else tags.open(tag, tag.lang !== undefined && tag.lang !== run.lang ? begin(tag.lang) : nothing);
      }
    }
    tags?.end();
  };

  walk(block);
  finish(run, found);
}

const nothing = (): void => {};

function finish({ text, lang, block, pieces, literal }: Run, found: Passage[]): void {
  if (text !== '') found.push({ text, lang, block, pieces, literal });
}

function blockOf({ type }: Nodes): Passage['block'] {
  if (type === 'paragraph' || type === 'heading') return type;
  return type === 'tableCell' ? 'cell' : 'span';
}

/** Writes ordered edits into the passage's text nodes; an edit across two nodes is left out. */
export function writeEdits({ pieces }: Passage, edits: readonly Edit[]): void {
  let next = 0;
  for (const { node, start } of pieces) {
    const end = start + node.value.length;
    const own: Edit[] = [];
    for (; next < edits.length; next++) {
      const edit = edits[next];
      if (!edit || edit.start >= end) break;
      if (edit.start >= start && edit.end <= end) {
        own.push(start === 0 ? edit : { start: edit.start - start, end: edit.end - start, text: edit.text });
      }
    }
    if (own.length === 0) continue;
    if (node.data?.literal) node.data.literal = movedOffsets(node.data.literal, own);
    node.value = applyEdits(node.value, own);
  }
}
