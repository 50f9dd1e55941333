/**
 * The pictures of a page, settled before it is read and before its words are counted: both see the same. In: a page’s body, a
 * way to have a picture. Out: the body, where each picture has its path in the manuscript, or its description in its place.
 */
import type { Element, ElementContent } from 'hast';
import { decodeBase64 } from '../../book/bytes.ts';
import { inlineElements } from '../../book/html-elements.ts';
import { attributeOf, changedNodes, elementOf, elementsIn } from '../../html/hast-nodes.ts';
import { type Place, type Problem, problem } from '../../report/problem.ts';
import { wordsOf } from './visible.ts';

export interface SettledPage {
  readonly body: Element;
  /** The pictures that cannot be had: the address of each, and the first element that shows it. */
  readonly missing: ReadonlyMap<string, Element>;
  /** Films, sounds, frames: what plays or loads, by the name of its element. */
  readonly media: readonly Element[];
}

/** Settles what is in `root`, without the parts of it that `skips` names. `src` gives a picture’s path. */
export function settlePictures(
  body: Element,
  root: Element,
  src: (address: string) => string | undefined,
  skips: (element: Element) => boolean,
): SettledPage {
  const missing = new Map<string, Element>();
  const media: Element[] = [];
  if (!elementsIn([body]).some(({ tagName }) => shows.has(tagName))) return { body, missing, media };
  /** What stands right after the node that is looked at: the page is walked from its end. */
  let after = '';

  const picture = (node: Element, address: string, alt: string): readonly ElementContent[] => {
    const isPlaceholder = isDot(address);
    const path = address === '' || isPlaceholder ? undefined : src(address);
    const title = attributeOf(node, 'title');
    if (path !== undefined) {
      after = '';
      return [{ ...elementOf('img', { src: path, alt, ...(title && { title }) }), ...placeOf(node) }];
    }
    if (address !== '' && !isPlaceholder) missing.set(address, node);
    // The first letter of a word may be a picture; any other picture is no part of one.
    const isInitial = /^\P{L}?\p{L}$/u.test(alt) && /^\p{L}/u.test(after);
    const value = alt.trim() === '' ? ' ' : ` ${alt}${isInitial ? '' : ' '}`;
    after = value;
    return [{ type: 'text', value, ...placeOf(node) }];
  };

  const settled = (node: ElementContent, isInside: boolean): readonly ElementContent[] => {
    if (node.type === 'text' && node.value !== '') after = node.value;
    if (node.type !== 'element') return [node];
    const within = isInside || node === root;
    const own = !within || skips(node) ? undefined : replaced(node);
    if (own) return own;
    const children =
      within && !skips(node) ? inside(node) : changedNodes(node.children, (child) => settled(child, false));
    return [children === node.children ? node : { ...node, children }];
  };

  const inside = (node: Element): ElementContent[] => {
    const isLine = inlineElements.has(node.tagName);
    if (!isLine) after = '';
    const children = [...node.children].reverse();
    const made = changedNodes(children, (child) => [...settled(child, true)].reverse());
    if (!isLine) after = '';
    return made === children ? node.children : made.reverse();
  };

  /** What stands for a picture, or for what plays; undefined for any other element. */
  const replaced = (node: Element): readonly ElementContent[] | undefined => {
    switch (node.tagName) {
      case 'img':
        return picture(node, attributeOf(node, 'src') ?? '', attributeOf(node, 'alt') ?? '');
      case 'picture':
        return inside(node).filter((child) => child.type !== 'element' || child.tagName !== 'source');
      case 'svg':
        return plate(node);
      case 'object': {
        const address = attributeOf(node, 'data') ?? '';
        const path = address === '' ? undefined : src(address);
        if (path !== undefined) return picture(node, address, wordsOf(node));
        const children = inside(node);
        const shows = children.some((child) => (child.type === 'text' ? child.value.trim() !== '' : true));
        if (!shows) media.push(node);
        return children;
      }
      case 'embed':
      case 'video':
      case 'audio':
      case 'iframe':
      case 'canvas':
        media.push(node);
        return [];
      default:
        return undefined;
    }
  };

  /** A drawing that does no more than show pictures, as the plates and covers of converters do. */
  const plate = (node: Element): readonly ElementContent[] | undefined => {
    const parts = elementsIn([node]);
    const images = parts.filter(({ tagName }) => tagName === 'image');
    if (images.length === 0) return undefined;
    const addresses = images.map((each) => attributeOf(each, 'xlink:href') ?? attributeOf(each, 'href') ?? '');
    if (parts.some(({ tagName }) => !/^(?:svg|g|a|image|title|desc|defs|metadata)$/.test(tagName))) {
      for (const [at, each] of images.entries()) missing.set(addresses[at] ?? '', each);
      return undefined;
    }
    const words = parts.find(({ tagName }) => tagName === 'title' || tagName === 'desc');
    const alt = attributeOf(node, 'aria-label') ?? (words ? wordsOf(words) : '');
    return images.flatMap((each, at) => picture(each, addresses[at] ?? '', at === 0 ? alt : ''));
  };

  const [made] = settled(body, false);
  return { body: made?.type === 'element' ? made : body, missing, media };
}

/** Elements that `replaced` knows. */
const shows: ReadonlySet<string> = new Set('img picture svg object embed video audio iframe canvas'.split(' '));

const placeOf = ({ position }: Element) => (position ? { position } : {});

/** The places of pictures that cannot be had, in the order of the page. */
export const placed = (
  missing: SettledPage['missing'],
  placeOf: (element: Element) => Place,
): ReadonlyMap<string, Place> =>
  new Map([...missing].reverse().map(([address, element]) => [address, placeOf(element)]));

/** A hint that counts what plays or loads, and has no place in a book. */
export function mediaLeftOut(media: readonly Element[], placeOf: (element: Element) => Place): readonly Problem[] {
  const first = media.at(-1);
  if (!first) return [];
  const names = [...new Set(media.map(({ tagName }) => tagName))].sort().join(', ');
  const reason = `Left out: what plays or loads from elsewhere (${names}): ${media.length}`;
  return [problem('import-left-out', placeOf(first), reason, 'Type a link to it where readers should find it.')];
}

/** Whether an address is a picture of one dot, which pages show until scripts fetch another. */
function isDot(address: string): boolean {
  const [head, kind] = /^data:image\/(gif|png);base64,/i.exec(address) ?? [];
  if (head === undefined || kind === undefined) return false;
  const bytes = decodeBase64(address.slice(head.length, head.length + 40));
  if (bytes.length < 24) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // GIF 89a §18; PNG 11.2.2
  const sides = /gif/i.test(kind)
    ? [view.getUint16(6, true), view.getUint16(8, true)]
    : [view.getUint32(16), view.getUint32(20)];
  return sides.every((side) => side <= 2);
}
