/**
 * The outline that a writer's project keeps its texts in, as sections of a book. In: folders and texts. Out: parts and chapters. A folder of
 * folders is a part; a folder of texts, or a text alone, is a chapter, and the texts in it are its scenes.
 */
import { type Problem, problem } from '../report/problem.ts';

export interface OutlineNode<Content> {
  readonly title: string;
  /** What it says itself; undefined for a folder without words. */
  readonly content: Content | undefined;
  readonly children: readonly OutlineNode<Content>[];
}

export interface OutlineSection<Content> {
  readonly kind: 'part' | 'chapter';
  readonly title: string;
  /** What stands under its heading, scene by scene. */
  readonly contents: readonly Content[];
  /** How many of its scenes have a name, which the book leaves out. */
  readonly named: number;
}

/** The sections, in reading order. */
export function outlineSections<Content>(nodes: readonly OutlineNode<Content>[]): readonly OutlineSection<Content>[] {
  return nodes.flatMap((node): readonly OutlineSection<Content>[] => {
    const { title, children, content } = node;
    const own = content === undefined ? [] : [content];
    if (children.some((child) => child.children.length > 0))
      return [{ kind: 'part', title, contents: own, named: 0 }, ...outlineSections(children)];
    const below = children.flatMap((child) => (child.content === undefined ? [] : [child.content]));
    const contents = [...own, ...below];
    const named = children.filter(({ content: words, title: name }) => words !== undefined && name !== '').length;
    return contents.length === 0 && children.length === 0 && title === ''
      ? []
      : [{ kind: 'chapter', title, contents, named }];
  });
}

/** A hint that counts the names of scenes; none where no scene has one. */
export function namesLeftOut(sections: readonly { readonly named: number }[], path: string): readonly Problem[] {
  const named = sections.reduce((sum, section) => sum + section.named, 0);
  return named === 0
    ? []
    : [problem('import-left-out', { path }, `Left out: names of scenes, which part them: ${named}`)];
}
