/** How headings look: levels without gaps, ids by their words. */
import type { Heading } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import { pandocId, slugs } from '../../book/slugs.ts';
import { classesOf, elementOf } from '../../html/hast-nodes.ts';
import { headingLevels } from '../../html/heading-levels.ts';
import { plainText } from '../plain-text.ts';
import { childrenOf, patched, type SectionContext } from './section-context.ts';

/** Sets headings; those below the section's own are noted for the contents, all for links. */
export function headingHandler({ section, anchors, headings }: SectionContext): Handler {
  const slug = slugs();
  const levelOf = headingLevels(section.heading?.depth);
  return (state, node: Heading) => {
    const isOwn = node === section.heading;
    const title = plainText(node.children);
    const name = slug(title);
    const id = isOwn ? `${section.id}-title` : `${section.id}-h-${name.ascii}`;
    anchors.set(name.typed, id);
    const byPandoc = pandocId(title);
    if (!anchors.has(byPandoc)) anchors.set(byPandoc, id);
    const { id: typed, classes = [] } = node.data?.authored ?? {};
    if (typed !== undefined) anchors.set(typed, id);
    const level = isOwn ? 1 : levelOf(node.depth);
    // The chapters of another book are not those of this one.
    if (!isOwn && title && !classes.includes('unlisted') && section.kind !== 'excerpt')
      headings.push({ id, level, title });
    const made = patched(state, node, elementOf(`h${level}`, { id }, childrenOf(state, node)));
    if (isOwn) made.properties['className'] = ['title', ...classesOf(made)];
    return made;
  };
}
