/** Markdown through repair to markup, the way a section goes. */
import type { Root } from 'hast';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { type Repaired, repairHtml } from '../../scripts/html/repair.ts';

/** The tree that remark-rehype makes, raw nodes and all. */
export function treeOf(markdown: string): Root {
  const processor = unified().use(remarkParse).use(remarkRehype, { allowDangerousHtml: true });
  return processor.runSync(processor.parse(markdown));
}

/** A section's Markdown, repaired. */
export function repaired(markdown: string): Repaired {
  return repairHtml(treeOf(markdown), { path: 'chapter.md', idPrefix: 'c-' });
}

/** As it is printed, on one line. */
export function markupOf({ value }: Repaired): string {
  return printXhtml(value.children).markup.replace(/\s*\n\s*/g, '');
}
