/**
 * Joins a book to its version before. In: a rendered book, and the bytes of an EPUB, which may be a stranger’s. Out: the book with the addresses of
 * the other, or one clear problem.
 */
import type { ElementContent } from 'hast';
import type { Limits } from '../book/limits.ts';
import type { RenderedBook } from '../book/publication.ts';
import { sectionKinds } from '../book/sections.ts';
import { markSentences } from '../editions/kobo.ts';
import { depthOf } from '../html/cap-depth.ts';
import { attributeOf } from '../html/hast-nodes.ts';
import { parseXhtml } from '../html/parse-xhtml.ts';
import { elementsNamed, ownText } from '../html/read-xml.ts';
import { sectionsOnPage } from '../html/shared-pages.ts';
import { textBlocks } from '../html/text-blocks.ts';
import { isGenerated, kindOf } from '../import/epub/generated-pages.ts';
import { type Package, readPackage, textOf } from '../import/epub/package.ts';
import { isOwnEpub } from '../import/epub/round-trip.ts';
import { unzip } from '../import/unzip.ts';
import { type Outcome, problem } from '../report/problem.ts';
import type { EarlierBook, EarlierPage, EarlierSection } from '../versions/earlier-book.ts';
import { type KeptBook, keepAddresses } from '../versions/keep-addresses.ts';

/** A finished book. */
export interface Finished {
  /** Its path, for problems. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether somebody named it: then a book that cannot keep its addresses is refused, and else made without. */
  readonly isAsked: boolean;
}

/** Keeps addresses; undefined where the other cannot be read, or is of another story. */
export function keepPrevious(
  rendered: RenderedBook,
  finished: Finished,
  limits: Limits,
): Outcome<KeptBook | undefined> {
  const { value: earlier, problems } = readEarlier(finished, limits);
  if (!earlier) return { value: undefined, problems };
  const value = keepAddresses(rendered, earlier, markSentences);
  if (value) return { value, problems };
  const reason =
    'This EPUB has next to no words in common with the manuscript, so no book was made that keeps its addresses.';
  return {
    value,
    problems: [problem('previous-refused', { path: finished.name }, reason, 'Name a book of the same story.')],
  };
}

const wanted = /^META-INF\/[^/]+$|\.(?:opf|xhtml|xml)$/i;

/** Reads it; undefined where it is damaged, or none that Fleuron made. */
function readEarlier({ name, bytes }: Finished, limits: Limits): Outcome<EarlierBook | undefined> {
  const refused = (reason: string): Outcome<undefined> => ({
    value: undefined,
    problems: [
      problem('previous-refused', { path: name }, `${reason} So no book was made that keeps its addresses.`, hint),
    ],
  });
  const files = unzip({ name, bytes, limits }, (path) => wanted.test(path));
  const pack = files.value && packageOf(files.value, name);
  if (!files.value || !pack?.value) return refused([...files.problems, ...(pack?.problems ?? [])][0]?.reason ?? '');
  if (!isOwnEpub(pack.value)) return refused('This is no EPUB 3 that Fleuron made.');
  const pages: EarlierPage[] = [];
  for (const { path, href } of pack.value.spine) {
    const page = pageOf(textOf(files.value.get(path) ?? new Uint8Array()), limits);
    if ('reason' in page) return refused(`Its page ${href} ${page.reason}.`);
    const { content } = isMarked(page.content) ? page : markSentences(page);
    const sections = sectionsOnPage(content).flatMap((section): readonly EarlierSection[] => {
      const id = attributeOf(section, 'id');
      const kind = kindOf(section);
      const isAuthors = id !== undefined && isNamed(id, kind) && !isGenerated(section);
      return id === undefined ? [] : [{ id, href, kind, content: [section], isAuthors }];
    });
    if (isFileName(href)) pages.push({ href, content, sections });
  }
  return { value: { identifier: identifierOf(pack.value), pages }, problems: [] };
}

const isMarked = (content: readonly ElementContent[]): boolean =>
  textBlocks(content).some(({ sentences }) => sentences.length > 0);

const hint = 'Name the EPUB or kepub of the version that readers have, or build without --previous.';

/** A package that a stranger may have nested as deep as a file is long. */
function packageOf(...args: Parameters<typeof readPackage>): ReturnType<typeof readPackage> {
  try {
    return readPackage(...args);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { value: undefined, problems: [problem('nesting-too-deep', undefined, 'Its package nests too deep.')] };
  }
}

/** The content of a page, and its language. */
function pageOf(
  text: string,
  limits: Limits,
): { readonly content: readonly ElementContent[]; readonly lang: string } | { readonly reason: string } {
  const start = text.search(/<body\b/);
  const head = text.slice(0, Math.min(4000, Math.max(0, start)));
  const parsed = parseXhtml(text.slice(text.indexOf('>', start) + 1, text.lastIndexOf('</body>')).trim());
  if ('malformed' in parsed) return { reason: 'is damaged' };
  // Two levels are the edition’s for Kobo.
  if (depthOf({ type: 'root', children: [...parsed.nodes] }) > limits.nesting + 10) return { reason: 'nests too deep' };
  return { content: parsed.nodes, lang: /<html\b[^>]{0,1000}?\blang="([^"]{0,100})"/.exec(head)?.[1] ?? 'en' };
}

/** Whether the press names a page of the kind so: a file is named so, too. */
const isNamed = (id: string, kind: string): boolean =>
  new RegExp(`^(?:work-\\d+-)?(?:part-\\d+-)?${kind}(?:-\\d+)*(?:-continued)?$`).test(id);

const anyKind = `(?:${sectionKinds.join('|')})`;
const isFileName = (href: string): boolean =>
  /^work-\d+\.xhtml$/.test(href) || isNamed(href.replace(/\.xhtml$/, ''), anyKind);

/** The main identifier. */
function identifierOf({ root, metadata }: Package): string | undefined {
  const name = root.attributes['unique-identifier'];
  const named = elementsNamed(metadata, 'identifier').find(({ attributes }) => attributes['id'] === name);
  return (named && ownText(named)) || undefined;
}
