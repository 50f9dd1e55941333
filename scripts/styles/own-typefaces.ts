/**
 * The author's own typefaces. In: what `fonts:` in book.yaml names. Out: the rules of a style sheet that set the book in them, and how
 * the colophon calls them. The files go into the book as those of any style sheet do.
 */
import type { OwnFonts } from '../book/font-faces.ts';
import { faceNames, faceTraits } from '../book/font-faces.ts';
import { type ThemeName, themes } from '../book/themes.ts';
import { collector } from '../report/collector.ts';
import { type Outcome, type Place, problem } from '../report/problem.ts';
import type { OpenFile } from './open-files.ts';

interface OwnTypefaces {
  /** A rule a line. */
  readonly css: string;
  /** Their names and their licence; empty where none could be had. */
  readonly told: string;
}

/** What is set in which: `body > main` is the web edition's body. */
const uses = [
  { key: 'body', family: 'Own Body', selector: 'body, body > main' },
  { key: 'headings', family: 'Own Headings', selector: 'h1, h2, h3, h4, h5, h6, .title-page .book-title' },
] as const;

/**
 * Opens the typefaces. A file that is none is the warning `style-file`; one whose maker forbids to embed it, `typeface-embedding`;
 * where no licence is stated, the hint `typeface-licence`.
 */
export async function ownTypefaces(
  { licence, place, ...fonts }: OwnFonts,
  theme: ThemeName,
  open: OpenFile,
): Promise<Outcome<OwnTypefaces>> {
  const { problems, take, add } = collector();
  const rules: string[] = [];
  const names = new Set<string>();
  for (const { key, family, selector } of uses) {
    // Titles are bold: a sole file is the face they have, or a reader would thicken it.
    const faces = key === 'headings' ? { bold: fonts.headings?.regular, ...fonts.headings } : fonts.body;
    const opened: string[] = [];
    for (const name of faces ? faceNames : []) {
      const path = faces?.[name];
      const file = path === undefined ? undefined : take(await open(path, 'font', place));
      if (!file || path === undefined) continue;
      opened.push(`@font-face { font-family: "${family}"; ${faceTraits[name]} src: url("${file.href}"); }`);
      names.add(nameOf(path));
    }
    if (opened.length > 0)
      rules.push(...opened, `${selector} { font-family: "${family}", ${themes[theme].typeface.generic}; }`);
  }
  if (rules.length > 0 && licence === undefined) add([noLicence(place)]);
  const listed = [...names].join(', ');
  const told = licence === undefined || listed === '' ? listed : `${listed} (${licence})`;
  return { value: { css: rules.map((rule) => `${rule}\n`).join(''), told }, problems };
}

/** The name of a family by that of a file: “Alegreya” of `fonts/Alegreya-BoldItalic.ttf`. */
function nameOf(path: string): string {
  const stem = (path.split(/[/\\]/).at(-1) ?? path).replace(/\.[^.]*$/, '');
  return (
    stem.replace(
      /(?<=[^-_ ])(?:[-_ ]+(?:regular|roman|book|italic|oblique|bold|semibold|medium|light|black)+)+$/i,
      '',
    ) || stem
  );
}

const noLicence = (place: Place) =>
  problem(
    'typeface-licence',
    place,
    'The book holds typefaces of yours and does not say by what right.',
    'Add “licence: …” below “fonts:”, for example “SIL Open Font License 1.1, © 2011 Juan Pablo del Peral”; the colophon prints it.',
  );
