/**
 * The binder of a Scrivener project: which documents the draft has, and in which order. In: the `.scrivx` file. Out: an outline whose contents are
 * the paths of documents. Version 3 keeps a document in a folder of its own, versions 1 and 2 in a file named by a number.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed, ownText } from '../../html/read-xml.ts';
import type { OutlineNode } from '../outline.ts';

export interface Binder {
  readonly nodes: readonly OutlineNode<readonly string[]>[];
  readonly author: string | undefined;
}

/** Reads the draft; what is in no compiled book (research, the bin, a document that is not to be compiled) stays out. */
export function readBinder(root: XmlElement): Binder {
  const draft = elementsNamed(root, 'BinderItem').find(({ attributes }) => attributes['Type'] === 'DraftFolder');
  return { nodes: draft ? nodesIn(draft) : [], author: root.attributes['Author'] };
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
