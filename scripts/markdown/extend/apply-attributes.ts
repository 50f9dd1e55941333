/** Puts attributes in braces on the node they were typed for. In: a node, what stood in the braces. Out: the node, changed. */
import type { Nodes } from 'mdast';
import type { Position } from 'unist';
import type { Authored } from '../../book/markdown-nodes.ts';
import type { Attributes } from '../attribute-lists.ts';

/** Classes that say nothing to a press which numbers no headings. */
const quiet: ReadonlySet<string> = new Set(['unnumbered', 'numbered']);
/** What other tools call the press's own classes. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['smallcaps', 'small-caps'],
  ['sc', 'small-caps'],
  ['ul', 'underline'],
]);
/** Keys of other tools' own, which no reader sees anything of. */
const unseen = /^(?:data-[\w-]+|epub:type|role|type|fig-[\w-]+|key|custom-style|alt)$/;

/** Tells of each key that means nothing on a node. */
export function tellUnknown(type: Nodes['type'], keys: Iterable<string>, onUnknown: (name: string) => void): void {
  const isPicture = type === 'image' || type === 'imageReference';
  for (const key of keys)
    if (
      !unseen.test(key) &&
      !/^(?:lang|dir|style|me|id|class)$/.test(key) &&
      !(isPicture && /^(?:width|height)$/.test(key))
    )
      onUnknown(key);
}

/** What of some attributes is kept, whatever the node. */
function authoredOf({ id, classes, pairs }: Attributes): Authored {
  const kept = classes.filter((name) => !quiet.has(name)).map((name) => aliases.get(name) ?? name);
  const [lang, dir, epubType] = ['lang', 'dir', 'epub:type'].map((key) => pairs.get(key));
  return {
    classes: kept,
    ...(id !== undefined && { id }),
    ...(lang !== undefined && { lang }),
    ...(dir !== undefined && { dir }),
    ...(epubType !== undefined && { epubType }),
  };
}

/** Puts attributes on a node. */
export function applyAttributes(
  node: Nodes,
  attributes: Attributes,
  onUnknown: (name: string, at: Position | undefined) => void,
): void {
  const authored = authoredOf(attributes);
  tellUnknown(node.type, attributes.pairs.keys(), (name) => onUnknown(name, node.position));
  const { id, classes, lang, dir } = authored;
  const { pairs } = attributes;
  if (node.type === 'textDirective') {
    const style = pairs.get('style');
    node.attributes = {
      ...(id !== undefined && { id }),
      ...(classes.length > 0 && { class: classes.join(' ') }),
      ...(lang !== undefined && { lang }),
      ...(dir !== undefined && { dir }),
      ...(style !== undefined && { style }),
    };
    return;
  }
  const size = node.type === 'image' || node.type === 'imageReference' ? sizeOf(pairs) : {};
  const className = [...classes, ...(size.className ?? [])];
  node.data = {
    ...node.data,
    authored,
    hProperties: {
      ...(className.length > 0 && { className }),
      ...(size.width !== undefined && { width: size.width }),
      ...(size.height !== undefined && { height: size.height }),
      ...(lang !== undefined && { lang }),
      ...(dir !== undefined && { dir }),
    },
  };
}

interface Size {
  readonly className?: readonly string[];
  readonly width?: number;
  readonly height?: number;
}

/** A width in parts of the measure as a class, which old readers bear too; in other units as pixels (CSS 2.1 §4.3.2, em as 16). */
function sizeOf(pairs: ReadonlyMap<string, string>): Size {
  const [wide, high] = [lengthOf(pairs.get('width')), lengthOf(pairs.get('height'))];
  if (wide?.unit === '%')
    return { className: [`width-${Math.min(100, Math.max(5, Math.round(wide.number / 5) * 5))}`] };
  if (wide) return { width: pixels(wide) };
  return high && high.unit !== '%' ? { height: pixels(high) } : {};
}

interface Length {
  readonly number: number;
  readonly unit: string;
}

function lengthOf(typed: string | undefined): Length | undefined {
  const [, number, unit = 'px'] =
    /^\s*(\d{1,5}(?:\.\d{1,4})?)\s*(px|%|em|rem|ex|in|cm|mm|pt|pc)?\s*$/i.exec(typed ?? '') ?? [];
  return number === undefined || Number(number) === 0
    ? undefined
    : { number: Number(number), unit: unit.toLowerCase() };
}

const inPixels: ReadonlyMap<string, number> = new Map([
  ['px', 1],
  ['em', 16],
  ['rem', 16],
  ['ex', 8],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
  ['pt', 96 / 72],
  ['pc', 16],
]);

const pixels = ({ number, unit }: Length): number => Math.max(1, Math.round(number * (inPixels.get(unit) ?? 1)));
