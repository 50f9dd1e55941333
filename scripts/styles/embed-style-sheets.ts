/**
 * Makes an author's style sheets fit for a book. In: the templates, and the author's among them. Out: the templates, in the sheets
 * nothing that EPUBCheck refuses or that is fetched; the typefaces and pictures that they name; the lines of the sheets.
 * Refuses to know: themes, editions, what a rule looks like.
 */
import type { OpenAsset } from '../book/assets.ts';
import { encodeUtf8 } from '../book/bytes.ts';
import { cleanText } from '../book/clean-text.ts';
import type { Design } from '../book/design.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { Form, Publication, Resource, TemplateName, Templates } from '../book/publication.ts';
import { withForms } from '../book/style-sheet.ts';
import { collector } from '../report/collector.ts';
import { type Outcome, problem } from '../report/problem.ts';

export interface BookStyles {
  readonly templates: Templates;
  /** Typefaces and pictures that the sheets name. */
  readonly resources: readonly Resource[];
  /** The sheet that adds to the theme's. */
  readonly added?: Resource | undefined;
  /** How the colophon calls the author's own typefaces. */
  readonly typefaces?: string | undefined;
  /** SHA-256 of the author's files among them, by manuscript path. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** The author's sheets as they were cleaned. */
  readonly sheets: readonly OwnSheet[];
}

/** A sheet of the author's as it was cleaned. */
export interface OwnSheet {
  /** The sheet of the book that holds it. */
  readonly href: string;
  readonly path: string;
  readonly css: string;
  /** For each line of it the line (from 1) of the author's. */
  readonly lines: readonly number[];
}

/** The templates that open a sheet of the book, and those that follow them there. */
const bound = [
  ['core.css', 'style.css'],
  ['core-modern.css', 'modern.css'],
] as const;

/** The sheet that adds to the theme's, as the book has it. */
export const addedSheet = { id: 'added-style', href: 'added.css' } as const;

/** Cleans each style sheet of the author's, and adds the style of the forms that the book holds. What is left out is a warning at its line, `style-left-out` or `style-file`. */
export async function embedStyleSheets(
  templates: Templates,
  manuscript: Pick<Manuscript, 'templates' | 'styleSheet' | 'open'>,
  options: {
    readonly openAsset: OpenAsset;
    readonly limits: Limits;
    readonly design: Pick<Design, 'theme' | 'fonts' | 'options'>;
    readonly forms: ReadonlySet<Form>;
  },
): Promise<Outcome<BookStyles>> {
  const { problems, take, add } = collector();
  const names = [...templates.keys()].filter((name) => name.endsWith('.css') && manuscript.templates.has(name));
  const { styleSheet } = manuscript;
  const { design, forms } = options;
  if (names.length === 0 && !styleSheet && !design.fonts) {
    const formed = withForms(templates, forms, design);
    return { value: { templates: formed, resources: [], fingerprints: new Map(), sheets: [] }, problems };
  }
  const [{ cleanStyleSheet }, { styleFiles }, { ownTypefaces }] = await Promise.all([
    import('./clean-style-sheet.ts'),
    import('./open-files.ts'),
    import('./own-typefaces.ts'),
  ]);
  const files = styleFiles(manuscript, options);
  const clean = async (text: string, path: string) => {
    const { lines, namespaces } = take(await cleanStyleSheet(take(cleanText(text, path)), path, files.open));
    return { css: lines.map(({ css }) => `${css}\n`).join(''), lines: lines.map(({ line }) => line), namespaces };
  };
  const cleaned = new Map<TemplateName, string>(templates);
  const sheets = new Map<TemplateName, Awaited<ReturnType<typeof clean>>>();
  for (const name of names) {
    const sheet = await clean(templates.get(name) ?? '', `templates/${name}`);
    cleaned.set(name, sheet.css);
    sheets.set(name, sheet);
  }
  const made = new Map(withForms(cleaned, forms, design));
  for (const names of bound) {
    // A namespace counts for what follows it, and before the first rule only (CSS Namespaces 3 §3).
    const spaces = names.map((name) => sheets.get(name)?.namespaces ?? '').join('');
    made.set(names[0], `${spaces}${made.get(names[0]) ?? ''}`);
  }
  const own: OwnSheet[] = [...sheets].map(([name, { css, lines }]) => ({
    href: /modern|vertical/.test(name) ? 'modern.css' : 'style.css',
    path: `templates/${name}`,
    css,
    lines,
  }));
  const typefaces = design.fonts && take(await ownTypefaces(design.fonts, design.theme, files.open));
  const sheet = styleSheet && (await clean(styleSheet.text, styleSheet.path));
  const head = `${sheet?.namespaces ?? ''}${typefaces?.css ?? ''}`;
  const css = `${head}${sheet?.css ?? ''}`;
  const isAdded = styleSheet !== undefined || css !== '';
  if (styleSheet && sheet) own.push({ ...sheet, href: addedSheet.href, path: styleSheet.path });
  if (isAdded && !/\baddedSheet\b/.test(templates.get('page.xhtml.ejs') ?? '')) add([notLinked]);
  const value = {
    templates: made,
    resources: [...files.resources.values()],
    added: isAdded ? { ...addedSheet, mediaType: 'text/css', properties: [], bytes: encodeUtf8(css) } : undefined,
    typefaces: typefaces?.told,
    fingerprints: files.fingerprints,
    sheets: own,
  };
  return { value, problems };
}

/** A publication with the sheet that adds to the theme's: the last of all, so that it wins. */
export function withAddedSheet(publication: Publication, added: Resource | undefined): Publication {
  return added ? { ...publication, resources: [...publication.resources, added], addedSheet: added.href } : publication;
}

const notLinked = problem(
  'style-left-out',
  { path: 'templates/page.xhtml.ejs' },
  'Your page template does not link the sheet with the style and the typefaces that you add, so no page shows them.',
  'Put <% if (addedSheet) { %><link rel="stylesheet" type="text/css" href="<%= addedSheet %>"/><% } %> at the end of its head.',
);
