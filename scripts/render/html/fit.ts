/**
 * Brings a tree into the content model of `models.ts`, whatever it was before.
 * In: hast without raw nodes, at most `deepest` levels deep. Out: hast that is valid where text and blocks may stand,
 * with every word of the other. Refuses to know: where the elements came from.
 */
import type { Element, ElementContent, Root } from 'hast';
import { fateOf } from './fates.ts';
import { modelOf } from './models.ts';
import { fitDefinitions, fitDetails, fitFigure, fitList, fitRuby } from './groups.ts';
import { fitTable } from './tables.ts';

/** What the fitters of groups need of this file. */
export interface Fitter {
  /** Fits children, and gathers stray list items and definitions into lists. */
  all(children: readonly ElementContent[], ancestors: readonly string[]): ElementContent[];
  /** Fits one element that stands where it may. */
  placed(element: Element, ancestors: readonly string[]): ElementContent[];
  /** Whether a fitted node is a block, or holds one. */
  block(node: ElementContent): boolean;
  /** Fitted nodes without their boxes. */
  line(nodes: readonly ElementContent[], between?: string): ElementContent[];
}

/** Most elements that may be copied into blocks, per element that there is: a guard against markup that multiplies. */
const copiesEach = 4;

/** Whether a node shows nothing. */
export function isBlank(node: ElementContent): boolean {
  return node.type === 'text' ? /^[\t\n\f\r ]*$/.test(node.value) : node.type === 'comment';
}

/** The element again with other children; without its id if it had one before. */
export function again(element: Element, children: ElementContent[], first = true): Element {
  const { id, ...others } = element.properties;
  return { ...element, properties: first || id === undefined ? element.properties : others, children };
}

