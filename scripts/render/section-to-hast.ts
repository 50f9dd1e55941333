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
import type { Metadata } from '../book/metadata.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { settleOpening } from './chapter-opening.ts';
import { partTitle } from './chapter-title.ts';
import { type ContentContext, contentHandlers } from './handlers.ts';
import { plainText } from './plain-text.ts';

export interface Composed {
  readonly section: Section;
  /** The section's own heading. */
  readonly heading?: Element | undefined;
  /** Its title in contents and head. */
  readonly title?: string | undefined;
  readonly blocks: readonly ElementContent[];
  /** One `aside` a note, in order. */
  readonly notes: readonly Element[];
  /** What links may name → id in the book. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly headings: ContentContext['headings'];
}

export interface ComposeOptions {
  readonly metadata: Metadata;
  readonly labels: Labels;
  /** What is printed between scenes. */
  readonly ornament: string;
  readonly rehypePlugins: PluggableList;
  /** How many levels raw HTML keeps. */
  readonly deepest: number;
}

/** Composes one section. */
export async function composeSection(
  section: Section,
  { labels, ornament, rehypePlugins, deepest }: ComposeOptions,
): Promise<Outcome<Composed>> {
  const problems: Problem[] = [];
  const context: ContentContext = { section, labels, ornament, needsRepair: false, anchors: new Map(), headings: [] };
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers: contentHandlers(context) })
    .use(rehypePlugins);
  const whole: Root = {
    type: 'root',
    children: [
      ...(section.heading ? [section.heading] : []),
      ...section.content.children,
      ...section.notes.map((note) => note.definition),
    ],
  };
  let tree: HastRoot;
  try {
    tree = (await processor.run(whole)) as HastRoot;
    if (context.needsRepair || rehypePlugins.length > 0) {
      const { repairHtml } = await import('../html/repair.ts'); // parse5 is for manuscripts that need it
      const repaired = repairHtml(tree, { path: section.path, idPrefix: `${section.id}-`, deepest });
      for (const each of repaired.problems) problems.push(each);
      tree = repaired.value;
      for (const [typed, id] of repaired.anchors) if (!context.anchors.has(typed)) context.anchors.set(typed, id);
    }
  } catch (error) {
    const place = { path: section.path };
    if (error instanceof RangeError)
      problems.push(
        problem(
          'nesting-too-deep',
          place,
          'Unexpected nesting of quotations, lists or emphasis, expected fewer levels',
        ),
      );
    else if (rehypePlugins.length > 0)
      problems.push(
        problem(
          'plugin-failed',
          place,
          `Unexpected failure of a plug-in: ${error instanceof Error ? error.message : String(error)}`,
        ),
      );
    else throw error;
    tree = { type: 'root', children: [] };
  }
  let heading: Element | undefined;
  const blocks: ElementContent[] = [];
  const notes: Element[] = [];
  for (const child of tree.children) {
    if (child.type === 'doctype') continue;
    if (child.type === 'element' && child.properties['id'] === `${section.id}-title` && !heading) heading = child;
    else if (child.type === 'element' && child.properties['epubType'] === 'footnote') notes.push(child);
    else if (child.type !== 'text' || child.value.trim() !== '') blocks.push(child);
  }
  if (heading) partTitle(heading);
  settleOpening(section, blocks, heading !== undefined);
  const title = (section.heading && plainText(section.heading.children)) || section.title;
  return {
    value: { section, heading, title, blocks, notes, anchors: context.anchors, headings: context.headings },
    problems,
  };
}
