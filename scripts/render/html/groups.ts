/**
 * Fits elements whose children have an order or a kind: lists, definitions, figures, details, ruby.
 */
import type { Element, ElementContent } from 'hast';
import { again, type Fitter, isBlank } from './fit.ts';

const isElement = <Name extends string>(node: ElementContent, ...names: readonly Name[]): node is Element & { tagName: Name } =>
  node.type === 'element' && names.some((name) => name === node.tagName);

const box = (tagName: string, children: ElementContent[], like?: ElementContent): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
  data: { fromHtml: true },
  ...(like?.position && { position: like.position }),
});

/** Lists hold items; what else stands in one belongs to the item before it. */
export function fitList(list: Element, inside: readonly string[], fitter: Fitter): ElementContent[] {
  const items: ElementContent[] = [];
  let last: Element | undefined;
  const add = (nodes: readonly ElementContent[]): void => {
    if (nodes.every(isBlank)) {
      items.push(...nodes);
      return;
    }
    if (last) last.children.push(...nodes);
    else {
      last = box('li', [...nodes], nodes.find((node) => node.position));
      items.push(last);
    }
  };
  for (const child of list.children) {
    if (!isElement(child, 'li')) {
      // Stray items deep inside something else make a list of their own, in an item.
      add(fitter.all([child], [...inside, 'li']));
      continue;
    }
    const [item] = fitter.placed(child, inside);
    if (item?.type !== 'element') continue;
    const { value, ...others } = item.properties;
    last = { ...item, properties: value !== undefined && list.tagName !== 'ol' ? others : item.properties };
    items.push(last);
  }
  if (!last) return Object.keys(list.properties).length ? [{ ...again(list, items), tagName: 'div' }] : items.filter((node) => !isBlank(node));
  return [again(list, items)];
}

/** Definition lists hold groups of terms and of what they mean, all in boxes or none. */
export function fitDefinitions(list: Element, inside: readonly string[], fitter: Fitter): ElementContent[] {
  const parts: Element[] = [];
  const collect = (children: readonly ElementContent[]): void => {
    let loose: ElementContent[] = [];
    const flush = (): void => {
      const fitted = fitter.all(loose, [...inside, 'dd']);
      if (!fitted.every(isBlank)) {
        const last = parts.at(-1);
        if (last?.tagName === 'dd') last.children.push(...fitted);
        else parts.push(box('dd', fitted, fitted.find((node) => node.position)));
      }
      loose = [];
    };
    for (const child of children) {
      if (isElement(child, 'dt', 'dd')) {
        flush();
        const [part] = fitter.placed(child, inside);
        if (part?.type === 'element') parts.push({ ...part, children: [...part.children] });
      } else if (isElement(child, 'div', 'dl') && child.children.some((each) => isElement(each, 'dt', 'dd'))) {
        flush();
        collect(child.children);
      } else loose.push(child);
    }
    flush();
  };
  collect(list.children);
  if (parts.length === 0) return [];
  if (!parts.some((part) => part.tagName === 'dt')) {
    return [{ ...again(list, parts.map((part) => ({ ...part, tagName: 'li' }))), tagName: 'ul' }];
  }
  const ordered: Element[] = [];
  for (const part of parts) {
    const before = ordered.at(-1)?.tagName;
    if (part.tagName === 'dd' && before === undefined) ordered.push(box('dt', []));
    ordered.push(part);
  }
  if (ordered.at(-1)?.tagName === 'dt') ordered.push(box('dd', []));
  return [again(list, ordered)];
}

/** A figure has one caption, first or last. */
export function fitFigure(figure: Element, inside: readonly string[], fitter: Fitter): ElementContent[] {
  const own = figure.children.find((child) => isElement(child, 'figcaption'));
  const before = figure.children.slice(0, own ? figure.children.indexOf(own) : 0);
  const rest = figure.children
    .filter((child) => child !== own)
    .map((child): ElementContent => (isElement(child, 'figcaption') ? { ...child, tagName: 'div' } : child));
  const body = fitter.all(rest, inside);
  if (own?.type !== 'element') return [again(figure, body)];
  const caption = fitter.placed(own, inside);
  return [again(figure, before.every(isBlank) ? [...caption, ...body] : [...body, ...caption])];
}

