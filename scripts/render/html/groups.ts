/**
 * Fits elements whose children have an order or a kind: lists, definitions, figures, details, ruby.
 */
import type { Element, ElementContent } from 'hast';
import { again, type Fitter, isBlank, renamed } from './fit.ts';

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
  if (!last) return list.properties['id'] === undefined ? [] : [{ ...renamed(list, 'div'), children: items }];
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
    return [{ ...renamed(list, 'ul'), children: parts.map((part) => renamed(part, 'li')) }];
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
    .map((child): ElementContent => (isElement(child, 'figcaption') ? renamed(child, 'div') : child));
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
      .map((child): ElementContent => (isElement(child, 'summary') ? renamed(child, 'p') : child)),
    inside,
  );
  if (own?.type !== 'element') {
    return rest.every(isBlank) ? [] : [{ ...renamed(details, 'div'), children: rest }];
  }
  return [again(details, [...fitter.placed(own, inside), ...rest])];
}

/** Ruby is bases and readings in turn (HTML §4.5.10); brackets stay only where both stand around a reading. */
export function fitRuby(ruby: Element, inside: readonly string[], fitter: Fitter): ElementContent[] {
  const out: ElementContent[] = [];
  let children: ElementContent[] = [];
  const parts = ruby.children.flatMap((child) => (isElement(child, 'rt', 'rp') ? fitter.placed(child, inside) : fitter.all([child], inside)));
  const flush = (): void => {
    const first = children.findIndex((child) => isElement(child, 'rt', 'rp'));
    const last = children.findLastIndex((child) => isElement(child, 'rt', 'rp'));
    const base = children.findIndex((child) => !isBlank(child));
    const after = children.slice(last + 1);
    if (last < 0) out.push(...children);
    else if (base === first) {
      // A reading of nothing is text.
      out.push(...children.slice(0, last + 1).flatMap((child) => (isElement(child, 'rt', 'rp') ? child.children : [child])), ...after);
    } else {
      // What comes last has no reading: it stands beside the ruby.
      out.push(again(ruby, brackets(children.slice(0, last + 1)), !out.some((node) => isElement(node, 'ruby'))), ...after);
    }
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

/** Keeps `rp rt rp` when every reading has both; else no brackets, and no space between readings. */
function brackets(children: readonly ElementContent[]): ElementContent[] {
  const isPart = (node: ElementContent | undefined): boolean => node !== undefined && isElement(node, 'rt', 'rp');
  const solid = children.filter((child) => !isBlank(child));
  let at = 0; // of the next solid child
  const tight = children.filter((child) => {
    if (!isBlank(child)) return ++at > 0;
    return !isPart(solid[at - 1]) && !isPart(solid[at]);
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
