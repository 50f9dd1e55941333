/** The typeface that a book of our own press brings along, back to the keys that said so. In: its package and files. Out: facts for `book.yaml`. */

import type { Facts } from '../../book/metadata-schema.ts';
import { typefaces } from '../../book/typefaces.ts';
import type { Files } from '../unzip.ts';
import { type Package, textOf } from './package.ts';

/** Embedded typefaces, and the theme that they are of. */
export function typefaceFacts({ items }: Package, files: Files): Facts {
  const sheet = items.get('font-style');
  if (!sheet) return {};
  const css = textOf(files.get(sheet.path) ?? new Uint8Array());
  const theme = Object.entries(typefaces).find(([, { family }]) => css.includes(`"${family}"`))?.[0];
  return { theme: theme === 'classic' ? undefined : theme, 'embed-fonts': 'yes' };
}