/** Details have one summary, first; without one they are a plain box, since nobody could open them. */
export function fitDetails(details: Element, inside: readonly string[], fitter: Fitter): ElementContent[] {
  const own = details.children.find((child) => isElement(child, 'summary'));
  const rest = fitter.all(
    details.children
      .filter((child) => child !== own)
      .map((child): ElementContent => (isElement(child, 'summary') ? { ...child, tagName: 'p' } : child)),
    inside,
  );
  if (own?.type !== 'element') {
    const { open: _, ...properties } = details.properties;
    return [{ ...again(details, rest), tagName: 'div', properties }];
  }
  return [again(details, [...fitter.placed(own, inside), ...rest])];
}

/** Ruby is bases and readings in turn (HTML §4.5.10); brackets stay only where both stand around a reading. */
export function fitRuby(ruby: Element, inside: readonly string[], fitter: Fitter): ElementContent[] {
  const out: ElementContent[] = [];
  let children: ElementContent[] = [];
  const parts = ruby.children.flatMap((child) => (isElement(child, 'rt', 'rp', 'rb') ? fitter.placed(child, inside) : fitter.all([child], inside)));
  const flush = (): void => {
    // What is left over has no reading: it stands beside the ruby.
    const last = children.findLastIndex((child) => isElement(child, 'rt', 'rp'));
    const base = children.findIndex((child) => !isElement(child, 'rt', 'rp') && !isBlank(child));
    const first = children.findIndex((child) => isElement(child, 'rt', 'rp'));
    if (last < 0) out.push(...children.flatMap((child) => (isElement(child, 'rb') ? child.children : [child])));
    else if (base < 0 || base > first) {
      // A reading of nothing is text.
      out.push(...children.slice(0, last + 1).flatMap((child) => (isElement(child, 'rt', 'rp', 'rb') ? child.children : [child])), ...unboxed(children.slice(last + 1)));
    } else out.push(again(ruby, brackets(children.slice(0, last + 1)), !out.some((node) => isElement(node, 'ruby'))), ...unboxed(children.slice(last + 1)));
    children = [];
  };
  for (const part of parts) {
    if (fitter.block(part)) {
      flush();
      out.push(part);
    } else children.push(part);
  }
  flush();
  return out;
}

const unboxed = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node) => (isElement(node, 'rb') ? node.children : [node]));

/** Keeps `rp rt rp` when every reading has both; else no brackets, and no space between readings. */
function brackets(children: readonly ElementContent[]): ElementContent[] {
  const tight: ElementContent[] = [];
  children.forEach((child, at) => {
    const previous = tight.at(-1);
    const next = children.slice(at + 1).find((each) => !isBlank(each));
    if (isBlank(child) && ((previous && isElement(previous, 'rt', 'rp')) || (next && isElement(next, 'rt', 'rp')))) return;
    tight.push(child);
  });
  const whole = tight.every((child, at) => {
    const [before, after] = [tight[at - 1], tight[at + 1]];
    if (isElement(child, 'rt')) return Boolean(before && after && isElement(before, 'rp') && isElement(after, 'rp'));
    if (!isElement(child, 'rp')) return true;
    const beside = [before, after].filter((each) => each && isElement(each, 'rt')).length;
    return beside === 1 && child.children.every((each) => each.type === 'text');
  });
  if (whole) return tight;
  return tight.flatMap((child): ElementContent[] => {
    if (!isElement(child, 'rp')) return [child];
    const text = child.children.map((each) => (each.type === 'text' ? each.value : '')).join('');
    return /[\p{L}\p{N}]/u.test(text) || child.children.some((each) => each.type === 'element') ? [{ ...child, tagName: 'rt' }] : [];
  });
}
