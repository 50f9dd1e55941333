/**
 * parse5's tree builder, fed with tags one by one: it does with them what every browser does (HTML Living Standard §13.2.6).
 * In: tags, text, and what Markdown made. Out: the tree of the fragment.
 */
import { html, Parser, Token } from 'parse5';
import type { Position } from 'unist';
import { modelOf } from './content-model.ts';
import type { Node, Tag } from './tokenize.ts';
import {
  type AdapterNode,
  type AdapterState,
  type AdapterTypes,
  createTreeAdapter,
  standInAttribute,
} from './tree-adapter.ts';

export type TreeBuilder = ReturnType<typeof createTreeBuilder>;

/** A builder of the tree of one fragment. */
export function createTreeBuilder() {
  const current: AdapterState = { tag: undefined, node: undefined, textPosition: undefined };
  const adapter = createTreeAdapter(current);
  const parser = Parser.getFragmentParser<AdapterTypes>(adapter.createElement('body', html.NS.HTML, []), {
    treeAdapter: adapter,
    scriptingEnabled: false,
    sourceCodeLocationInfo: false,
    onParseError: null,
  });

  const feedText = (value: string): void => {
    if (value === '') return;
    const isBlank = /^[\t\n\f ]*$/.test(value);
    const type = isBlank ? Token.TokenType.WHITESPACE_CHARACTER : Token.TokenType.CHARACTER;
    const characters: Token.CharacterToken = { type, chars: value, location: null };
    if (isBlank) parser.onWhitespaceCharacter(characters);
    else parser.onCharacter(characters);
  };
  const text = (value: string, position: Position | undefined): void => {
    current.textPosition = position;
    feedText(value);
  };
  return {
    text,
    /** A space of nobody’s. */
    space: (): void => feedText(' '),
    /** Feeds a start tag under a name. */
    start(tag: Tag, name: string): void {
      current.tag = tag;
      const attributes = tag.attributes.map((each) => ({ ...each }));
      parser.onStartTag(tokenOf(Token.TokenType.START_TAG, name, attributes));
      current.tag = undefined;
    },
    end(name: string): void {
      parser.onEndTag(tokenOf(Token.TokenType.END_TAG, name, []));
    },
    /**
     * Feeds what Markdown made. To the tree builder a block is a rule, and anything else a picture: both are
     * empty, one ends paragraphs and the other stands in them, and neither can be opened again.
     */
    node(node: Node): void {
      if (node.type === 'text') text(node.value, node.position);
      if (node.type !== 'element') return;
      current.node = node;
      const name = modelOf(node.tagName)?.block ? 'hr' : 'img';
      parser.onStartTag(tokenOf(Token.TokenType.START_TAG, name, [{ name: standInAttribute, value: '' }]));
      current.node = undefined;
    },
    depth: (): number => parser.openElements.depth,
    /** Whether a drawing or a formula is open. */
    isForeign: (): boolean => (parser.openElements.current?.namespace ?? html.NS.HTML) !== html.NS.HTML,
    /** Whether an end tag would close something, and not make an empty paragraph instead. */
    isOpen(name: string): boolean {
      const id = html.getTagID(name);
      return name === 'p'
        ? parser.openElements.hasInButtonScope(id)
        : id === html.TAG_ID.UNKNOWN || parser.openElements.hasInScope(id);
    },
    /** How many formatting elements wait to be opened again, counted to a most. */
    formatsOpen(most: number): number {
      let count = 0;
      for (let entry = parser.activeFormattingElements.newest; entry && count < most; entry = entry.older) count++;
      return count;
    },
    finish(): readonly AdapterNode[] {
      parser.onEof({ type: Token.TokenType.EOF, location: null });
      const root = parser.document.children[0];
      return root?.kind === 'element' ? root.children : [];
    },
  };
}

function tokenOf(
  type: Token.TokenType.START_TAG | Token.TokenType.END_TAG,
  name: string,
  attrs: Token.Attribute[],
): Token.TagToken {
  return {
    type,
    tagName: name,
    tagID: html.getTagID(name),
    selfClosing: false,
    ackSelfClosing: false,
    attrs,
    location: null,
  };
}
