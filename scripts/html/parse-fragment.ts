/**
 * One fragment of raw HTML: the tags, text and Markdown nodes that stand together, read as a browser would.
 * In: its items. Out: hast without raw nodes, attributes cleaned.
 */
import type { ElementContent } from 'hast';
import { html, Parser, Token } from 'parse5';
import { modelOf } from './content-model.ts';
import { tagPolicyOf, voids } from './tag-policy.ts';
import { toHast } from './to-hast.ts';
import { type Item, type Node, recordLoss, type Tag } from './tokenize.ts';
import { type AdapterState, type AdapterTypes, createTreeAdapter, standInAttribute } from './tree-adapter.ts';

/** How deep the tags of one fragment may nest; deeper ones lose their tags. */
const deepest = 100;
/** How many formatting elements a browser may open again in the next block; each costs an element in every block. */
const mostFormats = 10;

const formats = new Set([
  'a',
  'b',
  'big',
  'code',
  'em',
  'font',
  'i',
  'nobr',
  's',
  'small',
  'strike',
  'strong',
  'tt',
  'u',
]);

/** For each start tag the index of its end tag, for each end tag that of its start. */
export function pairTags(items: readonly Item[]): ReadonlyMap<number, number> {
  const open = new Map<string, number[]>();
  const found = new Map<number, number>();
  items.forEach((item, index) => {
    if (item.kind === 'start' && !voids.has(item.name)) {
      const stack = open.get(item.name);
      if (stack) stack.push(index);
      else open.set(item.name, [index]);
    } else if (item.kind === 'end') {
      const start = open.get(item.name)?.pop();
      if (start !== undefined) found.set(start, index).set(index, start);
    }
  });
  return found;
}

/**
 * Reads the items of a fragment. What `closing` says of an unpaired start tag (by its index) is the index of the
 * item before which it ends; without that it lasts to the fragment's end, as it does in a paragraph.
 */
