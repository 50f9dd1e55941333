/** Links from one saved page to another. In: the names of the pages that are imported together. Out: what each link means, and a hint for those that lead to none of them. */
import { decoded } from '../../book/file-names.ts';
import { type Problem, problem } from '../../report/problem.ts';

export interface PageLinks {
  /** The address of a page by its name alone: where the pages lie is not known. Undefined where a link leads to none of them. */
  readonly resolve: (href: string) => string | undefined;
  readonly leftOut: (path: string) => readonly Problem[];
}

/** Reads links, and counts those that lead to a file which is not there: of them the words stay. */
export function pageLinks(together: ReadonlySet<string> = new Set()): PageLinks {
  const missing = new Set<string>();
  const resolve = (href: string): string | undefined => {
    const address = href.replace(/[?#].*$/s, '');
    if (address === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return undefined;
    const name = decoded(address).split('/').at(-1) ?? '';
    if (together.has(name)) return encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29');
    // A page’s other links lead to places of its site.
    if (/^[^/].*\.x?html?$/i.test(address)) missing.add(address);
    return undefined;
  };
  const leftOut = (path: string): readonly Problem[] => {
    const [first] = missing;
    if (first === undefined) return [];
    const more = missing.size > 1 ? ` (and ${missing.size - 1} more)` : '';
    const reason = `Left out: links to “${first.slice(0, 80)}”${more}, not among the pages that are imported; their words stay`;
    return [problem('import-left-out', { path }, reason, 'Import the pages together, in their order.')];
  };
  return { resolve, leftOut };
}
