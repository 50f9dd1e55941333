/** Names of headings, as links use them: the press gives them, the importers take them back. */

/** A heading's name: as an author would write it in a link, and as an id that every reading system takes. */
interface Slug {
  readonly typed: string;
  readonly ascii: string;
}

/** Makes slugs as Markdown editors do, lower case with hyphens, each once: “The Door” twice is `the-door`, `the-door-1`. */
export function slugs(): (title: string) => Slug {
  const met = new Map<string, number>();
  const taken = new Set<string>();
  return (title) => {
    const base = title
      .toLowerCase()
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    const count = met.get(base) ?? 0;
    met.set(base, count + 1);
    const typed = count ? `${base}-${count}` : base;
    const plain =
      typed
        .normalize('NFD')
        .replace(/[^\w-]/g, '')
        .slice(0, 60) || 'untitled';
    let ascii = plain;
    for (let at = 2; taken.has(ascii); at++) ascii = `${plain}-${at}`;
    taken.add(ascii);
    return { typed, ascii };
  };
}

/** The name that pandoc gives a heading: no formatting, no punctuation but `_-.`, from the first letter on. */
export function pandocId(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_.-]/gu, '')
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}]+/u, '');
}