export function parseFragment(
  items: readonly Item[],
  closing: ReadonlyMap<number, readonly number[]> = new Map(),
): ElementContent[] {
  const paired = pairTags(items);
  const current: AdapterState = { tag: undefined, node: undefined, textPosition: undefined };
  const adapter = createTreeAdapter(current);
  const parser = Parser.getFragmentParser<AdapterTypes>(adapter.createElement('body', html.NS.HTML, []), {
    treeAdapter: adapter,
    scriptingEnabled: false,
    sourceCodeLocationInfo: false,
    onParseError: null,
  });
  /** The names under which start tags went in; `undefined` for those that did not. */
  const fed = new Map<number, string>();

  const token = (
    type: Token.TokenType.START_TAG | Token.TokenType.END_TAG,
    name: string,
    attrs: Token.Attribute[],
  ): Token.TagToken => ({
    type,
    tagName: name,
    tagID: html.getTagID(name),
    selfClosing: false,
    ackSelfClosing: false,
    attrs,
    location: null,
  });
  const inForeign = (): boolean => (parser.openElements.current?.namespace ?? html.NS.HTML) !== html.NS.HTML;
  const feedText = (value: string): void => {
    if (value === '') return;
    const blank = /^[\t\n\f ]*$/.test(value);
    const type = blank ? Token.TokenType.WHITESPACE_CHARACTER : Token.TokenType.CHARACTER;
    const characters: Token.CharacterToken = { type, chars: value, location: null };
    if (blank) parser.onWhitespaceCharacter(characters);
    else parser.onCharacter(characters);
  };
  const feedStart = (tag: Tag, name: string): void => {
    current.tag = tag;
    parser.onStartTag(
      token(
        Token.TokenType.START_TAG,
        name,
        tag.attributes.map((each) => ({ ...each })),
      ),
    );
    current.tag = undefined;
  };
  const feedEnd = (name: string): void => {
    parser.onEndTag(token(Token.TokenType.END_TAG, name, []));
  };
  const feedNode = (node: Node): void => {
    if (node.type === 'text') {
      current.textPosition = node.position;
      feedText(node.value);
      return;
    }
    if (node.type !== 'element') return;
    // To the tree builder a Markdown block is a rule, and anything else of Markdown's a picture: both are
    // empty, one ends paragraphs and the other stands in them, and neither can be opened again.
    current.node = node;
    const name = modelOf(node.tagName)?.block ? 'hr' : 'img';
    parser.onStartTag(token(Token.TokenType.START_TAG, name, [{ name: standInAttribute, value: '' }]));
    current.node = undefined;
  };
  /** Feeds a start tag as the tag policy says; returns the index of the item to go on after. */
  const start = (tag: Tag, index: number): number => {
    const foreign = inForeign();
    const policy = tagPolicyOf(tag.name);
    const partner = paired.get(index);
    if (policy.what === 'erase') {
      recordLoss(tag.origin, `<${tag.name}>`, tag.position);
      const end = partner !== undefined && erases(items, index, partner) ? partner : index;
      return end;
    }
    if (foreign) {
      if (parser.openElements.depth >= deepest) {
        recordLoss(tag.origin, `<${tag.name}> nested too deep`, tag.position);
        return index;
      }
      feedStart(tag, tag.name);
      fed.set(index, tag.name);
      return index;
    }
    if (policy.told) recordLoss(tag.origin, `<${tag.name}>`, tag.position);
    if (policy.apart) feedText(' ');
    if (policy.what !== 'keep' || policy.name === undefined) return index;
    const shallow = voids.has(tag.name) || parser.openElements.depth < deepest;
    const formatting = formats.has(policy.name) && formatsOpen(parser) >= mostFormats;
    if (!shallow || formatting) {
      recordLoss(tag.origin, `<${tag.name}> nested too deep`, tag.position);
      return index;
    }
    feedStart(tag, policy.name);
    if (!voids.has(tag.name)) fed.set(index, policy.name);
    return index;
  };

  for (let index = 0; index < items.length; index++) {
    const unclosed = closing.get(index) ?? [];
    for (let inner = unclosed.length - 1; inner >= 0; inner--) {
      const name = fed.get(unclosed[inner] ?? -1);
      if (name !== undefined && isOpen(parser, name)) feedEnd(name);
    }
    const item = items[index];
    if (!item) continue;
    if (item.kind === 'node') feedNode(item.node);
    else if (item.kind === 'text') {
      current.textPosition = item.position;
      feedText(item.value);
    } else if (item.kind === 'start') index = start(item, index);
    else {
      const partner = paired.get(index);
      const name = partner === undefined ? undefined : fed.get(partner);
      if (name !== undefined) feedEnd(name);
      else if (item.name === 'br') feedStart({ ...item, kind: 'start' }, 'br'); // </br> breaks a line in every browser
      if (tagPolicyOf(item.name).apart) feedText(' ');
    }
  }
  parser.onEof({ type: Token.TokenType.EOF, location: null });
  const root = parser.document.children[0];
  return root?.kind === 'element' ? toHast(root.children) : [];
}

/** Whether what stands between two tags is code: always for scripts and styles, else only what no Markdown was read from. */
function erases(items: readonly Item[], from: number, to: number): boolean {
  const tag = items[from];
  if (tag?.kind !== 'start') return false;
  for (let index = from + 1; index < to; index++) {
    const item = items[index];
    if (
      item?.kind === 'node' &&
      (tag.name === 'iframe' || (item.node.type === 'element' && modelOf(item.node.tagName)?.block))
    )
      return false;
  }
  return true;
}

/** Whether an end tag would close something, and not make an empty paragraph instead. */
function isOpen(parser: Parser<AdapterTypes>, name: string): boolean {
  const id = html.getTagID(name);
  return name === 'p'
    ? parser.openElements.hasInButtonScope(id)
    : id === html.TAG_ID.UNKNOWN || parser.openElements.hasInScope(id);
}

/** How many formatting elements wait to be opened again, as far as that matters. */
function formatsOpen(parser: Parser<AdapterTypes>): number {
  let count = 0;
  for (let entry = parser.activeFormattingElements.newest; entry && count < mostFormats; entry = entry.older) count++;
  return count;
}
