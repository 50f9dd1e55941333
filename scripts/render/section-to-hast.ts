/**
 * In: a section. Out: its XHTML as hast, with its notes, its anchors and its headings. Links and pictures are still
 * as the author wrote them.
 */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import type { Section } from '../book/book.ts';
import type { Labels } from '../book/labels.ts';
import { pluginFault } from '../book/plugin-fault.ts';
import { isPlate } from '../book/sections.ts';
import { classesOf, elementsIn } from '../html/hast-nodes.ts';
import { collector } from '../report/collector.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import { markOpening } from './chapter-opening.ts';
import { splitTitle, type TitleOptions } from './chapter-title.ts';
import { setFormulas } from './formulas.ts';
import { handlersFor } from './handlers/handlers.ts';
import type { SectionContext } from './handlers/section-context.ts';
import { highlightCode } from './highlight-code.ts';
import { numberedTitle } from './number-chapters.ts';
import { titleOf } from './plain-text.ts';
import { describePlate } from './plate.ts';
import { setNumeralsUpright } from './upright-numerals.ts';

export interface RenderedSection {
  readonly section: Section;
  /** The section's own heading. */
  readonly heading?: Element | undefined;
  /** What stands above it. */
  readonly headPicture?: Element;
  /** Its title in contents and head. */
  readonly title?: string | undefined;
  readonly blocks: readonly ElementContent[];
  /** One `aside` a note, in order. */
  readonly notes: readonly Element[];
  /** What links may name → id in the book. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly headings: SectionContext['headings'];
  readonly forms: SectionContext['forms'];
}

/** All that a section, or a part of it, prints, in order. */
export const nodesOf = ({
  heading,
  blocks,
  notes,
}: Pick<RenderedSection, 'heading' | 'blocks' | 'notes'>): readonly ElementContent[] => [
  ...(heading ? [heading] : []),
  ...blocks,
  ...notes,
];

interface SectionOptions {
  /** How the number of its heading is set, where the design says it. */
  readonly numbering?: TitleOptions | undefined;
  readonly labels: Labels;
  /** Of the labels. */
  readonly lang: string;
  /** What is printed between scenes. */
  readonly ornament: string;
  readonly rehypePlugins: PluggableList;
  /** Whether lines run from top to bottom. */
  readonly isVertical: boolean;
  /** How many levels raw HTML keeps. */
  readonly deepest: number;
}

/** Classes of pages, widths and callouts, which have their rules in `forms.css`. */
const layout = /^(?:page-break|width-\d+|callout)$/;

/** Classes that have their rules in `pages.css`. */
const ofPages: ReadonlySet<string> = new Set(['other-books', 'mention']);

/** Renders one section. */
export async function sectionToHast(
  section: Section,
  { labels, lang, ornament, rehypePlugins, isVertical, deepest, numbering }: SectionOptions,
): Promise<Outcome<RenderedSection>> {
  const { problems, take } = collector();
  const context: SectionContext = {
    section,
    labels,
    ornament,
    needsRepair: false,
    forms: new Set(),
    problems: [],
    formulas: [],
    code: [],
    anchors: new Map(),
    headings: [],
  };
  const tree = take(await treeOf(context, { rehypePlugins, isVertical, deepest }));
  let heading: Element | undefined;
  const blocks: ElementContent[] = [];
  const notes: Element[] = [];
  for (const child of tree.children) {
    if (child.type === 'doctype') continue;
    if (child.type === 'element' && child.properties['id'] === `${section.id}-title` && !heading) heading = child;
    else if (child.type === 'element' && /^(?:footnote|glossdef)$/.test(String(child.properties['epubType'])))
      notes.push(child);
    else if (child.type !== 'text' || child.value.trim() !== '') blocks.push(child);
  }
  const elements = elementsIn(tree.children);
  if (elements.some((element) => classesOf(element).some((name) => layout.test(name)))) context.forms.add('layout');
  if (isPlate(section.kind) || elements.some((element) => classesOf(element).some((name) => ofPages.has(name))))
    context.forms.add('pages');
  if (isPlate(section.kind)) describePlate(section.id, blocks);
  if (heading) splitTitle(heading, numbering);
  markOpening(section, blocks, heading !== undefined);
  if (section.removed !== undefined) {
    const { printRemoved } = await import('./removed-line.ts'); // few chapters were removed anywhere
    blocks.unshift(printRemoved(section.removed, lang, section.lang));
  }
  return {
    value: {
      section,
      heading,
      title: numberedTitle(titleOf(section), numbering?.number),
      blocks,
      notes,
      anchors: context.anchors,
      headings: context.headings,
      forms: context.forms,
    },
    problems,
  };
}

/** The tree of a section, repaired where it holds what an author or a plug-in wrote; empty where that cannot be had. */
async function treeOf(
  context: SectionContext,
  { rehypePlugins, isVertical, deepest }: Pick<SectionOptions, 'rehypePlugins' | 'isVertical' | 'deepest'>,
): Promise<Outcome<HastRoot>> {
  const { section, anchors } = context;
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers: handlersFor(context) })
    .use(rehypePlugins);
  const notes = section.notes.map(({ definition }) => definition);
  const whole: Root = {
    type: 'root',
    children: [...(section.heading ? [section.heading] : []), ...section.content.children, ...notes],
  };
  try {
    const tree = (await processor.run(whole)) as HastRoot;
    const problems = [...context.problems, ...(await setFormulas(context.formulas, section.path))];
    await highlightCode(context.code);
    if (isVertical) setNumeralsUpright(tree);
    if (!context.needsRepair && rehypePlugins.length === 0) return { value: tree, problems };
    const { repairHtml } = await import('../html/repair.ts'); // parse5 is for manuscripts that need it
    const repaired = repairHtml(tree, { path: section.path, idPrefix: `${section.id}-`, deepest });
    for (const [typed, id] of repaired.anchors) if (!anchors.has(typed)) anchors.set(typed, id);
    return { value: repaired.value, problems: [...problems, ...repaired.problems] };
  } catch (error) {
    const failure = failureOf(error, { path: section.path }, rehypePlugins.length > 0);
    if (!failure) throw error;
    return { value: { type: 'root', children: [] }, problems: [failure] };
  }
}

function failureOf(error: unknown, place: Place, hasPlugins: boolean): Problem | undefined {
  if (error instanceof RangeError) {
    const reason = 'Quotations, lists or emphasis stand too deep in one another to be read.';
    return problem('nesting-too-deep', place, reason);
  }
  return hasPlugins ? problem('plugin-failed', place, pluginFault(error)) : undefined;
}
