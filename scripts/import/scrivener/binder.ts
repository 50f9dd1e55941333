/**
 * The binder of a Scrivener project: which documents the draft has, and in which order. In: the `.scrivx` file. Out: an outline whose contents are
 * the paths of documents. Version 3 keeps a document in a folder of its own, versions 1 and 2 in a file named by a number.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed, ownText } from '../../html/read-xml.ts';
import { isNoName } from '../no-name.ts';
import type { OutlineNode } from '../outline.ts';

export interface Binder {
  readonly nodes: readonly OutlineNode<readonly string[]>[];
  /** What the properties of the project say. */
  readonly title: string | undefined;
  readonly author: string | undefined;
}

/**
 * Reads the draft; what is in no compiled book (research, the bin, a document that is not to be compiled) stays out. Versions 1 and 2 have the
 * title and the author’s name in the binder’s file, version 3 in `settings`, the one of its compiler.
 */
export function readBinder(root: XmlElement, settings: XmlElement | undefined): Binder {
  const draft = elementsNamed(root, 'BinderItem').find(({ attributes }) => attributes['Type'] === 'DraftFolder');
  const facts = [root, ...(settings ? elementsNamed(settings, 'MetaData') : [])].map(factsIn);
  // What a template says of itself is nothing about the book.
  const known = facts.filter(({ author }) => author === undefined || !isNoName(author));
  return {
    nodes: draft ? nodesIn(draft) : [],
    title: known.find(({ title }) => title !== undefined)?.title,
    author: known.find(({ author }) => author !== undefined)?.author,
  };
}

function factsIn(root: XmlElement): { readonly title: string | undefined; readonly author: string | undefined } {
  const said = (name: string): string | undefined =>
    elementsNamed(root, name)
      .map((each) => ownText(each).trim())
      .find(Boolean);
  const parts = ['Forename', 'Surname'].flatMap((name) => said(name) ?? []).join(' ');
  const author = root.attributes['Author'] ?? said('FullName') ?? said('Author') ?? parts;
  return { title: said('ProjectTitle'), author: author || undefined };
}

function nodesIn(item: XmlElement): Binder['nodes'] {
  const children = childOf(item, 'Children');
  return (children ? elementsIn(children) : []).flatMap((child) => {
    const said = childOf(child, 'MetaData');
    const compiled = childOf(said, 'IncludeInCompile');
    const title = childOf(child, 'Title');
    const isOut = compiled !== undefined && ownText(compiled) === 'No';
    const isText = /^(?:Text|Folder)$/.test(child.attributes['Type'] ?? '');
    const inside = nodesIn(child);
    if (!isText || (isOut && inside.length === 0)) return [];
    const { UUID: uuid, ID: id } = child.attributes;
    const content = isOut ? undefined : pathsOf(uuid, id);
    return [{ title: title ? ownText(title) : '', content, children: inside }];
  });
}

/** Where a document may lie; names are those of Scrivener, so that none leads out of the project. */
function pathsOf(uuid: string | undefined, id: string | undefined): readonly string[] {
  const own = uuid !== undefined && /^[\dA-F-]{36}$/i.test(uuid) ? [`Files/Data/${uuid}/content.rtf`] : [];
  return [...own, ...(id !== undefined && /^\d+$/.test(id) ? [`Files/Docs/${id}.rtf`] : [])];
}
