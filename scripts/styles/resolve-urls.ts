/** Puts addresses in the book in the place of those in a sheet. In: rules. Out: rules; what names a file that cannot be had is gone. */
import type { CssNodePlain, Raw, ValuePlain } from 'css-tree';
import walk from 'css-tree/walker';
import { withBlock } from '../css/parse-css.ts';
import { onOneLine } from '../css/print-css.ts';
import type { FileKind } from './open-files.ts';

/** Where a file lies in the book; undefined where it cannot be had, which is told at the node. */
type Locate = (address: string, kind: FileKind, node: CssNodePlain) => Promise<string | undefined>;

/** Rules, or the declarations of a `rule`, whose files are in the book. Of several sources of a typeface those that are stay. */
export async function resolveUrls(
  nodes: readonly CssNodePlain[],
  text: string,
  locate: Locate,
  isFontFace = false,
): Promise<readonly CssNodePlain[]> {
  const resolved: CssNodePlain[] = [];
  for (const node of nodes) {
    if (node.type === 'Declaration') {
      const isSource = isFontFace && isSrc(node);
      const value = await resolveValue(
        node.value,
        text,
        (address, at) => locate(address, isSource ? 'font' : 'picture', at),
        isSource,
      );
      if (value) resolved.push({ ...node, value });
    } else if ((node.type === 'Rule' || node.type === 'Atrule') && node.block) {
      const isFont = node.type === 'Atrule' && /^font-face$/i.test(node.name);
      const children = await resolveUrls(node.block.children, text, locate, isFont);
      const isLost = isFont && node.block.children.some(isSrc) && !children.some(isSrc);
      if (!isLost) resolved.push(...withBlock(node, children));
    } else resolved.push(node);
  }
  return resolved;
}

const isSrc = (node: CssNodePlain): boolean => node.type === 'Declaration' && /^src$/i.test(node.property);

async function resolveValue(
  value: ValuePlain | Raw,
  text: string,
  locate: (address: string, node: CssNodePlain) => Promise<string | undefined>,
  isList: boolean,
): Promise<ValuePlain | Raw | undefined> {
  if (value.type !== 'Value') return value;
  const written: string[] = [];
  for (const part of isList ? partsOf(value.children) : [value.children]) {
    let at = part[0]?.loc?.start.offset ?? 0;
    let css: string | undefined = '';
    for (const url of part.flatMap(urlsIn)) {
      const href = await locate(url.value, url);
      if (css === undefined || href === undefined || !url.loc) css = undefined;
      else css += `${text.slice(at, url.loc.start.offset)}url("${href}")`;
      at = url.loc?.end.offset ?? at;
    }
    if (css !== undefined) written.push(css + text.slice(at, part.at(-1)?.loc?.end.offset ?? at));
  }
  return written.length > 0 ? { type: 'Raw', value: onOneLine(written.join(', ')) } : undefined;
}

function urlsIn(node: CssNodePlain) {
  const urls: Extract<CssNodePlain, { readonly type: 'Url' }>[] = [];
  walk(node, (part) => {
    if (part.type === 'Url') urls.push(part);
  });
  return urls;
}

/** What stands between commas. */
function partsOf(nodes: readonly CssNodePlain[]): readonly (readonly CssNodePlain[])[] {
  const parts: CssNodePlain[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'Operator' && node.value === ',') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts.filter((part) => part.length > 0);
}
