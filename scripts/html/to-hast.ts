/**
 * Branches as hast: attributes cleaned, formulas and drawings checked against their vocabularies.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { html } from 'parse5';
import { cleanSvg } from '../book/svg.ts';
import type { Shape } from '../book/xml-element.ts';
import { cleanAttributes } from './attributes.ts';
import { cleanMath } from './mathml.ts';
import { fateOf } from './tag-policy.ts';
import { lose } from './tokenize.ts';
import type { Branch, Twig } from './tree-adapter.ts';

/** The hast of branches; they are never deeper than the island lets them be. */
export function grow(twigs: readonly Twig[]): ElementContent[] {
  return twigs.flatMap((twig): ElementContent[] => {
    if (twig.kind === 'node') return twig.node.type === 'doctype' ? [] : [twig.node];
    if (twig.kind === 'text')
      return [{ type: 'text', value: twig.value, ...(twig.position && { position: twig.position }) }];
    if (twig.namespace === html.NS.SVG) return growSvg(twig);
    if (twig.namespace === html.NS.MATHML) return growMath(twig);
    return [growElement(twig)];
  });
}

function growElement(branch: Branch): Element {
  const { tag } = branch;
  const { properties, lost, aliases } = cleanAttributes(
    branch.name,
    branch.attributes,
    tag && fateOf(tag.name).className,
  );
  if (tag) for (const name of lost) lose(tag.origin, name, tag.position);
  return {
    type: 'element',
    tagName: branch.name,
    properties,
    children: grow(branch.children),
    data: { fromHtml: true, ...(aliases.length && { aliases }) },
    ...(tag?.position && { position: tag.position }),
  };
}

/** A branch of another vocabulary as plain names, attributes as XML writes them, text; what is HTML or Markdown in it stays apart. */
function shapeOf(branch: Branch): Shape {
  return {
    name: branch.name,
    attributes: Object.fromEntries(
      branch.attributes.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    ),
    children: branch.children.map((twig): Shape | string =>
      twig.kind === 'text'
        ? twig.value
        : twig.kind === 'node'
          ? { name: '#node', attributes: {}, children: [textOf(twig)] }
          : shapeOf(twig),
    ),
  };
}

function textOf(twig: Twig): string {
  if (twig.kind === 'text') return twig.value;
  if (twig.kind === 'branch') return twig.children.map(textOf).join('');
  interface Words {
    readonly type: string;
    readonly value?: unknown;
    readonly properties?: { readonly alt?: unknown };
    readonly children?: readonly Words[];
  }
  const words = (node: Words): string =>
    node.type === 'text'
      ? String(node.value)
      : node.properties?.alt
        ? String(node.properties.alt)
        : (node.children ?? []).map(words).join('');
  return words(twig.node as Words);
}

function growSvg(branch: Branch): ElementContent[] {
  const { shape, lost, words } = cleanSvg(shapeOf(branch));
  if (branch.tag) for (const name of lost) lose(branch.tag.origin, name, branch.tag.position);
  const kept: ElementContent[] = shape ? [elementOf(shape, branch)] : [];
  if (shape && !('xmlns:xlink' in shape.attributes) && uses(shape))
    kept.splice(
      0,
      1,
      elementOf(
        { ...shape, attributes: { 'xmlns:xlink': 'http://www.w3.org/1999/xlink', ...shape.attributes } },
        branch,
      ),
    );
  if (!shape && branch.tag) lose(branch.tag.origin, `<${branch.name}>`, branch.tag.position);
  return words.trim()
    ? [...kept, { type: 'text', value: `${shape ? ' ' : ''}${words.replace(/\s+/g, ' ').trim()}` }]
    : kept;
}

const uses = (shape: Shape): boolean =>
  'xlink:href' in shape.attributes || shape.children.some((child) => typeof child !== 'string' && uses(child));

function growMath(branch: Branch): ElementContent[] {
  const shape = shapeOf(branch);
  const math = cleanMath(shape);
  if (math) return [elementOf(math, branch)];
  if (branch.tag) lose(branch.tag.origin, '<math> that is no formula', branch.tag.position);
  const words = textOf(branch).replace(/\s+/g, ' ').trim();
  return words ? [{ type: 'text', value: words }] : [];
}

function elementOf(shape: Shape, branch: Branch): Element {
  return {
    type: 'element',
    tagName: shape.name,
    properties: { ...shape.attributes } as Properties,
    children: shape.children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : elementOf(child, branch),
    ),
    data: { fromHtml: true },
    ...(branch.tag?.position && { position: branch.tag.position }),
  };
}
