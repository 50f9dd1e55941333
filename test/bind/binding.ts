/** Manuscripts of strings bound, for tests that look into the book. */

import type { Picture } from '../../scripts/book/book.ts';
import type { TemplateName, Templates } from '../../scripts/book/publication.ts';
import type { Problem } from '../../scripts/report/problem.ts';
import { ownTemplates, render } from '../render/rendering.ts';
import { bindEpub } from '../tools/bind-epub.ts';
import { type Epub, readEpub } from '../tools/epub.ts';

export interface Binding {
  readonly bytes: Uint8Array | undefined;
  readonly problems: readonly Problem[];
}

/** Reads, renders and binds a manuscript. */
export async function bind(
  files: Readonly<Record<string, string>>,
  pictures: readonly Picture[] = [],
  templates: Templates = ownTemplates,
): Promise<Binding> {
  const { publication } = await render(files, pictures);
  const { value, problems } = await bindEpub(publication, templates);
  return { bytes: value?.bytes, problems };
}

/** The book of a manuscript that must bind. */
export async function bound(files: Readonly<Record<string, string>>, pictures: readonly Picture[] = []): Promise<Epub> {
  const { bytes, problems } = await bind(files, pictures);
  if (!bytes) throw new Error(JSON.stringify(problems));
  return readEpub(bytes);
}

/** The press's templates with one of them replaced. */
export const withTemplate = (name: TemplateName, text: string): Templates => new Map([...ownTemplates, [name, text]]);
