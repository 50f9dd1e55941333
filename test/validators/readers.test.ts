/** What readers' devices demand of container, package and pages: one test a demand, over every book we build. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Item, type OpenedBook, openBook, resolveHref } from '../tools/opened-book.ts';
import { find, type Hit, texts } from '../tools/xml.ts';
import { buildAll } from './books.ts';

const books = new Map([...(await buildAll())].map(([name, epub]) => [name, openBook(epub)] as const));

/** A demand on every book. */
function everyBook(demand: string, check: (book: OpenedBook, name: string) => void): void {
  test(demand, () => {
    for (const [name, book] of books) {
      try {
        check(book, name);
      } catch (error) {
        throw new Error(`In ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  });
}

/** A demand on every page of every book. */
function everyPage(demand: string, check: (markup: string, page: Item, book: OpenedBook) => void): void {
  everyBook(demand, (book) => {
    for (const page of book.pages) check(book.text(page.path), page, book);
  });
}

function theBook(name: string): OpenedBook {
  const book = books.get(name);
  if (!book) throw new Error(`Unexpected suite without the book “${name}”`);
  return book;
}

function sole(hits: readonly Hit[]): Hit {
  assert.equal(hits.length, 1);
  return hits[0] as Hit;
}

// Container and package

everyBook('mimetype is the first entry, stored, exact bytes, without an extra field', ({ entries }) => {
  const [first] = entries;
  assert.deepEqual([first?.name, first?.offset, first?.method, first?.extra], ['mimetype', 0, 0, 0]);
  assert.equal(new TextDecoder().decode(first?.bytes), 'application/epub+zip');
});

everyBook('ZIP methods are stored and deflate only, and every entry has one fixed date', ({ entries }) => {
  for (const { name, method } of entries) assert.ok(method === 0 || method === 8, name);
  assert.deepEqual([...new Set(entries.map(({ date }) => date.slice(0, 10)))], ['1980-01-01']);
});

everyBook(
  'names are UTF-8, at most 255 bytes, without spaces, unique after normalisation and case folding',
  ({ entries }) => {
    for (const { name, flags } of entries) {
      assert.ok(new TextEncoder().encode(name).length <= 255, name);
      assert.doesNotMatch(name, /[\s"*:<>?\\|]|\.$|\/$/, name);
      assert.ok(/^[\x00-\x7F]*$/.test(name) || (flags & 0x800) !== 0, `${name} is not marked as UTF-8`);
    }
    assert.equal(new Set(entries.map(({ name }) => name.normalize('NFC').toLowerCase())).size, entries.length);
  },
);

everyBook('there are an identifier, a title, a language, and exactly one dcterms:modified', (book) => {
  const unique = sole(find(book.package, '/opf:package')).attributes['unique-identifier'] ?? '';
  assert.notEqual(sole(find(book.package, `//dc:identifier[@id="${unique}"]`)).text.trim(), '');
  assert.notEqual(texts(book.package, '//dc:title')[0]?.trim() ?? '', '');
  const [language = ''] = texts(book.package, '//dc:language');
  assert.equal(Intl.getCanonicalLocales(language).length, 1);
  const modified = sole(find(book.package, '//opf:meta[@property="dcterms:modified"]')).text;
  assert.match(modified, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

everyBook(
  'the manifest is complete and leaves out the OPF, mimetype and META-INF',
  ({ entries, manifest, packagePath }) => {
    const expected = entries
      .map(({ name }) => name)
      .filter((name) => name !== 'mimetype' && name !== packagePath && !name.startsWith('META-INF/'));
    assert.deepEqual(manifest.map(({ path }) => path).sort(), expected.sort());
    assert.equal(new Set(manifest.map(({ id }) => id)).size, manifest.length);
  },
);

everyBook('there is one nav, each spine idref once, and at least one is linear', (book) => {
  assert.equal(book.manifest.filter(({ properties }) => properties.includes('nav')).length, 1);
  assert.equal(new Set(book.spine).size, book.spine.length);
  assert.ok(find(book.package, '//opf:itemref[not(@linear="no")]').length > 0);
});

everyPage(
  'every document that is linked to, also from the nav, is in the spine, and has the id',
  (markup, page, book) => {
    for (const { attributes } of find(markup, '//h:a[@href]')) {
      const target = resolveHref(attributes['href'] ?? '', page.path);
      if (!target) continue;
      assert.ok(
        book.spine.some(({ path }) => path === target.path),
        `${page.path} links to ${target.path}`,
      );
      if (target.fragment)
        assert.equal(find(book.text(target.path), `//*[@id="${target.fragment}"]`).length, 1, target.fragment);
    }
  },
);

everyBook('there is one toc nav; landmarks are flat, with epub:type on each link', (book) => {
  const nav = book.text(book.nav.path);
  assert.equal(find(nav, '//h:nav[@epub:type="toc"]').length, 1);
  const landmarks = '//h:nav[@epub:type="landmarks"]';
  assert.equal(find(nav, landmarks).length, 1);
  assert.equal(find(nav, `${landmarks}//h:ol`).length, 1);
  assert.equal(find(nav, `${landmarks}//h:a[not(@epub:type)]`).length, 0);
});

everyPage('no remote resources, no scripts, ever', (markup) => {
  assert.equal(
    find(markup, '//h:script | //h:iframe | //h:object | //h:embed | //h:form | //h:audio | //h:video').length,
    0,
  );
  for (const { text } of find(markup, '//h:img/@src | //h:link/@href')) assert.doesNotMatch(text, /^[a-z]+:|^\/\//i);
  for (const { name } of find(markup, '//@*')) assert.doesNotMatch(name, /^on/i);
  for (const { text } of find(markup, '//@href')) assert.doesNotMatch(text, /^(javascript|data|file):/i);
});

test('the cover has properties="cover-image", a <meta name="cover">, and stands in the guide', () => {
  const book = theBook('every-feature');
  const image = book.manifest.filter(({ properties }) => properties.includes('cover-image'));
  assert.equal(image.length, 1);
  assert.equal(sole(find(book.package, '//opf:meta[@name="cover"]')).attributes['content'], image[0]?.id);
  assert.equal(find(book.package, '//opf:guide/opf:reference[@type="cover"]').length, 1);
});

everyBook('an NCX and a guide are there too, for older readers', (book) => {
  const toc = sole(find(book.package, '//opf:spine')).attributes['toc'];
  const ncx = book.manifest.find(({ id }) => id === toc);
  assert.equal(ncx?.mediaType, 'application/x-dtbncx+xml');
  const points = texts(book.text(ncx?.path ?? ''), '//ncx:content/@src');
  const links = texts(book.text(book.nav.path), '//h:nav[@epub:type="toc"]//h:a/@href');
  assert.deepEqual(points, links);
  assert.ok(find(book.package, '//opf:guide/opf:reference[@type="text"]').length === 1);
});

test('role="doc-cover" goes on the <img> alone', () => {
  const book = theBook('every-feature');
  const hits = book.pages.flatMap(({ path }) => find(book.text(path), '//*[@role="doc-cover"]'));
  assert.equal(sole(hits).name, 'img');
});

test('there is one dc:creator per author, in order, with its role and its sorting name', () => {
  const book = theBook('all-kinds');
  assert.deepEqual(texts(book.package, '//dc:creator'), ['Ada Sample', 'Ben Second']);
  assert.deepEqual(texts(book.package, '//dc:contributor'), ['Cleo Third', 'Dora Fourth']);
  const [ada] = find(book.package, '//dc:creator');
  const about = `//opf:meta[@refines="#${ada?.attributes['id']}"]`;
  assert.deepEqual(texts(book.package, `${about}[@property="role"]`), ['aut']);
  assert.deepEqual(texts(book.package, `${about}[@property="file-as"]`), ['Sample, Ada']);
});

test('the first subject an author gives stays the first', () => {
  assert.equal(texts(theBook('metadata-marks').package, '//dc:subject')[0], 'Fiction & <Fact>');
});

test('a series is a collection with its type and position, and calibre’s pair beside it', () => {
  const { package: opf } = theBook('metadata-marks');
  const collection = sole(find(opf, '//opf:meta[@property="belongs-to-collection"]'));
  assert.equal(collection.text, 'Series & <Co>');
  const about = `//opf:meta[@refines="#${collection.attributes['id']}"]`;
  assert.deepEqual(texts(opf, `${about}[@property="collection-type"]`), ['series']);
  assert.deepEqual(texts(opf, `${about}[@property="group-position"]`), ['2.5']);
  assert.deepEqual(texts(opf, '//opf:meta[@name="calibre:series"]/@content'), ['Series & <Co>']);
  assert.deepEqual(texts(opf, '//opf:meta[@name="calibre:series_index"]/@content'), ['2.5']);
});

everyBook('landmarks live in a nav document out of the spine; a separate contents page is in it', (book) => {
  assert.ok(!book.spine.includes(book.nav));
  assert.equal(
    book.spine.filter(({ path }) => find(book.text(path), '//h:section[@class="contents"]').length > 0).length,
    1,
  );
});

// Accessibility

everyBook(
  'accessMode, accessibilityFeature, accessibilityHazard, accessModeSufficient and a summary are given',
  (book) => {
    for (const property of [
      'accessMode',
      'accessibilityFeature',
      'accessibilityHazard',
      'accessModeSufficient',
      'accessibilitySummary',
    ]) {
      assert.ok(find(book.package, `//opf:meta[@property="schema:${property}"]`).length > 0, property);
    }
  },
);

everyBook(
  'the conformance claim is exact, and written only when the metadata says who evaluated the book',
  (book, name) => {
    const claims = texts(book.package, '//opf:meta[@property="dcterms:conformsTo"]');
    const certifiers = texts(book.package, '//opf:meta[@property="a11y:certifiedBy"]');
    const certified = name === 'metadata-marks';
    assert.deepEqual(claims, certified ? ['EPUB Accessibility 1.1 - WCAG 2.2 Level AA'] : []);
    assert.deepEqual(certifiers, certified ? ['Cert & <Ify>'] : []);
  },
);

everyBook(
  'visual content is claimed exactly where there are pictures, and alternative text where each has it',
  (book) => {
    const pictures = book.manifest.some(({ mediaType }) => mediaType.startsWith('image/'));
    assert.equal(texts(book.package, '//opf:meta[@property="schema:accessMode"]').includes('visual'), pictures);
    const inText = book.pages.flatMap(({ path }) => find(book.text(path), '//h:img[not(@role="doc-cover")]'));
    const claimed = texts(book.package, '//opf:meta[@property="schema:accessibilityFeature"]').includes(
      'alternativeText',
    );
    if (inText.length > 0)
      assert.equal(
        claimed,
        inText.every(({ attributes }) => attributes['alt'] !== undefined),
      );
  },
);

// Kobo

test('the cover stands alone in its own XHTML as an <img>, and opens the book', () => {
  const book = theBook('every-feature');
  const [cover] = book.spine;
  const markup = book.text(cover?.path ?? '');
  assert.equal(find(markup, '//h:img').length, 1);
  assert.equal(texts(markup, '//h:body')[0]?.trim(), '');
});

everyBook('no page exceeds 250 KB', ({ entries }) => {
  for (const { name, bytes } of entries)
    if (name.endsWith('.xhtml')) assert.ok(bytes.length <= 250_000, `${name}: ${bytes.length}`);
});

test('a chapter of 600 KB goes on in further pages, each listed once in the spine', () => {
  const book = theBook('a long chapter');
  const pages = book.spine.filter(({ path }) => /chapter/.test(path));
  assert.ok(pages.length >= 3, String(pages.length));
  assert.ok(book.text(pages.at(-1)?.path ?? '').includes('To the beginning'));
});

everyPage('no inline styles', (markup) => {
  assert.equal(find(markup, '//@style | //h:style').length, 0);
});

everyBook('the contents have at most three levels', (book) => {
  const deepest = '//h:nav[@epub:type="toc"]/h:ol/h:li/h:ol/h:li/h:ol/h:li/h:ol';
  assert.equal(find(book.text(book.nav.path), deepest).length, 0);
});

everyPage('a note link points forward to an id of the same file; ids are ASCII without colons', (markup) => {
  const order = find(markup, '//*[@id] | //h:a[@epub:type="noteref"]');
  const marks = order.map(({ attributes }) => attributes['id']);
  for (const { attributes } of find(markup, '//h:a[@epub:type="noteref"]')) {
    const target = attributes['href'] ?? '';
    assert.match(target, /^#/);
    // A note may call another one; only the text's own calls stand before every note.
    const inNote = find(markup, `//h:aside//h:a[@id="${attributes['id']}"]`).length > 0;
    assert.ok(inNote || marks.indexOf(target.slice(1)) > marks.indexOf(attributes['id']), target);
  }
  for (const { text } of find(markup, '//@id')) assert.match(text, /^[A-Za-z_][\w.-]*$/);
});

// Apple Books

everyBook('ibooks:specified-fonts comes with its prefix and with the display-options file', (book) => {
  assert.deepEqual(texts(book.package, '//opf:meta[@property="ibooks:specified-fonts"]'), ['true']);
  assert.match(
    sole(find(book.package, '/opf:package')).attributes['prefix'] ?? '',
    /\bibooks: http:\/\/vocabulary\.itunes\.apple\.com\//,
  );
  assert.match(
    book.text('META-INF/com.apple.ibooks.display-options.xml'),
    /<option name="specified-fonts">true<\/option>/,
  );
});

everyBook('ids are unique in the whole book', (book) => {
  const ids = book.spine.flatMap(({ path }) => texts(book.text(path), '//@id'));
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  );
});

const chapters = '//h:section[@epub:type="chapter" or @epub:type="part"]';

everyBook('each chapter is a file of its own', (book, name) => {
  // Where files of the version before are kept, a new chapter begins on a new page of one of them.
  const counted = name === 'a version that shares files' ? `${chapters}[not(contains(@class, "new-page"))]` : chapters;
  for (const { path } of book.pages) assert.ok(find(book.text(path), counted).length <= 1);
});

everyPage('each note is an aside in the file of its reference, after it, with a link back', (markup) => {
  for (const { attributes } of find(markup, '//h:a[@epub:type="noteref"]')) {
    const note = `//h:aside[@epub:type="footnote"][@id="${attributes['href']?.slice(1)}"]`;
    assert.equal(find(markup, note).length, 1, attributes['href']);
    const [back] = texts(markup, `${note}//h:a[@role="doc-backlink"]/@href`);
    assert.equal(find(markup, `//h:a[@epub:type="noteref"][@id="${back?.slice(1)}"]`).length, 1, back);
  }
});

// Kindle

everyBook('every XML file declares its encoding', ({ entries, text }) => {
  for (const { name } of entries) {
    if (/\.(xhtml|opf|ncx|xml)$/.test(name))
      assert.match(text(name), /^<\?xml version="1\.0" encoding="UTF-8"\s*\?>/i, name);
  }
});

everyPage('no links to the id of a body, no image without a source, a language on every page', (markup) => {
  assert.equal(find(markup, '//h:body[@id] | //h:img[not(@src)] | //h:img[@src=""]').length, 0);
  const { attributes } = sole(find(markup, '/h:html'));
  assert.ok(attributes['lang'] && attributes['lang'] === attributes['xml:lang']);
});

everyBook('no WebP, and no comment with -- in it', ({ entries, manifest, text }) => {
  assert.deepEqual(
    manifest.filter(({ mediaType }) => mediaType === 'image/webp'),
    [],
  );
  for (const { name } of entries) {
    if (/\.(xhtml|opf|ncx|xml|svg)$/.test(name)) assert.doesNotMatch(text(name), /<!--/, name);
    if (name.endsWith('.css')) assert.doesNotMatch(text(name), /--/, name);
  }
});

// Pages of other scripts, and pages that readers print oddly

test('a Hebrew book runs from right to left, and a section in English the other way', () => {
  const book = theBook('hebrew');
  assert.equal(sole(find(book.package, '//opf:spine')).attributes['page-progression-direction'], 'rtl');
  const directions = book.spine.map(({ path }) => find(book.text(path), '/h:html')[0]?.attributes['dir']);
  assert.ok(directions.includes('rtl'));
  // MuPDF does not read the direction of the root.
  const ofBodies = book.spine.map(({ path }) => find(book.text(path), '/h:html/h:body')[0]?.attributes['dir']);
  assert.deepEqual(
    ofBodies.map((each) => each ?? 'ltr'),
    directions,
  );
  assert.deepEqual(
    book.spine
      .filter((_, at) => directions[at] === 'ltr')
      .map(({ path }) => find(book.text(path), '/h:html')[0]?.attributes['lang']),
    ['en'],
  );
});

test('a scene break shows visible ornament text', () => {
  for (const name of ['every-feature', 'no-metadata', 'hebrew', 'japanese']) {
    const book = theBook(name);
    const marks = book.spine.flatMap(({ path }) => texts(book.text(path), '//*[contains(@class,"scene-break")]'));
    assert.ok(marks.length > 0 && marks.every((mark) => mark.trim() !== ''), name);
    assert.equal(book.spine.flatMap(({ path }) => find(book.text(path), '//h:hr')).length, 0, name);
  }
});

everyPage('the spans of a heading have a space between them', (markup) => {
  for (const { markup: heading } of find(markup, '//h:h1 | //h:h2 | //h:h3'))
    assert.doesNotMatch(heading, /<\/span><span/);
});
