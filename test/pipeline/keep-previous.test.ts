import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ElementContent } from 'hast';
import { usualLimits } from '../../scripts/book/limits.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { attributeOf, elementsIn } from '../../scripts/html/hast-nodes.ts';
import { parseXhtml } from '../../scripts/html/parse-xhtml.ts';
import { textBlocks } from '../../scripts/html/text-blocks.ts';
import { buildBook } from '../../scripts/pipeline/build.ts';
import { importStory, manuscriptBytes } from '../../scripts/pipeline/import.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import { type Epub, readEpub } from '../tools/epub.ts';
import { quickBuild } from '../tools/manuscript.ts';
import { packZip } from '../tools/zip.ts';

type Files = Readonly<Record<string, string>>;

const bytesOf = (files: Files) =>
  new Map(
    Object.entries({ 'book.yaml': 'title: T\nauthor: A\nlang: en\n', ...files }).map(([path, text]) => [
      path,
      new TextEncoder().encode(text),
    ]),
  );

/** Builds both editions of a manuscript, as the next version of a book. */
async function build(files: ReadonlyMap<string, Uint8Array>, previous?: Uint8Array, isAsked = true) {
  const given = memoryFiles({ name: 't', isFolder: true, files }, usualLimits);
  const { value, problems } = await buildBook(given, {
    ...quickBuild,
    openAsset,
    editions: ['epub', 'kobo'],
    previous: () => ({ value: previous && { name: 'old.epub', bytes: previous, isAsked }, problems: [] }),
  });
  const [epub, kepub] = value?.editions ?? [];
  return { epub: epub?.bytes, kepub: kepub?.bytes, problems, publication: value?.publication };
}

async function made(
  files: Files,
  previous?: Uint8Array,
): Promise<{ readonly epub: Uint8Array; readonly kepub: Uint8Array }> {
  const { epub, kepub, problems } = await build(bytesOf(files), previous);
  assert.ok(epub && kepub, JSON.stringify(problems));
  return { epub, kepub };
}

const contentOf = (epub: Epub, name: string) => {
  const parsed = parseXhtml(/<body[^>]*>([\s\S]*)<\/body>/.exec(epub.text(name))?.[1] ?? '');
  assert.ok('nodes' in parsed);
  return parsed.nodes;
};

/** Of each block of a kepub its text, and its addresses: file, id, the note that it stands in, numbers of sentences. */
function addresses(kepub: Uint8Array): readonly (readonly [string, string])[] {
  const epub = readEpub(kepub);
  return epub.entries
    .filter(({ name }) => /^OEBPS\/chapter-.*\.xhtml$/.test(name))
    .flatMap(({ name }) =>
      textBlocks(contentOf(epub, name)).map(({ element, text, note, sentences }) => {
        const ids = [attributeOf(element, 'id'), note && attributeOf(note, 'id'), ...sentences.map(({ id }) => id)];
        return [
          `${text} ${sentences.map((each) => each.text.replace(/^\d+\.?$/, '')).join('|')}`,
          `${name} ${ids.join(' ')}`,
        ] as const;
      }),
    );
}

/** All blocks of the older book are in the newer one, with the addresses that they had; others have none of these. */
function staysIn(older: Uint8Array, newer: Uint8Array, isKept: (text: string) => boolean = () => true): void {
  const now = addresses(newer);
  const left = [...now];
  for (const [text, address] of addresses(older)) {
    if (!isKept(text)) continue;
    const at = left.findIndex((each) => each[0] === text && each[1] === address);
    assert.notEqual(at, -1, `${text} was at ${address}, and is at ${now.find((each) => each[0] === text)?.[1]}`);
    left.splice(at, 1);
  }
  const ids = now.flatMap(([, address]) =>
    address
      .split(' ')
      .slice(1)
      .map((id) => `${address.split(' ')[0]} ${id}`),
  );
  const numbers = ids.filter((id) => id.includes('kobo.'));
  assert.equal(new Set(numbers).size, numbers.length);
}

const text =
  '# One\n\nFirst of all there was a boat.\n\nShe lay in the harbour. Nobody wanted her.\n\nLast of all she sailed.\n';
/** The same with something behind its first paragraph. */
const withBlock = (block: string) => text.replace('boat.\n\n', `boat.\n\n${block}\n\n`);

