/**
 * What an author of a book of ours added to the theme. In: the package, its files and its colophon. Out: `style.css`, the keys of
 * `fonts:`, and the files that both name.
 */
import type { Element } from 'hast';
import { pathIn } from '../../book/epub-addresses.ts';
import type { OwnFaces } from '../../book/font-faces.ts';
import { type FaceName, faceNames, faceTraits } from '../../book/font-faces.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { typefaces } from '../../book/typefaces.ts';
import { classesOf } from '../../html/hast-nodes.ts';
import { findElement } from '../html/parse-page.ts';
import { visibleText } from '../html/visible.ts';
import type { Files } from '../unzip.ts';
import { type Package, textOf } from './package.ts';

export interface AddedStyle {
  readonly facts: Facts;
  /** Bytes by manuscript path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly styleSheet?: string | undefined;
}

const face = /^@font-face \{ font-family: "Own (Body|Headings)"; (.*) src: url\("([^"]*)"\); \}$/;
const use = /^[^{"]* \{ font-family: "Own (?:Body|Headings)", [a-z-]+; \}$/;

/** Takes the sheet of a book apart; nothing comes of a book without one. */
export function addedStyle(pack: Package, files: Files, colophon: Element | undefined): AddedStyle {
  const sheet = pack.items.get('added-style');
  const lines = textOf((sheet && files.get(sheet.path)) ?? new Uint8Array()).split('\n');
  const kept = new Map<string, Uint8Array>();
  if (!sheet) return { facts: {}, files: kept };
  const keep = (href: string, as = href): void => {
    const bytes = files.get(pathIn(pack.path, href) ?? '');
    if (bytes) kept.set(as, bytes);
  };
  const { names, licence } = toldOf(colophon);
  const paths = new Map<string, string>();
  const fonts: { body?: OwnFaces; headings?: OwnFaces } = {};
  for (const line of lines) {
    const [, family, traits, href = ''] = face.exec(line) ?? [];
    const name = faceNames.find((each) => faceTraits[each] === traits);
    if (family === undefined || name === undefined) continue;
    const key = family === 'Body' ? 'body' : 'headings';
    const path =
      paths.get(href) ?? fontPath((key === 'body' ? names[0] : names.at(-1)) ?? 'typeface', { key, name, href });
    paths.set(href, path);
    keep(href, path);
    fonts[key] = { ...fonts[key], [name]: path };
  }
  const rest = lines
    .filter((line) => !face.test(line) && !use.test(line))
    .join('\n')
    .replace(/url\("((?:fonts|images)\/style-\d+\.\w+)"\)/g, (whole, href: string) => {
      const path = paths.get(href);
      if (path === undefined) keep(href);
      return path === undefined ? whole : `url("${path}")`;
    });
  const hasFonts = paths.size > 0;
  return {
    facts: hasFonts ? { fonts: { ...fonts, licence } } : {},
    files: kept,
    styleSheet: hasFonts && rest === '' ? undefined : rest,
  };
}

/** A path that gives the colophon the name again. */
function fontPath(
  family: string,
  { key, name, href }: { readonly key: string; readonly name: FaceName; readonly href: string },
): string {
  const plain = /^[^/\\:*?"<>|.]+$/.test(family) ? family : 'typeface';
  return `fonts/${key}/${plain}-${name}.${href.split('.').at(-1)}`;
}

/** What the colophon says of typefaces that are not the theme's. */
function toldOf(colophon: Element | undefined) {
  const row = colophon && findElement(colophon, (each) => classesOf(each).join(' ') === 'made typefaces');
  const value = row && findElement(row, (each) => classesOf(each).includes('made-value'));
  const told = value ? visibleText(value.children, () => false) : '';
  const own = Object.values(typefaces).reduce((rest, { family }) => rest.replace(`${family}, `, ''), told);
  const [, names = '', licence] = /^([^(]*?)(?: \((.*)\))?$/.exec(own) ?? [];
  return { names: names.split(', ').filter(Boolean), licence };
}
