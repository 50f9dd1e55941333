/** What the index of the documentation lists. In: its Markdown. Out: its parts, each with the paths of its pages. */

export interface Part {
  readonly title: string;
  readonly paths: readonly string[];
}

/** The parts under headings of the second level, with the documents that their lines link to, in order, each once. */
export function listedParts(index: string, documents: ReadonlyMap<string, unknown>): readonly Part[] {
  return index
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = ''] = part.split('\n', 1);
      const links = [...part.matchAll(/\]\(([^)#\s]+\.md)\)/g)].map(([, link = '']) =>
        `docs/${link}`.replace('docs/../', ''),
      );
      return { title, paths: [...new Set(links)].filter((path) => documents.has(path)) };
    });
}