/** Kinds of blocks, as they were and as they are. */
const blocks: readonly (readonly [string, string, string])[] = [
  ['a paragraph', '', 'New. And newer.'],
  ['a quotation', '> Said he.\n>\n> Said she.', '> New.\n>\n> Said he.\n>\n> Said she.'],
  ['a tight list', '- One. Two.\n- Three.\n  - Four.', '- New. Newer.\n- One. Two.\n- Newest.\n- Three.\n  - Four.'],
  ['a loose list', '1. One.\n\n2. Two.', '1. New.\n\n2. One.\n\n3. Two.'],
  ['verse', ':::verse\nOne line\nTwo lines\n:::', ':::verse\nNew line\nOne line\nTwo lines\n:::'],
  [
    'a table',
    '| a | b |\n| - | - |\n| One. Two. | Three |',
    '| a | b |\n| - | - |\n| New. | Newer |\n| One. Two. | Three |',
  ],
  ['a scene break', 'Before.\n\n* * *\n\nBehind.', 'New.\n\n* * *\n\nNewer.\n\nBefore.\n\n* * *\n\nBehind.'],
  [
    'a heading',
    '## In\n\nWords.\n\n## In\n\nOther words.',
    '## New\n\n## In\n\nWords.\n\nNew.\n\n## In\n\nOther words.',
  ],
  ['code', '```\na. b.\n```', 'New.\n\n```\na. b.\n```'],
  ['definitions', 'Term\n: What it is.', 'New\n: Newer.\n\nTerm\n: What it is.'],
  [
    'an id of the author’s',
    '<p id="mine">Own.</p>\n\n[there](#mine)',
    'New.\n\n<p id="mine">Own.</p>\n\n[there](#mine)',
  ],
];

for (const [kind, before, after] of blocks)
  test(`${kind} keeps its addresses where another comes before it`, async () => {
    const older = await made({ 'chapter-1.md': withBlock(before) });
    for (const previous of [older.epub, older.kepub]) {
      const newer = await made({ 'chapter-1.md': withBlock(after) }, previous);
      staysIn(older.kepub, newer.kepub);
      // And so does the version after that.
      const newest = await made({ 'chapter-1.md': withBlock(`Newest.\n\n${after}`) }, newer.epub);
      staysIn(newer.kepub, newest.kepub);
    }
  });

test('a note keeps its addresses where another comes before it, and is referred to', async () => {
  const noted = `${text.replace('harbour.', 'harbour[^a].')}\n[^a]: The old one.\n`;
  const older = await made({ 'chapter-1.md': noted });
  const files = { 'chapter-1.md': `${noted.replace('boat.', 'boat.[^b]')}\n[^b]: The new one.\n` };
  const newer = await made(files, older.epub);
  staysIn(older.kepub, newer.kepub, (each) => each.includes('The old one'));
  const page = readEpub(newer.epub).text('OEBPS/chapter-1.xhtml');
  const numbers = (kepub: Uint8Array) =>
    new Map(
      [
        ...readEpub(kepub)
          .text('OEBPS/chapter-1.xhtml')
          .matchAll(/id="(kobo\.[^"]*)">\s*([^<]*?)\s*</g),
      ].map(([, id, words]) => [words, id]),
    );
  for (const sentence of ['Nobody wanted her.', 'Last of all she sailed.', 'First of all'])
    assert.equal(numbers(newer.kepub).get(sentence), numbers(older.kepub).get(sentence), sentence);
  assert.match(page, /harbour<a href="#chapter-1-note-1" id="chapter-1-ref-1"[^>]*>2<\/a>/);
  assert.match(page, /boat\.<a href="#chapter-1-note-2" id="chapter-1-ref-2"[^>]*>1<\/a>/);
  assert.match(
    page,
    /<aside id="chapter-1-note-2"[^>]*>\s*<p[^>]*><a href="#chapter-1-ref-2"[^>]*>1\.<\/a> The new one/,
  );
});

