/**
 * The tree that parse5's tree builder grows, before it becomes hast: parents are known, children can move.
 * Everything here takes the same short time however many children there are, so that no input makes it quadratic.
 */

import { html, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import type { Position } from 'unist';
import type { Node, Tag } from './tokenize.ts';

export interface Branch {
  readonly kind: 'branch';
  readonly name: string;
  readonly namespace: html.NS;
  readonly attributes: { name: string; value: string; prefix?: string }[];
  /** The tag it was made for; none for what the tree builder added. */
  readonly tag: Tag | undefined;
  children: Twig[];
  parent: Branch | undefined;
}

export interface TextLeaf {
  readonly kind: 'text';
  value: string;
  readonly position: Position | undefined;
  parent: Branch | undefined;
}

/** Something made by Markdown, carried through unread. */
export interface NodeLeaf {
  readonly kind: 'node';
  readonly node: Node;
  parent: Branch | undefined;
}

export type Twig = Branch | TextLeaf | NodeLeaf;

export interface Types
  extends TreeAdapterTypeMap<Twig, Branch, Twig, Branch, Branch, Branch, never, TextLeaf, Branch, never> {}

/** What the tree builder is at work on, told by the feeder. */
export interface Current {
  tag: Tag | undefined;
  /** Set while a Markdown node is fed: the element that stands for it becomes this leaf. */
  node: Node | undefined;
  textPosition: Position | undefined;
}

/** The attribute that marks an element as standing for a Markdown node; no HTML attribute's name has a space. */
export const standIn = ' ';

/** A parse5 tree adapter that grows branches. */
export function branchAdapter(current: Current): TreeAdapter<Types> {
  const branch = (name: string, namespace: html.NS, attributes: Branch['attributes']): Branch => ({
    kind: 'branch',
    name,
    namespace,
    attributes,
    tag: current.tag?.kind === 'start' ? current.tag : undefined,
    children: [],
    parent: undefined,
  });
  const append = (parent: Branch, child: Twig): void => {
    child.parent = parent;
    parent.children.push(child);
  };
  const before = (parent: Branch, child: Twig, reference: Twig): void => {
    child.parent = parent;
    const at = parent.children.lastIndexOf(reference); // what is put before a table stands near the end
    parent.children.splice(at < 0 ? parent.children.length : at, 0, child);
  };
  const textLeaf = (value: string): TextLeaf => ({
    kind: 'text',
    value,
    position: current.textPosition,
    parent: undefined,
  });
  return {
    createDocument: () => branch('#document', html.NS.HTML, []),
    createDocumentFragment: () => branch('#fragment', html.NS.HTML, []),
    createElement: (name, namespace, attributes) => branch(name, namespace, attributes),
    createCommentNode: () => {
      throw new Error('comments are not fed');
    },
    createTextNode: textLeaf,
    appendChild: (parent, child) => append(parent, standsIn(child, current)),
    insertBefore: (parent, child, reference) => before(parent, standsIn(child, current), reference),
    insertText(parent, value) {
      const last = parent.children.at(-1);
      if (last?.kind === 'text') last.value += value;
      else append(parent, textLeaf(value));
    },
    insertTextBefore(parent, value, reference) {
      const previous = parent.children[parent.children.lastIndexOf(reference) - 1];
      if (previous?.kind === 'text') previous.value += value;
      else before(parent, textLeaf(value), reference);
    },
    detachNode(child) {
      const at = child.parent?.children.lastIndexOf(child) ?? -1;
      if (at >= 0) child.parent?.children.splice(at, 1);
      child.parent = undefined;
    },
    getFirstChild: (parent) => parent.children[0] ?? null,
    getChildNodes: (parent) => parent.children,
    getParentNode: (child) => child.parent ?? null,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.name,
    getNamespaceURI: (element) => element.namespace,
    getTextNodeContent: (leaf) => leaf.value,
    getTemplateContent: (element) => element,
    setTemplateContent: () => {},
    adoptAttributes: () => {},
    isTextNode: (twig): twig is TextLeaf => twig.kind === 'text',
    isElementNode: (twig): twig is Branch => twig.kind === 'branch',
    isCommentNode: (_twig): _twig is never => false,
    isDocumentTypeNode: (_twig): _twig is never => false,
    getCommentNodeContent: () => '',
    getDocumentMode: () => html.DOCUMENT_MODE.NO_QUIRKS,
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    setDocumentMode: () => {},
    setDocumentType: () => {},
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation: () => {},
    updateNodeSourceCodeLocation: () => {},
  };
}

/** The leaf in place of the element that was inserted for it. */
function standsIn(twig: Twig, current: Current): Twig {
  if (twig.kind !== 'branch' || twig.attributes[0]?.name !== standIn || !current.node) return twig;
  return { kind: 'node', node: current.node, parent: undefined };
}