/** Fits a section's tree. Calls `lost` with each element whose tag was taken away for its place. */
export function fitTree(root: Root, lost: (element: Element, name: string) => void): Root {
  const blocky = new WeakSet<Element>();
  const linked = linksAround(root);
  let copies = 1000 + copiesEach * count(root);

  const block = (node: ElementContent): boolean =>
    node.type === 'element' && (blocky.has(node) || (modelOf(node.tagName)?.block ?? false));

  const fitter: Fitter = { all, placed, block, line };

  function all(children: readonly ElementContent[], ancestors: readonly string[]): ElementContent[] {
    const fitted: ElementContent[] = [];
    for (const child of children) for (const each of fit(child, ancestors)) fitted.push(each);
    return gather(fitted);
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
    if (model.needs && (node.properties[model.needs] === undefined || node.properties[model.needs] === '')) return lacking(node, ancestors);
    if (model.never?.some((name) => ancestors.includes(name))) {
      if (node.tagName === 'table') return stray(node, ancestors);
      return fit({ ...node, tagName: model.block ? 'div' : 'span' }, ancestors);
    }
    return placed(node, ancestors);
  }

  function placed(element: Element, ancestors: readonly string[]): ElementContent[] {
    const model = modelOf(element.tagName);
    const inside = [...ancestors, element.tagName];
    switch (model?.content) {
      case 'phrasing':
        return carry(element, all(element.children, inside));
      case 'transparent':
        return fitTransparent(element, inside);
      case 'paragraph':
        return fitParagraph(element, all(element.children, inside));
      case 'line': {
        const words = trimmed(line(all(element.children, inside)));
        // A heading that browsers made of <h1><h2> has nothing to say.
        return words.length === 0 && element.data?.fromHtml && /^h\d$/.test(element.tagName) ? [] : [again(element, words)];
      }
      case 'lines':
        return [again(element, line(all(element.children, inside), '\n'))];
      case 'list':
        return fitList(element, inside, fitter);
      case 'definitions':
        return fitDefinitions(element, inside, fitter);
      case 'table':
        return fitTable(element, inside, fitter);
      case 'figure':
        return fitFigure(element, inside, fitter);
      case 'details':
        return fitDetails(element, inside, fitter);
      case 'ruby':
        return fitRuby(element, inside, fitter);
      case 'foreign':
        return [element];
      case 'empty':
        return [again(element, []), ...all(element.children, ancestors)];
      default: {
        const children = all(element.children, inside);
        return [again(element, model?.paragraphs ? paragraphs(children, block) : children)];
      }
    }
  }

  /** An inline element around blocks goes into each of them. */
  function carry(element: Element, children: readonly ElementContent[]): ElementContent[] {
    if (!children.some(block)) {
      const bare = children.length === 0 && Object.keys(element.properties).length === 0;
      return bare ? [] : [again(element, [...children])];
    }
    let first = true;
    const wrap = (run: ElementContent[]): ElementContent[] => {
      if (run.every(isBlank) || copies <= 0) return run;
      copies--;
      const wrapped = again(element, run, first);
      first = false;
      return [wrapped];
    };
    const into = (nodes: readonly ElementContent[]): ElementContent[] =>
      runs(nodes, block).flatMap((run) => (Array.isArray(run) ? wrap(run) : [within(run)]));
    const within = (node: ElementContent): ElementContent => {
      if (node.type !== 'element') return node;
      const content = modelOf(node.tagName)?.content;
      if (content === 'empty' || content === 'foreign') return node;
      if (content === 'list' || content === 'definitions' || content === 'table') {
        // Only the boxes inside hold words.
        return { ...node, children: node.children.map((child) => (isBlank(child) ? child : within(child))) };
      }
      const copy = { ...node, children: into(node.children) };
      if (blocky.has(node)) blocky.add(copy);
      return copy;
    };
    return into(children);
  }

  function fitTransparent(element: Element, inside: readonly string[]): ElementContent[] {
    const children = all(element.children, inside);
    const holds = children.some(block);
    let made = element;
    if (element.tagName === 'a' && (linked.has(element) || element.properties['href'] === undefined)) {
      if (linked.has(element) && element.properties['href'] !== undefined) lost(element, 'a link around a link');
      const { href: _, ...others } = element.properties;
      if (Object.keys(others).length === 0 && !element.data?.aliases) return children;
      made = { ...element, tagName: holds ? 'div' : 'span', properties: others };
    }
    const copy = again(made, children);
    if (holds) blocky.add(copy);
    return children.length || Object.keys(copy.properties).length ? [copy] : [];
  }

  function fitParagraph(element: Element, children: readonly ElementContent[]): ElementContent[] {
    let first = true;
    const paragraph = (run: readonly ElementContent[]): ElementContent[] =>
      lines(run).flatMap((words) => {
        const made = again(element, words, first);
        if (words.every(isBlank) && (made.properties['id'] === undefined || children.length > 0)) return [];
        first = false;
        return [made];
      });
    if (children.length === 0) return Object.keys(element.properties).length ? paragraph([]) : [];
    return runs(children, block).flatMap((run) => (Array.isArray(run) ? paragraph(run) : [run]));
  }

  function line(nodes: readonly ElementContent[], between = ' '): ElementContent[] {
    const words: ElementContent[] = [];
    const gap = (): void => {
      const last = words.at(-1);
      if (last && !(last.type === 'text' && last.value.endsWith(between))) words.push({ type: 'text', value: between });
    };
    for (const node of nodes) {
      if (node.type !== 'element' || !block(node)) {
        words.push(node);
        continue;
      }
      gap();
      const inner = line(node.children, between);
      if (blocky.has(node)) words.push(again(node, inner));
      else words.push(...inner);
      if (inner.length) gap();
    }
    return words;
  }

  /** A part without its whole: a cell without a table, a caption without a figure. */
  function stray(element: Element, ancestors: readonly string[]): ElementContent[] {
    const children = all(element.children, ancestors);
    if (/^(?:td|th|caption|figcaption|summary)$/.test(element.tagName)) {
      const { colSpan: _, rowSpan: __, scope: ___, ...properties } = element.properties;
      return children.every(isBlank) ? [] : placed({ ...element, tagName: 'div', properties, children }, ancestors);
    }
    return children;
  }

  function lacking(element: Element, ancestors: readonly string[]): ElementContent[] {
    if (element.tagName === 'img') {
      const alt = String(element.properties['alt'] ?? '').trim();
      return alt ? [{ type: 'text', value: alt }] : [];
    }
    return fit({ ...element, tagName: 'span' }, ancestors);
  }

  function unknown(element: Element, ancestors: readonly string[]): ElementContent[] {
    const fate = fateOf(element.tagName);
    if (fate.told) lost(element, `<${element.tagName}>`);
    if (fate.what === 'erase' || fate.what === 'drop') return [];
    if (fate.what === 'keep' && fate.name) return fit({ ...element, tagName: fate.name }, ancestors);
    return all(element.children, ancestors);
  }

  function gather(nodes: readonly ElementContent[]): ElementContent[] {
    const whole = (node: ElementContent): 'ul' | 'dl' | undefined =>
      node.type !== 'element' ? undefined : node.tagName === 'li' ? 'ul' : /^d[td]$/.test(node.tagName) ? 'dl' : undefined;
    if (!nodes.some(whole)) return [...nodes];
    const gathered: ElementContent[] = [];
    let list: Element | undefined;
    let blanks: ElementContent[] = [];
    for (const node of nodes) {
      const name = whole(node);
      if (name && list?.tagName === name) list.children.push(...blanks, node);
      else if (list && isBlank(node)) {
        blanks.push(node);
        continue;
      } else {
        gathered.push(...blanks);
        list = name ? { type: 'element', tagName: name, properties: {}, children: [node], data: { fromHtml: true } } : undefined;
        gathered.push(list ?? node);
      }
      blanks = [];
    }
    gathered.push(...blanks);
    return gathered.flatMap((node) => {
      if (node.type !== 'element' || node.children.length === 0 || !node.data?.fromHtml) return [node];
      if (node.tagName === 'dl' && node.properties && Object.keys(node.properties).length === 0) return fitDefinitions(node, [], { ...fitter, placed: (element) => [element], all: (children) => [...children] });
      return [node];
    });
  }

  const children = all(root.children.filter((child): child is ElementContent => child.type !== 'doctype'), []);
  return { ...root, children: paragraphs(children, block) };
}

