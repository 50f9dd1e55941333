/**
 * The tree that parse5's tree builder grows, before it becomes hast: parents are known, children can move.
 * Everything here takes the same short time however many children there are, so that no input makes it quadratic.
 */
import { html, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import type { Position } from 'unist';
import type { Node, Tag } from './tokenize.ts';

export interface AdapterElement {
  readonly kind: 'element';
  readonly name: string;
  readonly namespace: html.NS;
  readonly attributes: { name: string; value: string; prefix?: string }[];
  /** The tag it was made for; none for what the tree builder added. */
  readonly tag: Tag | undefined;
  children: AdapterNode[];
  parent: AdapterElement | undefined;
}

interface AdapterText {
  readonly kind: 'text';
  value: string;
  readonly position: Position | undefined;
  parent: AdapterElement | undefined;
}

/** Something made by Markdown, carried through unread. */
interface AdapterHast {
  readonly kind: 'node';
  readonly node: Node;
  parent: AdapterElement | undefined;
}

export type AdapterNode = AdapterElement | AdapterText | AdapterHast;

export interface AdapterTypes
  extends TreeAdapterTypeMap<
    AdapterNode,
    AdapterElement,
    AdapterNode,
    AdapterElement,
    AdapterElement,
    AdapterElement,
    never,
    AdapterText,
    AdapterElement,
    never
  > {}

/** What the tree builder is at work on, told by the feeder. */
export interface AdapterState {
  tag: Tag | undefined;
  /** Set while a Markdown node is fed: the element that stands for it becomes this leaf. */
  node: Node | undefined;
  textPosition: Position | undefined;
}

/** The attribute that marks an element as standing for a Markdown node; no HTML attribute's name has a space. */
export const standInAttribute = ' ';

/** A parse5 tree adapter that builds adapter nodes. */
export function createTreeAdapter(current: AdapterState): TreeAdapter<AdapterTypes> {
  const element = (name: string, namespace: html.NS, attributes: AdapterElement['attributes']): AdapterElement => ({
    kind: 'element',
    name,
    namespace,
    attributes,
    tag: current.tag?.kind === 'start' ? current.tag : undefined,
    children: [],
    parent: undefined,
  });
  const append = (parent: AdapterElement, child: AdapterNode): void => {
    child.parent = parent;
    parent.children.push(child);
  };
  const before = (parent: AdapterElement, child: AdapterNode, reference: AdapterNode): void => {
    child.parent = parent;
    const at = parent.children.lastIndexOf(reference); // what is put before a table stands near the end
    parent.children.splice(at < 0 ? parent.children.length : at, 0, child);
  };
  const textLeaf = (value: string): AdapterText => ({
    kind: 'text',
    value,
    position: current.textPosition,
    parent: undefined,
  });
  return {
    createDocument: () => element('#document', html.NS.HTML, []),
    createDocumentFragment: () => element('#fragment', html.NS.HTML, []),
    createElement: (name, namespace, attributes) => element(name, namespace, attributes),
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
    isTextNode: (node): node is AdapterText => node.kind === 'text',
    isElementNode: (node): node is AdapterElement => node.kind === 'element',
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
function standsIn(node: AdapterNode, current: AdapterState): AdapterNode {
  if (node.kind !== 'element' || node.attributes[0]?.name !== standInAttribute || !current.node) return node;
  return { kind: 'node', node: current.node, parent: undefined };
}
