/** A book of ours, opened for engines that are told what to draw. In: an EPUB’s bytes. Out: its pages and what they hold. */
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** The files of a book, its title page if it has one, and where its text begins. */
export async function openBook(epub) {
  const files = {};
  for (const entry of await new ZipReader(new Uint8ArrayReader(new Uint8Array(epub))).getEntries())
    files[entry.filename] = await entry.getData(new Uint8ArrayWriter());
  const textOf = (path) => new TextDecoder().decode(files[path]);
  const opf = textOf('OEBPS/content.opf');
  const hrefs = new Map([...opf.matchAll(/<item id="([^"]+)" href="([^"]+)"/g)].map(([, id, href]) => [id, href]));
  const sections = [...opf.matchAll(/<itemref [^>]*idref="([^"]+)"/g)].map(([, id]) => {
    const path = `OEBPS/${hrefs.get(id)}`;
    const xhtml = textOf(path);
    return { id, path, xhtml, letters: lettersOf(xhtml.slice(xhtml.indexOf('<body')).replace(/<[^<>]*>/g, ' ')) };
  });
  return {
    files,
    sections,
    titlePage: sections.find(({ id }) => id === 'title-page'),
    beginning: sections.find(({ xhtml }) => /<body epub:type="bodymatter"/.test(xhtml)) ?? sections[0],
  };
}

/** What engines must agree on: letters and digits, without the ligatures and hyphens of a line. */
export function lettersOf(text) {
  return text.normalize('NFKC').replace(/&#?\w+;|[^\p{L}\p{N}]/gu, '');
}
