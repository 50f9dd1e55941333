/**
 * Makes an author's style sheets fit for a book. In: the templates, and the author's among them. Out: the templates, in the sheets
 * nothing that EPUBCheck refuses or that is fetched; the typefaces and pictures that they name; which line of a sheet is whose.
 * Refuses to know: themes, editions, what a rule looks like.
 */
import type { OpenAsset } from '../book/assets.ts';
import { cleanText } from '../book/clean-text.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { BoundDocument, Resource, TemplateName, Templates } from '../book/publication.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';

export interface BookStyles {
  readonly templates: Templates;
  /** Typefaces and pictures that the sheets name. */
  readonly resources: readonly Resource[];
  /** SHA-256 of the author's files among them, by manuscript path. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** The sheets as they are bound, which lead back from their lines to the author's. */
  readonly documents: readonly BoundDocument[];
}

/** A sheet of the book, and the two templates that it is printed from. */
const bound = [
  { href: 'style.css', first: 'core.css', second: 'style.css' },
  { href: 'modern.css', first: 'core-modern.css', second: 'modern.css' },
] as const;

/** Cleans each style sheet of the author's. What is left out is a warning at its line, `style-left-out` or `style-file`. */
export async function embedStyleSheets(
  templates: Templates,
  manuscript: Pick<Manuscript, 'templates' | 'open'>,
  options: { readonly openAsset: OpenAsset; readonly limits: Limits },
): Promise<Outcome<BookStyles>> {
  const { problems, take } = collector();
  const names = [...templates.keys()].filter((name) => name.endsWith('.css') && manuscript.templates.has(name));
  if (names.length === 0)
    return { value: { templates, resources: [], fingerprints: new Map(), documents: [] }, problems };
  const [{ cleanStyleSheet }, { styleFiles }] = await Promise.all([
    import('./clean-style-sheet.ts'),
    import('./open-files.ts'),
  ]);
  const files = styleFiles(manuscript, options);
  const made = new Map<TemplateName, string>(templates);
  const lines = new Map<TemplateName, readonly number[]>();
  const namespaces = new Map<TemplateName, string>();
  for (const name of names) {
    const path = `templates/${name}`;
    const sheet = take(await cleanStyleSheet(take(cleanText(templates.get(name) ?? '', path)), path, files.open));
    made.set(name, sheet.lines.map(({ css }) => `${css}\n`).join(''));
    lines.set(
      name,
      sheet.lines.map(({ line }) => line),
    );
    namespaces.set(name, sheet.namespaces);
  }
  const documents: BoundDocument[] = [];
  for (const { href, first, second } of bound) {
    // A namespace counts for what follows it, and before the first rule only (CSS Namespaces 3 §3).
    const head = `${namespaces.get(first) ?? ''}${namespaces.get(second) ?? ''}${made.get(first) ?? ''}`;
    made.set(first, head);
    const own = lines.get(second);
    const before = head === '' && href === 'style.css' ? [] : head.split('\n').map(() => 0);
    if (own) documents.push({ href, path: `templates/${second}`, lines: [...before, ...own] });
  }
  const { resources, fingerprints } = files;
  return { value: { templates: made, resources: [...resources.values()], fingerprints, documents }, problems };
}
