/** Bodies, publications and books made into editions, for assertions. */

import type { ElementContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Picture } from '../../scripts/book/book.ts';
import { type EditionName, editions } from '../../scripts/book/editions.ts';
import type { Publication, Templates } from '../../scripts/book/publication.ts';
import { makeEdition } from '../../scripts/editions/make-edition.ts';
import { parseXhtml } from '../../scripts/html/parse-xhtml.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import type { Problem } from '../../scripts/report/problem.ts';
import { ownTemplates, render } from '../render/rendering.ts';
import { bindEpub } from '../tools/bind-epub.ts';
import { withoutIds } from '../tools/xml.ts';

export interface Edited {
  readonly publication: Publication;
  readonly templates: Templates;
  readonly problems: readonly Problem[];
  /** The file's bytes. */
  readonly bytes: Uint8Array;
}

/** A manuscript of strings in one edition. */
export async function edit(
  name: EditionName,
  files: Readonly<Record<string, string>>,
  pictures: readonly Picture[] = [],
  templates: Templates = ownTemplates,
): Promise<Edited> {
  const { publication } = await render(files, pictures);
  const { value, problems } = await makeEdition(name, publication, templates);
  const bound = value.file
    ? { value: { bytes: value.file }, problems: [] }
    : await bindEpub(value.publication, value.templates);
  if (!bound.value) throw new Error(JSON.stringify(bound.problems));
  return {
    ...value,
    problems: [...problems, ...bound.problems, ...(value.judge?.(bound.value.bytes) ?? [])],
    bytes: bound.value.bytes,
  };
}

/** The nodes of markup that is well-formed. */
export function parsed(markup: string): readonly ElementContent[] {
  const outcome = parseXhtml(markup);
  if ('malformed' in outcome) throw new Error(`${outcome.malformed} in ${markup}`);
  return outcome.nodes;
}

/** The markup of nodes, such as a document's content, without the ids of paragraphs. */
export const printed = (nodes: readonly ElementContent[] = []): string => withoutIds(printXhtml(nodes).markup);

/** The words of nodes, to the character. */
export const wordsOf = (nodes: readonly ElementContent[] = []): string => textOf(nodes);

/** The names of a table that a test goes through. */
export const names = Object.keys(editions) as readonly EditionName[];
