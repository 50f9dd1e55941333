/** Fits elements whose children have an order or a kind: figures, details, ruby. */
import type { Element, ElementContent } from 'hast';
import { type Conformer, isBlank, isBlock, isElement, withChildren, withTagName } from './hast-nodes.ts';

/** A figure has one caption, first or last. */
export function conformFigure(figure: Element, inside: readonly string[], conformer: Conformer): ElementContent[] {
  const own = figure.children.find((child) => isElement(child, 'figcaption'));
  const before = figure.children.slice(0, own ? figure.children.indexOf(own) : 0);
  const rest = figure.children
    .filter((child) => child !== own)
    .map((child): ElementContent => (isElement(child, 'figcaption') ? withTagName(child, 'div') : child));
  const body = conformer.all(rest, inside);
  if (own?.type !== 'element') return [withChildren(figure, body)];
  const caption = conformer.placed(own, inside);
  return [withChildren(figure, before.every(isBlank) ? [...caption, ...body] : [...body, ...caption])];
}

/** Details have one summary, first; without one they are a plain box, since nobody could open them. */
export function conformDetails(details: Element, inside: readonly string[], conformer: Conformer): ElementContent[] {
  const own = details.children.find((child) => isElement(child, 'summary'));
  const rest = conformer.all(
    details.children
      .filter((child) => child !== own)
      .map((child): ElementContent => (isElement(child, 'summary') ? withTagName(child, 'p') : child)),
    inside,
  );
  if (own?.type !== 'element') {
    return rest.every(isBlank) ? [] : [{ ...withTagName(details, 'div'), children: rest }];
  }
  return [withChildren(details, [...conformer.placed(own, inside), ...rest])];
}

/** Ruby is bases and readings in turn (HTML §4.5.10); brackets stay only where both stand around a reading. */
export function conformRuby(ruby: Element, inside: readonly string[], conformer: Conformer): ElementContent[] {
  const out: ElementContent[] = [];
  let children: ElementContent[] = [];
  const parts = ruby.children.flatMap((child) =>
    isElement(child, 'rt', 'rp') ? conformer.placed(child, inside) : conformer.all([child], inside),
  );
  const flush = (): void => {
    const first = children.findIndex((child) => isElement(child, 'rt', 'rp'));
    const last = children.findLastIndex((child) => isElement(child, 'rt', 'rp'));
    const base = children.findIndex((child) => !isBlank(child));
    const after = children.slice(last + 1);
    if (last < 0) out.push(...children);
    else if (base === first) {
      // A reading of nothing is text.
      out.push(
        ...children.slice(0, last + 1).flatMap((child) => (isElement(child, 'rt', 'rp') ? child.children : [child])),
        ...after,
      );
    } else {
      // What comes last has no reading: it stands beside the ruby. Brackets alone are no reading.
      const bases = brackets(children.slice(0, last + 1));
      const isRead = bases.some((child) => isElement(child, 'rt'));
      out.push(
        ...(isRead ? [withChildren(ruby, bases, !out.some((node) => isElement(node, 'ruby')))] : bases),
        ...after,
      );
    }
    children = [];
  };
  for (const part of parts) {
    if (isBlock(part)) {
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
    return /[\p{L}\p{N}]/u.test(text) || child.children.some((each) => each.type === 'element')
      ? [{ ...child, tagName: 'rt' }]
      : [];
  });
}
