/** An mdBook or a GitBook in its order. In: a folder of sources and the path of its SUMMARY.md. Out: an arrangement: parts, chapters, what comes before and after. */
import type { Facts } from '../../book/metadata-schema.ts';
import type { Problem } from '../../report/problem.ts';
import { arrangeListed } from './arrange-listed.ts';
import { factsOfJson } from './book-table.ts';
import { readSummary } from './mdbook-summary.ts';
import { readBookToml } from './mdbook-toml.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement } from './spine-item.ts';

/** Arranges the files that SUMMARY.md lists; others are left out with a hint. */
export async function arrangeMdbook(source: SourceFolder, summary: string, text: string): Promise<Arrangement> {
  const { facts, problems } = await factsOf(source);
  const listed = arrangeListed(source, summary, readSummary(text));
  return { dialect: 'mdbook', facts, ...listed, problems: [...problems, ...listed.problems], pictureFolders: [] };
}

async function factsOf(
  source: SourceFolder,
): Promise<{ readonly facts: Facts; readonly problems: readonly Problem[] }> {
  const textOf = (path: string) => (source.names.includes(path) ? source.text(path) : undefined);
  const toml = textOf('book.toml');
  if (toml === undefined) return factsOfJson(textOf('book.json'), 'book.json');
  const read = await readBookToml(toml, 'book.toml');
  return { facts: read.value.facts, problems: read.problems };
}
