/**
 * One fragment of raw HTML: the tags, text and Markdown nodes that stand together, read as a browser would.
 * In: its items. Out: hast without raw nodes, attributes cleaned.
 */
import type { ElementContent } from 'hast';
import { modelOf } from './content-model.ts';
import { tagPolicyOf, voids } from './tag-policy.ts';
import { toHast } from './to-hast.ts';
import { type Item, recordLoss, type Tag } from './tokenize.ts';
import { createTreeBuilder, type TreeBuilder } from './tree-builder.ts';

/** How deep the tags of one fragment may nest; deeper ones lose their tags. */
const deepest = 100;
/** How many formatting elements a browser may open again in the next block; each costs an element in every block. */
const mostFormats = 10;

const formats = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

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
  const builder = createTreeBuilder();
  /** The names under which start tags went in; `undefined` for those that did not. */
  const fed = new Map<number, string>();

  const endAll = (starts: readonly number[]): void => {
    for (const name of starts.map((start) => fed.get(start)).reverse())
      if (name !== undefined && builder.isOpen(name)) builder.end(name);
  };

  for (let index = 0; index < items.length; index++) {
    endAll(closing.get(index) ?? []);
    const item = items[index];
    if (item?.kind === 'node') builder.node(item.node);
    else if (item?.kind === 'text') builder.text(item.value, item.position);
    else if (item?.kind === 'end') feedEnd(builder, item, fed.get(paired.get(index) ?? -1));
    else if (item && tagPolicyOf(item.name).what === 'erase') {
      recordLoss(item.origin, `<${item.name}>`, item.position);
      const partner = paired.get(index);
      if (partner !== undefined && erases(items, index, partner)) index = partner;
    } else if (item) {
      const name = feedStart(builder, item);
      if (name !== undefined) fed.set(index, name);
    }
  }
  return toHast(builder.finish());
}

/** Feeds an end tag, of the start tag that went in under a name. */
function feedEnd(builder: TreeBuilder, tag: Tag, name: string | undefined): void {
  if (name !== undefined) builder.end(name);
  else if (tag.name === 'br') builder.start({ ...tag, kind: 'start' }, 'br'); // </br> breaks a line in every browser
  if (tagPolicyOf(tag.name).apart) builder.space();
}

/** Feeds a start tag as the tag policy says. The name that its end tag will have, if it needs one. */
function feedStart(builder: TreeBuilder, tag: Tag): string | undefined {
  const isForeign = builder.isForeign();
  const policy = tagPolicyOf(tag.name);
  if (!isForeign) {
    if (policy.told) recordLoss(tag.origin, `<${tag.name}>`, tag.position);
    if (policy.apart) builder.space();
  }
  const name = isForeign ? tag.name : policy.what === 'keep' ? policy.name : undefined;
  if (name === undefined) return undefined;
  const isVoid = !isForeign && voids.has(tag.name);
  const isTooDeep = !isVoid && builder.depth() >= deepest;
  if (isTooDeep || (!isForeign && formats.has(name) && builder.formatsOpen(mostFormats) >= mostFormats)) {
    recordLoss(tag.origin, `<${tag.name}> nested too deep`, tag.position);
    return undefined;
  }
  builder.start(tag, name);
  return isVoid ? undefined : name;
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