test('a paragraph that was mended, and one that was moved, keep theirs; sentences that are new have new numbers', async () => {
  const older = await made({ 'chapter-1.md': text });
  const mended = text.replace('Nobody wanted her.', 'Nobody at all wanted her. Nobody.');
  const id = (epub: Uint8Array) =>
    /<p id="([^"]*)"[^>]*>She lay/.exec(readEpub(epub).text('OEBPS/chapter-1.xhtml'))?.[1];
  const newer = await made({ 'chapter-1.md': mended }, older.epub);
  assert.equal(id(newer.epub), id(older.epub));
  const numbers = [
    ...readEpub(newer.kepub)
      .text('OEBPS/chapter-1.xhtml')
      .matchAll(/id="kobo\.([^"]*)">([^<]*)/g),
  ];
  const numberOf = (sentence: string) => numbers.find(([, , words = '']) => words.startsWith(sentence))?.[1];
  assert.deepEqual(['She lay', 'Nobody at', 'Nobody.', 'Last'].map(numberOf), ['4.1', '4.2', '4.3', '5.1']);
  const moved =
    '# One\n\nLast of all she sailed.\n\nFirst of all there was a boat.\n\nShe lay in the harbour. Nobody wanted her.\n';
  staysIn(older.kepub, (await made({ 'chapter-1.md': moved }, older.epub)).kepub);
});

const chapter = (name: string) =>
  `# ${name}\n\nIn ${name} there was somebody who said ${name} all day long.\n\nAnd in the evening of ${name} nobody said anything any more. [On](chapter-1.md#one), [again](#${name.toLowerCase()}).\n`;

test('chapters keep their files where others come, go and are called otherwise, and all links lead somewhere', async () => {
  const older = await made({
    'chapter-1.md': chapter('One'),
    'chapter-2.md': chapter('Two'),
    'chapter-3.md': chapter('Three'),
  });
  const files = {
    'book.yaml': 'title: Another Title\nauthor: A\nlang: en\n',
    'foreword.md': 'Before it all.\n',
    'chapter-1.md': chapter('One'),
    'chapter-2.md': chapter('Fresh'),
    'chapter-3.md': chapter('Two').replace('# Two', '# Two, Otherwise {#two}'),
    'chapter-4.md': chapter('Three'),
  };
  const newer = await made(files, older.kepub);
  staysIn(older.kepub, newer.kepub, (each) => !each.startsWith('Two '));
  const [before, now] = [readEpub(older.epub), readEpub(newer.epub)];
  const identifier = (epub: Epub) => /<dc:identifier id="identifier">([^<]*)/.exec(epub.text('OEBPS/content.opf'))?.[1];
  assert.equal(identifier(now), identifier(before));
  const pages = new Map(
    now.entries
      .filter(({ name }) => name.endsWith('.xhtml'))
      .map(({ name }) => [name.slice('OEBPS/'.length), elementsIn(contentOf(now, name))] as const),
  );
  assert.deepEqual(
    [...now.text('OEBPS/content.opf').matchAll(/idref="(chapter[^"]*)"/g)].map(([, id]) => id),
    ['chapter-1', 'chapter-2', 'chapter-3'],
  );
  let links = 0;
  for (const [name, elements] of pages)
    for (const href of elements.flatMap((each) => attributeOf(each, 'href') ?? [])) {
      const [file = '', fragment] = href.split('#');
      const target = pages.get(file || name);
      assert.ok(target, href);
      assert.ok(
        fragment === undefined || target.some((each) => attributeOf(each, 'id') === fragment),
        `${name} ${href}`,
      );
      links += 1;
    }
  assert.ok(links > 12);
});

test('the first words of a chapter stay on the way to what they were on the way to', async () => {
  const opening =
    '# One\n\nThe summer I was fourteen, the town ran out of apostrophes.\n\nAnd that was that, as everybody told me.\n';
  const older = await made({ 'chapter-1.md': opening });
  const added = opening.replace('# One\n\n', '# One\n\nA new beginning was made, and it was good.\n\n');
  const page = (epub: Uint8Array) => readEpub(epub).text('OEBPS/chapter-1.xhtml');
  const newer = await made({ 'chapter-1.md': added }, older.epub);
  assert.match(
    page(newer.epub),
    /<p id="[^"]*"( data-kobo="[^"]*")?><span class="former-lead-in">The summer I was<\/span> fourteen/,
  );
  const without = await made({ 'chapter-1.md': opening.replace(/The summer.*\n\n/, '') }, newer.epub);
  assert.match(page(without.epub), /<p id="[^"]*" class="opening"[^>]*>And that was that, as/);
});

