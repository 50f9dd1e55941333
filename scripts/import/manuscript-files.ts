/** In: an imported book. Out: the files of its manuscript, named so that the press puts them back in the same order, and the keys of its `book.yaml`. */
import { comparePaths } from '../book/file-names.ts';
import type { SourceFile } from '../book/manuscript.ts';
import type { Facts } from '../book/metadata-schema.ts';
import { type Matter, traitsOf } from '../book/sections.ts';
import type { ImportedBook, ImportedSection } from './imported.ts';
import { printYaml } from './print-yaml.ts';

export interface ManuscriptFiles {
  readonly facts: Facts;
  readonly files: readonly SourceFile[];
}

/** Names the files, and prints what stands above their text. */
export function manuscriptFiles({ facts, sections }: ImportedBook): ManuscriptFiles {
  const files = sections.map(({ stem, facts: own, text, origin }): SourceFile => {
    const block = own === undefined ? '' : printYaml(own);
    if (!block) return { path: `${stem}.md`, text, origin };
    const above = `---\n${block}---\n\n`;
    const lines = origin && [
      ...above
        .split('\n')
        .slice(1)
        .map(() => 1),
      ...origin.lines,
    ];
    return { path: `${stem}.md`, text: above + text, ...(origin && lines && { origin: { ...origin, lines } }) };
  });
  const order = needsOrder(sections, facts.title) ? { order: files.map(({ path }) => path) } : {};
  return { facts: { ...facts, ...order }, files };
}

const matters: readonly Matter[] = ['frontmatter', 'bodymatter', 'backmatter'];

/** Whether names alone would give another order, or another title: a sole file’s heading may pass for the book’s. */
function needsOrder(sections: readonly ImportedSection[], title: string | undefined): boolean {
  const ranks = sections.map(({ kind }) => matters.indexOf(traitsOf(kind).matter) * 100 + traitsOf(kind).place);
  const sameRank = new Map<number, string>();
  const sole = sections.length === 1 ? sections[0] : undefined;
  return (
    ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0)) ||
    // A book that kept its addresses may have chapter 21 between 3 and 4.
    sections.some(
      ({ kind, stem }, at) => kind === sections[at - 1]?.kind && comparePaths(sections[at - 1]?.stem ?? '', stem) > 0,
    ) ||
    sections.some(({ kind }, at) => {
      const other = sameRank.get(ranks[at] ?? 0);
      sameRank.set(ranks[at] ?? 0, kind);
      return other !== undefined && other !== kind;
    }) ||
    (sole !== undefined && /^## /m.test(sole.text) && sole.text.startsWith(`# ${String(title)}\n`))
  );
}
