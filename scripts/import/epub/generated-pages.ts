/** What the press adds to a book: the pages it prints itself, and what these and the package say of the book's design. */

import type { Element } from 'hast';
import { labelsFor } from '../../book/labels.ts';
import { type ContributorRole, contributorRoles } from '../../book/metadata.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { type SectionKind, sectionKinds } from '../../book/sections.ts';
import { themes } from '../../book/themes.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { elementsNamed } from '../../html/read-xml.ts';
import { findElement, findElements, typesOf } from '../html/parse-page.ts';
import { visibleText } from '../html/visible.ts';
import type { Files } from '../unzip.ts';
import { isAboutPage } from './about-page.ts';
import { type Package, textOf } from './package.ts';

/** Pages that the press prints itself have no `header`, and marks of their own. */
export function isGenerated(section: Element): boolean {
  const id = attributeOf(section, 'id');
  if (isAboutPage(section)) return true;
  if (id === 'title-page') return findElement(section, (each) => classesOf(each).includes('book-title')) !== undefined;
  if (id === 'cover') return findElement(section, (each) => typesOf(each).includes('doc-cover')) !== undefined;
  if (id === 'colophon') return isMadeColophon(section);
  const heading = findElement(section, ({ tagName }) => tagName === 'h1');
  return id === 'contents' && heading !== undefined && section.children.includes(heading);
}

function isMadeColophon(section: Element): boolean {
  return findElement(section, (each) => classesOf(each).includes('made-value')) !== undefined;
}

/** What the book says of its design; the press's own choice is not said. */
export function designFacts(pack: Package, hasColophon: boolean, ornament: string | undefined): Facts {
  const said = (name: string) =>
    elementsNamed(pack.metadata, 'meta').find(({ attributes }) => attributes['name'] === name)?.attributes['content'];
  return {
    theme: said('fleuron:theme'),
    design: optionsOf(said('fleuron:design')),
    'toc-depth': said('fleuron:toc-depth'),
    ornament: ornament ?? said('fleuron:ornament'),
    colophon: hasColophon ? undefined : 'no',
  };
}

/** Options of a design, as the package has them: `opening: drop-cap; number: words`. */
const optionsOf = (said: string | undefined): Facts['design'] =>
  said === undefined ? undefined : Object.fromEntries(said.split('; ').map((option) => option.split(': ')));

/** Embedded typefaces, and the theme that they are of. */
export function typefaceFacts({ items }: Package, files: Files): Facts {
  const sheet = items.get('font-style');
  if (!sheet) return {};
  const css = textOf(files.get(sheet.path) ?? new Uint8Array());
  const theme = Object.entries(themes).find(
    ([
      ,
      {
        typeface: { family },
      },
    ]) => css.includes(`"${family}"`),
  )?.[0];
  return { theme: theme === 'classic' ? undefined : theme, 'embed-fonts': 'yes' };
}

/** The kind of section that a page's class names. */
export function kindOf(section: Element): SectionKind {
  return sectionKinds.find((kind) => classesOf(section)[0] === kind) ?? 'chapter';
}

/** The title page tells `beta` from `editor`, which share a MARC code. */
export function roleOnTitlePage(name: string, page: Element | undefined, lang: string): ContributorRole | undefined {
  const { roles } = labelsFor(lang);
  const lines = page ? findElements(page, (each) => classesOf(each).includes('book-contributor')) : [];
  for (const line of lines) {
    const label = findElement(line, (each) => classesOf(each).includes('book-role'));
    if (
      !label ||
      visibleText(
        line.children.filter((child) => child !== label),
        () => false,
      ).trim() !== name
    )
      continue;
    const words = visibleText(label.children, () => false);
    const found = Object.keys(contributorRoles).find((role) => roles[role as keyof typeof roles] === words);
    if (found) return found as ContributorRole;
  }
  return undefined;
}
