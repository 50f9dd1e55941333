/** Gives the ids that raw HTML brought names that a book can hold: ASCII, without colons, unique. */
import type { Element, Root } from 'hast';
import { walk } from '../book/walk.ts';
import { attributeOf } from './hast-nodes.ts';

/** What XML calls a name (NCName), in the letters that every reader knows. */
function plain(id: string): string {
  return id
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
    .slice(0, 60);
}

/** Elements of the tree, in order. */
function elements(root: Root): Element[] {
  const found: Element[] = [];
  walk<Root | Root['children'][number]>(root, (node) => {
    if (node.type === 'element') found.push(node);
  });
  return found;
}

/**
 * Renames the ids that came from raw HTML, and the references to them inside the tree. Answers, for every name that a
 * link may use, the id in the book; the first of two same names has it. Works on a tree that is ours to change.
 */
export function prefixIds(root: Root, prefix: string): ReadonlyMap<string, string> {
  const all = elements(root);
  const taken = new Set<string>();
  for (const { data, properties } of all)
    if (!data?.fromHtml && typeof properties['id'] === 'string') taken.add(properties['id']);
  const anchors = new Map<string, string>();
  const unique = uniqueIn(taken);
  for (const element of all) {
    if (!element.data?.fromHtml) continue;
    const { id: written, ...others } = element.properties;
    if (written === undefined && !element.data.aliases?.length) continue;
    const typed = written === undefined ? [] : [String(written)];
    const stem = `${prefix}${plain(typed[0] ?? element.data.aliases?.[0] ?? '') || 'id'}`;
    const id = unique(stem);
    element.properties = { id, ...others };
    for (const name of [...typed, ...(element.data.aliases ?? [])]) if (!anchors.has(name)) anchors.set(name, id);
  }
  for (const element of all) if (element.data?.fromHtml) renameReferences(element, anchors, taken);
  return anchors;
}

/** Makes ids unique by numbers behind them, and takes them. */
function uniqueIn(taken: Set<string>): (stem: string) => string {
  const counts = new Map<string, number>();
  return (stem) => {
    let id = stem;
    for (let count = counts.get(stem) ?? 2; taken.has(id); count++) {
      id = `${stem}-${count}`;
      counts.set(stem, count + 1);
    }
    taken.add(id);
    return id;
  };
}

/** Renames the references of an element inside its document, ARIA's and a drawing's to its own parts; those to ids that are not `taken` are left out. */
export function renameReferences(
  element: Element,
  anchors: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): void {
  const { properties } = element;
  for (const key of ['ariaLabelledBy', 'ariaDescribedBy']) {
    const value = attributeOf(element, key);
    if (value === undefined) continue;
    const names = value
      .split(/\s+/)
      .map((name) => anchors.get(name) ?? name)
      .filter((name) => taken.has(name));
    if (names.length) properties[key] = names.join(' ');
    else delete properties[key];
  }
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value !== 'string') continue;
    if (key === 'xlink:href' && value.startsWith('#'))
      properties[key] = `#${anchors.get(value.slice(1)) ?? value.slice(1)}`;
    else if (value.startsWith('url('))
      properties[key] = value.replace(
        /^url\(\s*(['"]?)#([^\s'")]+)\1\s*\)/,
        (_, __, name: string) => `url(#${anchors.get(name) ?? name})`,
      );
  }
}
