/**
 * Brings a tree into the content model of `content-model.ts`, whatever it was before.
 * In: hast without raw nodes, at most `deepest` levels deep. Out: hast that is valid where text and blocks may stand,
 * with every word of the other.
 */
import type { Element, ElementContent, Root } from 'hast';
import { conformDetails, conformFigure, conformRuby } from './conform-groups.ts';
import { conformDefinitions, conformList, wrapStrayItems } from './conform-lists.ts';
import { conformTable } from './conform-tables.ts';
import { modelOf } from './content-model.ts';
import { type Conformer, isBlank, withChildren, withTagName } from './hast-nodes.ts';
import { conformParagraph, flattenBlocks, trimBlankNodes, wrapInParagraphs } from './inline-runs.ts';
import { copyQuotaFor, linksWithControls, pushDownInline } from './push-down-inline.ts';
import { tagPolicyOf } from './tag-policy.ts';

/** Fits a section's tree. Calls `lost` with each element whose tag was taken away for its place. */
export function conformTree(root: Root, lost: (element: Element, name: string) => void): Root {
  const linked = linksWithControls(root);
  const quota = copyQuotaFor(root);
  const conformer: Conformer = { all, placed };

  function all(children: readonly ElementContent[], ancestors: readonly string[]): ElementContent[] {
    const fitted: ElementContent[] = [];
    for (const child of children) for (const each of fit(child, ancestors)) fitted.push(each);
    return wrapStrayItems(fitted);
  }

  function fit(node: ElementContent, ancestors: readonly string[]): ElementContent[] {
    if (node.type === 'text') return node.value === '' ? [] : [node];
    if (node.type !== 'element') return [];
    const model = modelOf(node.tagName);
    if (!model) return unknown(node, ancestors);
    const parent = ancestors.at(-1);
    // Stray list items and definitions are gathered into lists; other parts without their whole lose their tags.
    if (model.inside && !/^(?:li|dt|dd)$/.test(node.tagName) && !(parent && model.inside.includes(parent))) {
      return stray(node, ancestors);
    }
    if (model.needs && (node.properties[model.needs] === undefined || node.properties[model.needs] === ''))
      return lacking(node, ancestors);
    if (model.never?.some((name) => ancestors.includes(name))) {
      if (node.tagName === 'table') return stray(node, ancestors);
      return fit(withTagName(node, model.block ? 'div' : 'span'), ancestors);
    }
    return placed(node, ancestors);
  }

  function placed(element: Element, ancestors: readonly string[]): ElementContent[] {
    const model = modelOf(element.tagName);
    const inside = [...ancestors, element.tagName];
    switch (model?.content) {
      case 'phrasing':
        return element.tagName === 'a'
          ? fitLink(element, inside)
          : pushDownInline(element, all(element.children, inside), quota);
      case 'paragraph':
        return conformParagraph(element, all(element.children, inside));
      case 'line': {
        const words = trimBlankNodes(flattenBlocks(all(element.children, inside)));
        // A heading that browsers made of <h1><h2> has nothing to say.
        return words.length === 0 && element.data?.fromHtml && /^h\d$/.test(element.tagName)
          ? []
          : [withChildren(element, words)];
      }
      case 'lines':
        return shown(withChildren(element, flattenBlocks(all(element.children, inside), '\n')));
      case 'list':
        return conformList(element, inside, conformer);
      case 'definitions':
        return conformDefinitions(element, inside, conformer);
      case 'table':
        return conformTable(element, inside, conformer);
      case 'figure':
        return conformFigure(element, inside, conformer);
      case 'details':
        return conformDetails(element, inside, conformer);
      case 'ruby':
        return conformRuby(element, inside, conformer);
      case 'foreign':
        return [element];
      case 'empty':
        return [withChildren(element, []), ...all(element.children, ancestors)];
      default: {
        const children = all(element.children, inside);
        return shown(withChildren(element, model?.paragraphs ? wrapInParagraphs(children) : children));
      }
    }
  }

  /** Nothing, for a box that raw HTML left without content or attributes. */
  function shown(element: Element): ElementContent[] {
    const empty =
      element.data?.fromHtml && element.children.every(isBlank) && Object.keys(element.properties).length === 0;
    return empty && !modelOf(element.tagName)?.inside ? [] : [element];
  }

  /** A link goes into blocks like any inline element, so that it can lose its tag later; around a link it has none. */
  function fitLink(element: Element, inside: readonly string[]): ElementContent[] {
    const children = all(element.children, inside);
    const around = linked.has(element);
    if (!around && element.properties['href'] !== undefined) return pushDownInline(element, children, quota);
    if (around && element.properties['href'] !== undefined) lost(element, 'a link around a link');
    const { href: _, ...properties } = element.properties;
    const bare = Object.keys(properties).length === 0 && !element.data?.aliases;
    return bare ? children : pushDownInline({ ...element, tagName: 'span', properties }, children, quota);
  }

  /** A part without its whole: a cell without a table, a caption without a figure. */
  function stray(element: Element, ancestors: readonly string[]): ElementContent[] {
    const children = all(element.children, ancestors);
    if (/^(?:td|th|caption|figcaption|summary)$/.test(element.tagName)) {
      return children.every(isBlank) ? [] : placed({ ...withTagName(element, 'div'), children }, ancestors);
    }
    return children;
  }

  function lacking(element: Element, ancestors: readonly string[]): ElementContent[] {
    if (element.tagName === 'img') {
      const alt = String(element.properties['alt'] ?? '').trim();
      return alt ? [{ type: 'text', value: alt }] : [];
    }
    const plain = withTagName(element, 'span');
    return Object.keys(plain.properties).length ? fit(plain, ancestors) : all(element.children, ancestors);
  }

  function unknown(element: Element, ancestors: readonly string[]): ElementContent[] {
    const policy = tagPolicyOf(element.tagName);
    if (policy.told) lost(element, `<${element.tagName}>`);
    if (policy.what === 'erase' || policy.what === 'drop') return [];
    if (policy.what === 'keep' && policy.name) return fit(withTagName(element, policy.name), ancestors);
    return all(element.children, ancestors);
  }

  const children = all(
    root.children.filter((child): child is ElementContent => child.type !== 'doctype'),
    [],
  );
  return { ...root, children: wrapInParagraphs(children) };
}