/** Consecutive inline nodes as arrays, blocks by themselves. */
export function runs(nodes: readonly ElementContent[], block: (node: ElementContent) => boolean): (ElementContent[] | ElementContent)[] {
  const found: (ElementContent[] | ElementContent)[] = [];
  let run: ElementContent[] | undefined;
  for (const node of nodes) {
    if (block(node)) {
      found.push(node);
      run = undefined;
    } else if (run) run.push(node);
    else {
      run = [node];
      found.push(run);
    }
  }
  return found;
}

/** Puts loose lines between blocks into paragraphs. */
function paragraphs(children: readonly ElementContent[], block: (node: ElementContent) => boolean): ElementContent[] {
  return runs(children, block).flatMap((run) => {
    if (!Array.isArray(run)) return [run];
    if (run.every(isBlank)) return run;
    return lines(run)
      .filter((words) => !words.every(isBlank))
      .map((words): Element => {
        const position = words.find((word) => word.position)?.position;
        return { type: 'element', tagName: 'p', properties: {}, children: words, ...(position && { position }) };
      });
  });
}

/** Splits a line where two breaks or more follow each other, as the web writes paragraphs; trims breaks and space at its ends. */
function lines(run: readonly ElementContent[]): ElementContent[][] {
  const isBreak = (node: ElementContent | undefined): boolean => node?.type === 'element' && node.tagName === 'br';
  if (!run.some((node) => isBreak(node) && node.data?.fromHtml)) return [[...run]];
  const parts: ElementContent[][] = [[]];
  for (let at = 0; at < run.length; ) {
    const node = run[at];
    if (!node) break;
    let end = at;
    let breaks = 0;
    for (let next = run[end]; next && (isBreak(next) || isBlank(next)); next = run[++end]) if (isBreak(next)) breaks++;
    if (breaks > 1 || (breaks > 0 && (end === run.length || at === 0))) {
      parts.push([]);
      at = end;
      continue;
    }
    if (end === at) end = at + 1;
    parts.at(-1)?.push(...run.slice(at, end));
    at = end;
  }
  return parts.filter((part) => part.length > 0).map(trimmed);
}

/** Without white space at the ends. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  let from = 0;
  let to = nodes.length;
  for (let node = nodes[from]; node && isBlank(node); node = nodes[++from]);
  for (let node = nodes[to - 1]; node && to > from && isBlank(node); node = nodes[--to - 1]);
  return nodes.slice(from, to);
}

/** Links that hold links, or what else can be pressed. */
function linksAround(root: Root): ReadonlySet<Element> {
  const around = new Set<Element>();
  const look = (node: Root | ElementContent, links: readonly Element[]): void => {
    if (!('children' in node)) return;
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const presses = child.tagName === 'details' || (child.tagName === 'a' && child.properties['href'] !== undefined);
      if (presses) for (const link of links) around.add(link);
      look(child, child.tagName === 'a' ? [...links, child] : links);
    }
  };
  look(root, []);
  return around;
}

function count(node: Root | ElementContent): number {
  let sum = 1;
  if ('children' in node) for (const child of node.children) if (child.type !== 'doctype') sum += count(child);
  return sum;
}