/** Of each paragraph the number of its file in the reading order, and of each element on the way to it among its siblings. */
function steps(epub: Uint8Array): ReadonlyMap<string, string> {
  const book = readEpub(epub);
  const files = [...book.text('OEBPS/content.opf').matchAll(/idref="([^"]*)"/g)].map(([, id]) => `OEBPS/${id}.xhtml`);
  const found = new Map<string, string>();
  const visit = (nodes: readonly ElementContent[], way: string): void => {
    for (const [at, node] of nodes.filter((each) => each.type === 'element').entries()) {
      if (node.tagName === 'p')
        found.set(
          textBlocks([node])
            .map(({ text }) => text)
            .join(' '),
          `${way}/${at}`,
        );
      visit(node.children, `${way}/${at}`);
    }
  };
  for (const [at, name] of files.entries()) visit(contentOf(book, name), String(at));
  return found;
}

const three = { 'chapter-1.md': chapter('One'), 'chapter-2.md': chapter('Two'), 'chapter-3.md': chapter('Three') };
/** The first and the second part of a chapter. */
const [opening = '', ending = ''] = chapter('Two').split('And in');

for (const [what, added, changed] of [
  ['a chapter comes before it', { 'chapter-1b.md': chapter('Fresh') }, []],
  ['several do', { 'chapter-1b.md': chapter('Fresh'), 'chapter-1c.md': chapter('Fresher') }, []],
  ['front matter does', { 'dedication.md': 'For all.\n', 'foreword.md': 'Before it all.\n' }, []],
  [
    'one before it is split',
    { 'chapter-2.md': opening, 'chapter-2b.md': `# Two B\n\nAnd in${ending}` },
    ['And in the evening of Two'],
  ],
  [
    'one before it is split near its beginning',
    {
      'chapter-2.md': '# Before Two\n\nIn Two there was somebody who said Two all day long.\n',
      'chapter-2b.md': `# Two\n\nAnd in${ending}`,
    },
    ['And in the evening of Two'],
  ],
] as const satisfies readonly (readonly [string, Files, readonly string[]])[])
  test(`a paragraph is where it was, counted from the first file on, where ${what}`, async () => {
    const older = await made(three);
    let previous = older.epub;
    let last: { readonly files: Files; readonly newer: typeof older } = { files: three, newer: older };
    for (const files of [
      { ...three, ...added },
      { ...three, ...added, 'afterword.md': 'That was all.\n', 'chapter-4.md': chapter('Four') },
    ]) {
      const newer = await made(files, previous);
      const now = steps(newer.epub);
      for (const [text, way] of steps(older.epub))
        if (!changed.some((each) => text.startsWith(each)) && / (?:One|Two|Three) /.test(text))
          assert.equal(now.get(text), way, text);
      staysIn(older.kepub, newer.kepub, (text) => !/^Two /.test(text) && !/^# /.test(text));
      previous = newer.epub;
      last = { files, newer };
    }
    const { files, newer } = last;
    assert.deepEqual(await made(files, newer.kepub), newer);
    const alone = await made(files);
    assert.deepEqual(titlesOf(newer.epub), titlesOf(alone.epub));
    const { value } = await importStory({ name: 'n.epub', bytes: newer.epub, beside: () => undefined }, usualLimits);
    assert.ok(value);
    assert.deepEqual((await build(manuscriptBytes(value))).epub, alone.epub);
  });

/** The lines of the contents, and what the place that each leads to begins with. */
function titlesOf(epub: Uint8Array): readonly string[] {
  const book = readEpub(epub);
  const lines = [...book.text('OEBPS/toc.xhtml').matchAll(/<a href="([^"]*)">([^<]*)/g)];
  return lines.map(([, href = '', title]) => {
    const [file = '', id] = href.split('#');
    const page = contentOf(book, `OEBPS/${file}`);
    const start = elementsIn(page).find((each) => id === undefined || attributeOf(each, 'id') === id);
    return `${title}: ${start && textBlocks([start])[0]?.text}`;
  });
}

test('a chapter that would make a file too large for old readers has its own', async () => {
  const long = (name: string) => `# ${name}\n\n${`${name} and so on. `.repeat(9000)}\n`;
  const older = await made({ 'chapter-1.md': long('One'), 'chapter-2.md': chapter('Two') });
  const files = { 'chapter-1.md': long('One'), 'chapter-1b.md': long('Fresh'), 'chapter-2.md': chapter('Two') };
  const { epub } = await made(files, older.epub);
  assert.deepEqual(
    [
      ...readEpub(epub)
        .text('OEBPS/content.opf')
        .matchAll(/idref="(chapter[^"]*)"/g),
    ].map(([, id]) => id),
    ['chapter-1', 'chapter-3', 'chapter-2'],
  );
});

