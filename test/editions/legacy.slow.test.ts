import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { legacyBody } from '../../scripts/editions/legacy-body.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { repaired } from '../html/markdown.ts';
import { soup } from '../html/soup.ts';
import { makeEpub } from '../tools/epub.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { need } from '../tools/need.ts';
import { parsed, printed } from './editing.ts';

/** A content document of EPUB 2 around a section of soup. */
function page(source: string): string {
  const markup = `<section>${printXhtml(repaired(source).value.children).markup}</section>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>\n${printed(legacyBody(parsed(markup)))}\n</body></html>`;
}

/** The least EPUB 2 around pages. */
function book(pages: readonly string[]): Uint8Array {
  const items = pages.map((_, at) => `<item id="c${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"/>`);
  return makeEpub({
    'META-INF/container.xml':
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'toc.ncx':
      '<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="x"/></head><docTitle><text>T</text></docTitle><navMap><navPoint id="n" playOrder="1"><navLabel><text>1</text></navLabel><content src="c0.xhtml"/></navPoint></navMap></ncx>',
    'p.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="u"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">x</dc:identifier><dc:title>T</dc:title><dc:language>en</dc:language></metadata><manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>${items.join('')}</manifest><spine toc="ncx">${pages.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(pages.map((markup, at) => [`c${at}.xhtml`, markup])),
  });
}

test('makes soup that the official EPUBCheck accepts as EPUB 2', async (context) => {
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  const sources = fc.sample(soup, {
    numRuns: Number(process.env['FUZZ_RUNS'] ?? 300),
    seed: Number(process.env['FUZZ_SEED'] ?? 5),
  });
  const found = await epubcheckMany(jar, new Map([['soup', book(sources.map(page))]]));
  const told = (found.get('soup') ?? []).map(
    ({ id, message, href, line }) => `${id} ${message} ${line}\n${sources[Number(/\d+/.exec(href ?? '')?.[0])]}`,
  );
  assert.deepEqual([told.length, told.slice(0, 3)], [0, []]);
});
