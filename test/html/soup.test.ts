import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkWithEpubcheckTs } from '../../scripts/check/epubcheck-ts.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { makeEpub } from '../tools/epub.ts';
import { find } from '../tools/xml.ts';
import { repaired } from './markdown.ts';
import { soup as manuscript } from './soup.ts';

/** A content document around a section. */
function page(source: string): string {
  const { value } = repaired(source);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>T</title></head><body><section>\n${printXhtml(value.children).markup}\n</section></body></html>`;
}

const active = `//*[local-name()='script' or local-name()='style' or local-name()='iframe' or local-name()='object' or local-name()='embed' or
  local-name()='form' or local-name()='input' or local-name()='video' or local-name()='link' or local-name()='meta' or local-name()='base'][ancestor::h:body] |
  //@*[starts-with(name(), 'on') or contains(., 'javascript:') or starts-with(., 'data:')] | //h:img[starts-with(@src, 'http')] |
  //@style[contains(., 'display') or contains(., 'url')]`;

test('makes any soup of HTML and Markdown into well-formed markup with every word and nothing active', () => {
  fc.assert(
    fc.property(manuscript, (source) => {
      const markup = page(source);
      assert.deepEqual(
        find(markup, active).map(({ name, text }) => [name, text]),
        [],
      );
      for (const [each] of source.replace(/<[^>]*>/g, ' ').matchAll(/w[0-9a-z]+z/g))
        assert.ok(markup.includes(each), `${each} is lost`);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500), seed: Number(process.env['FUZZ_SEED'] ?? 11) },
  );
});

test('makes soup that EPUBCheck accepts', async () => {
  const sources = fc.sample(manuscript, {
    numRuns: Number(process.env['FUZZ_RUNS'] ?? 300),
    seed: Number(process.env['FUZZ_SEED'] ?? 5),
  });
  const findings = await checkWithEpubcheckTs(book(sources.map(page)));
  const told = findings.map(
    ({ id, message, href }) => `${id} ${message}\n${sources[Number(/\d+/.exec(href ?? '')?.[0])]}`,
  );
  assert.deepEqual(told.slice(0, 3), []);
});

test('reads random characters as HTML without a fault', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'<>/!-?[]"\'=& abp\n\0\u0001\uD800é;#x'), maxLength: 60 }),
      (soup) => {
        find(page(`<div>${soup}`), '//h:body');
        find(page(`a ${soup}`), '//h:body');
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});

/** The least EPUB around pages. */
function book(pages: readonly string[]): Uint8Array {
  const files: Record<string, string> = {
    'META-INF/container.xml':
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'nav.xhtml':
      '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>T</title></head><body><nav epub:type="toc"><ol><li><a href="c0.xhtml">1</a></li></ol></nav></body></html>',
  };
  const items = pages.map((markup, at) => {
    files[`c${at}.xhtml`] = markup;
    const properties = [/<svg[ >]/.test(markup) && 'svg', /<math[ >]/.test(markup) && 'mathml']
      .filter(Boolean)
      .join(' ');
    return `<item id="c${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"${properties && ` properties="${properties}"`}/>`;
  });
  files['p.opf'] =
    `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">x</dc:identifier><dc:title>T</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine>${pages.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`;
  return makeEpub(files);
}
