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

/** Whether a node shows something. */
function isSeen(node: ElementContent): boolean {
  if (node.type !== 'element') return !isBlank(node);
  const content = modelOf(node.tagName)?.content;
  return content === 'foreign' || (content === 'empty' && node.tagName !== 'wbr') || node.children.some(isSeen);
}

/** The element again with other children; without its id if it had one before. */
export function again(element: Element, children: ElementContent[], first = true): Element {
  const { id, ...others } = element.properties;
  return { ...element, properties: first || id === undefined ? element.properties : others, children };
}

/** Properties that every element may have. */
const common = new Set(['id', 'className', 'title', 'lang', 'xmlLang', 'dir', 'style', 'epubType']);

/** The element under another name, without the properties that only the old name could have. */
export function renamed(element: Element, tagName: string): Element {
  const properties = Object.fromEntries(Object.entries(element.properties).filter(([name]) => common.has(name)));
  return { ...element, tagName, properties };
}

/** Fits a section's tree. Calls `lost` with each element whose tag was taken away for its place. */
export function fitTree(root: Root, lost: (element: Element, name: string) => void): Root {
  const linked = linksAround(root);
  let copies = 1000 + copiesEach * count(root);

  const block = (node: ElementContent): boolean => node.type === 'element' && (modelOf(node.tagName)?.block ?? false);

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
      return fit(renamed(node, model.block ? 'div' : 'span'), ancestors);
    }
    return placed(node, ancestors);
  }

  function placed(element: Element, ancestors: readonly string[]): ElementContent[] {
    const model = modelOf(element.tagName);
    const inside = [...ancestors, element.tagName];
    switch (model?.content) {
      case 'phrasing':
        return element.tagName === 'a' ? fitLink(element, inside) : carry(element, all(element.children, inside));
      case 'paragraph':
        return fitParagraph(element, all(element.children, inside));
      case 'line': {
        const words = trimmed(line(all(element.children, inside)));
        // A heading that browsers made of <h1><h2> has nothing to say.
        return words.length === 0 && element.data?.fromHtml && /^h\d$/.test(element.tagName) ? [] : [again(element, words)];
      }
      case 'lines':
        return shown(again(element, line(all(element.children, inside), '\n')));
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
        return shown(again(element, model?.paragraphs ? paragraphs(children, block) : children));
      }
    }
  }

  /** An inline element around blocks goes into each of them. */
  function carry(element: Element, children: readonly ElementContent[]): ElementContent[] {
    if (!children.some(block)) {
      const bare = children.length === 0 && Object.keys(element.properties).length === 0 && !element.data?.aliases;
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
      return { ...node, children: into(node.children) };
    };
    return into(children);
  }

  /** Nothing, for a box that raw HTML left without content or attributes. */
  function shown(element: Element): ElementContent[] {
    const empty = element.data?.fromHtml && element.children.every(isBlank) && Object.keys(element.properties).length === 0;
    return empty && !modelOf(element.tagName)?.inside ? [] : [element];
  }

  /** A link goes into blocks like any inline element, so that it can lose its tag later; around a link it has none. */
  function fitLink(element: Element, inside: readonly string[]): ElementContent[] {
    const children = all(element.children, inside);
    const around = linked.has(element);
    if (!around && element.properties['href'] !== undefined) return carry(element, children);
    if (around && element.properties['href'] !== undefined) lost(element, 'a link around a link');
    const { href: _, ...properties } = element.properties;
    const bare = Object.keys(properties).length === 0 && !element.data?.aliases;
    return bare ? children : carry({ ...element, tagName: 'span', properties }, children);
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
      words.push(...inner);
      if (inner.length) gap();
    }
    return words;
  }

  /** A part without its whole: a cell without a table, a caption without a figure. */
  function stray(element: Element, ancestors: readonly string[]): ElementContent[] {
    const children = all(element.children, ancestors);
    if (/^(?:td|th|caption|figcaption|summary)$/.test(element.tagName)) {
      return children.every(isBlank) ? [] : placed({ ...renamed(element, 'div'), children }, ancestors);
    }
    return children;
  }

  function lacking(element: Element, ancestors: readonly string[]): ElementContent[] {
    if (element.tagName === 'img') {
      const alt = String(element.properties['alt'] ?? '').trim();
      return alt ? [{ type: 'text', value: alt }] : [];
    }
    const plain = renamed(element, 'span');
    return Object.keys(plain.properties).length ? fit(plain, ancestors) : all(element.children, ancestors);
  }

  function unknown(element: Element, ancestors: readonly string[]): ElementContent[] {
    const fate = fateOf(element.tagName);
    if (fate.told) lost(element, `<${element.tagName}>`);
    if (fate.what === 'erase' || fate.what === 'drop') return [];
    if (fate.what === 'keep' && fate.name) return fit(renamed(element, fate.name), ancestors);
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
      if (name === 'ul' && node.type === 'element' && node.properties['value'] !== undefined) {
        const { value: _, ...properties } = node.properties; // it counts in numbered lists only
        node.properties = properties;
      }
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
    if (!run.some(isSeen)) return run; // <a name="x"></a> on a line of its own is no paragraph
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
  if (!run.some((node) => isBreak(node) && node.data?.fromHtml)) return [stripped(run)];
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
  return parts.map(stripped).filter((part) => part.length > 0);
}

/** Without white space at the ends, in the text there too. */
function stripped(nodes: readonly ElementContent[]): ElementContent[] {
  const kept = trimmed(nodes);
  const strip = (at: number, edge: RegExp): void => {
    const node = kept.at(at);
    if (node?.type === 'text') kept.splice(at, 1, { ...node, value: node.value.replace(edge, '') });
  };
  strip(0, /^[\t\n\f\r ]+/);
  strip(-1, /[\t\n\f\r ]+$/);
  return kept;
}

/** Without nodes of white space at the ends. */
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