test('the same again gives the same book, and its import the manuscript without its addresses', async () => {
  const older = await made({ 'chapter-1.md': chapter('One'), 'chapter-2.md': chapter('Two') });
  const files = bytesOf({
    'chapter-1.md': chapter('One'),
    'chapter-2.md': chapter('Fresh'),
    'chapter-3.md': `New.\n\n${chapter('Two')}`,
  });
  const newer = await build(files, older.epub);
  assert.ok(newer.epub && newer.kepub);
  assert.deepEqual((await build(files, older.epub)).epub, newer.epub);
  for (const previous of [newer.epub, newer.kepub]) {
    const again = await build(files, previous);
    assert.deepEqual(again.epub, newer.epub);
    assert.deepEqual(again.kepub, newer.kepub);
  }
  const { value } = await importStory({ name: 'new.epub', bytes: newer.epub, beside: () => undefined }, usualLimits);
  assert.ok(value);
  const back = manuscriptBytes(value);
  assert.deepEqual((await build(back)).epub, (await build(files)).epub);
});

test('what is no earlier version of the book is one clear problem', async () => {
  const { epub: older } = await made({ 'chapter-1.md': text });
  const { epub: other } = await made({ 'chapter-1.md': chapter('Elsewhere') });
  const entries = (change: (name: string, body: string) => string) =>
    packZip(
      new Map(
        readEpub(older).entries.map(({ name, bytes }) => [
          name,
          new TextEncoder().encode(change(name, new TextDecoder().decode(bytes))),
        ]),
      ),
    );
  const deep = `${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}`;
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['no ZIP', new TextEncoder().encode('PK'), /So no book was made/],
    ['cut off', older.subarray(0, older.length >> 1), /So no book was made/],
    ['of another story', other, /next to no words in common/],
    [
      'of another program',
      entries((name, body) => (name.endsWith('.opf') ? body.replace('modern.css', 'other.css') : body)),
      /no EPUB 3 that Fleuron made/,
    ],
    [
      'no XHTML',
      entries((name, body) => (name.includes('chapter') ? body.replace('</p>', '') : body)),
      /chapter-1\.xhtml is damaged/,
    ],
    [
      'too deep',
      entries((name, body) => (name.includes('chapter') ? body.replace('</section>', `${deep}</section>`) : body)),
      /nests too deep/,
    ],
  ];
  for (const [what, bytes, reason] of cases) {
    const { epub, problems } = await build(bytesOf({ 'chapter-1.md': text }), bytes);
    assert.equal(epub, undefined, what);
    const errors = problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ rule, place }) => `${rule} ${place?.path}`),
      ['previous-refused old.epub'],
      what,
    );
    assert.match(errors[0]?.reason ?? '', reason);
    // An archive whose newest version cannot be read goes on without it.
    assert.ok((await build(bytesOf({ 'chapter-1.md': text }), bytes, false)).epub, what);
  }
});

test('numbers and ids that a stranger has chosen do no harm', async () => {
  const { epub } = await made({ 'chapter-1.md': text });
  const forged = packZip(
    new Map(
      readEpub(epub).entries.map(({ name, bytes }) => {
        const body = new TextDecoder().decode(bytes);
        const changed = body.replaceAll(/<p id="[^"]*"/g, '<p id="chapter-1-title" data-kobo="1.1-9999999 x 2"');
        return [name, name.includes('chapter') ? new TextEncoder().encode(changed) : bytes];
      }),
    ),
  );
  const { kepub } = await made({ 'chapter-1.md': text }, forged);
  const ids = elementsIn(contentOf(readEpub(kepub), 'OEBPS/chapter-1.xhtml')).flatMap(
    (each) => attributeOf(each, 'id') ?? [],
  );
  assert.equal(new Set(ids).size, ids.length);
});
