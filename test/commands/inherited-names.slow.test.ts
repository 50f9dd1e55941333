/**
 * What every object of JavaScript inherits, given as the name of everything that an author or a stranger may name: files, keys,
 * classes, ids, styles, options. In: each format and each command. No run ends in a fault, and no table answers with
 * what it inherits, which would be printed as a function or an object.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeBag } from '../../scripts/archive/bag.ts';
import { exitCodes } from '../../scripts/commands/exit-codes.ts';
import { unpackZip } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';
import { packZip } from '../tools/zip.ts';

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'] as const;

/** A text for each name. */
const each = (print: (name: string) => string, between = '\n'): string => names.map(print).join(between);
/** A file for each name. */
const files = (print: (name: string) => readonly [string, string]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map(print));

const inherited = /.{0,60}(?:\[native code\]|\[object |\bundefined\b).{0,40}/;
/** The first words that an object has inherited. */
const inheritedIn = (text: string): string | undefined => inherited.exec(text)?.[0];

function filesBelow(path: string): readonly (readonly [string, Uint8Array])[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [[path, readFileSync(path)]];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file, readFileSync(file)]);
}

/** Runs a command, which must not fail by a fault of its own; neither what it says nor what it writes has inherited words. */
async function run(words: readonly string[], output?: string) {
  const ran = await fleuron(output === undefined ? words : [...words, '-o', output]);
  const told = `${words.join(' ')}: ${ran.status}\n${ran.stderr}${ran.stdout}`;
  assert.notEqual(ran.status, exitCodes.fault, told);
  assert.equal(inheritedIn(ran.stderr + ran.stdout), undefined, words.join(' '));
  const written = filesBelow(output ?? '').flatMap(([path, bytes]) =>
    /\.(?:epub|zip)$/.test(path) ? [...unpackZip(bytes)] : [[path, bytes] as const],
  );
  for (const [path, bytes] of written)
    if (/\.(?:md|yaml|xhtml|html|opf|ncx|css|svg|json|txt)$/.test(path))
      assert.equal(inheritedIn(Buffer.from(bytes).toString()), undefined, `${words.join(' ')}: in ${path}`);
  return { ...ran, told, written };
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" ${each((name) => `${name}="1" xmlns:p${name}="${name}" p${name}:a="1"`, ' ')}><style>${each((name) => `${name} { ${name}: 1 } .${name} { fill: red }`, ' ')}</style>${each((name) => `<${name} id="${name}"/><p${name}:g xmlns:p${name}="${name}"/><use href="#${name}"/><path id="${name}-2" class="${name}" style="${name}: 1" d="M0 0h1" fill="url(#${name})"/>`, '')}</svg>`;
const html = each(
  (name) =>
    `<${name} ${name}="1">Words</${name}> <p id="${name}" class="${name}" style="${name}: 1" role="${name}" epub:type="${name}" dir="${name}" lang="${name}" ${name}="1">Words <a name="x${name}" href="#${name}">there</a> <img src="${name}.svg" alt="${name}"></p>
<svg xmlns="${name}"><${name} ${name}="1"/></svg> <math><mi mathvariant="${name}" ${name}="1">x</mi><${name}/></math> <ol type="${name}"><li value="${name}">One</li></ol>`,
);
const markdown = (name: string): string => `# ${name} {#${name} .${name} ${name}=${name}}

A word[^${name}], [a link][${name}], [another](#${name}), [a page](${name}.md#${name}), ![a picture](${name}.svg) and \`code\`{.${name} ${name}="1"}.

[Words]{#${name}-2 .${name} lang=${name} ${name}=1}.

:::${name}
Words in a box.
:::

::: {.${name} #${name}-3 ${name}="1"}
Words in another.
:::

> [!${name}] A callout
> of words, with [[${name}]] and ![[${name}.svg]] and #${name}.

\`\`\`${name}
code
\`\`\`

[^${name}]: A note.

[${name}]: https://example.com/${name}
`;
const yaml = `title: Names\nauthor: Ann\nmodified: 2026-03-04\ndescription: ${names.join(' ')}\ntags: [${names.join(', ')}]\n`;
const manuscript: Readonly<Record<string, string>> = {
  'book.yaml': yaml,
  'all.md': `# All\n\nWords.\n\n${html}\n`,
  'templates/style.css': each(
    (name) => `${name}, .${name}, #${name} { ${name}: 1 } @${name} { a { color: red } } @page ${name} { margin: 0 }`,
  ),
  ...files((name) => [
    `${name}.md`,
    `${markdown(name)}\nA :${name}[words]{#${name} .${name} ${name}=${name} lang=${name}} and :span[words]{.${name} lang=${name}}.\n`,
  ]),
  ...files((name) => [`${name}.svg`, svg]),
  ...files((name) => [`letters.${name.toLowerCase()}`, 'x']),
  ...files((name) => [`${name}/${name}`, 'x']),
};

test('a manuscript of inherited names becomes a book for each edition', async () => {
  const { status, told, written } = await run(['build', makeFiles(manuscript), '--edition', 'all'], `${makeFolder()}/`);
  assert.equal(status, 0, told);
  assert.ok(written.length > 4 * Object.keys(manuscript).length, String(written.length));
});

test('keys, sections, templates and languages of inherited names are problems at their lines', async () => {
  const keys = (name: string): string =>
    `${name}: 1\nseries:\n  name: S\n  ${name}: 1\ntypography:\n  ${name}: yes\ncontributors:\n  - name: A\n    ${name}: B\n    role: ${name}\nkind: ${name}\ntheme: ${name}\nornament: ${name}\nlang: ${name}\ndir: ${name}\ncover: ${name}\norder: [${name}]\nplugins: [${name}]\n`;
  for (const [command, name] of [
    ...names.map((each) => ['build', each] as const),
    ['check', '__proto__'],
    ['archive', 'constructor'],
  ] as const) {
    const folder = makeFiles({
      'book.yaml': `title: T\n${keys(name)}`,
      'a.md': `---\n${keys(name)}---\n\nWords.\n`,
      [`templates/${name}`]: 'x',
      [`templates/${name}.ejs`]: 'x',
      [`templates/${name}.css`]: 'x',
    });
    const { status, stderr } = await run(
      [command, folder],
      command === 'check' ? undefined : join(makeFolder(), command === 'build' ? 'out.epub' : 'out'),
    );
    assert.equal(status, 1);
    assert.match(stderr, /book.yaml:2:1 warning metadata-key/);
  }
});

test('a book of inherited names is checked, archived, verified, and another version of it joins', async () => {
  const folder = makeFiles(manuscript);
  await run(['check', folder]);
  const book = join(makeFolder(), 'book.epub');
  await run(['build', folder], book);
  assert.equal((await run(['verify', book, '--source', folder])).status, 0);
  const target = join(makeFolder(), 'bag.zip');
  const first = await run(['archive', folder], target);
  assert.equal(first.status, 0, first.told);
  writeFileSync(join(folder, 'all.md'), '# All\n\nOther words.\n');
  const second = await run(['archive', folder], target);
  assert.equal(second.status, 0, second.told);
  const verified = await run(['verify', target]);
  assert.equal(verified.status, 0, verified.told);
  const events = second.written.find(([path]) => path.endsWith('data/events.json'))?.[1];
  const formats =
    Buffer.from(events ?? [])
      .toString()
      .match(/"formatDesignation": \{[^}]*\}/g) ?? [];
  assert.ok(formats.length > 20);
  for (const format of formats) assert.match(format, /"formatName": "/);
});

test('a bag of inherited names that a stranger made is no fault', async () => {
  const mine = join(makeFolder(), 'bag');
  const folder = makeFiles({ 'a.md': '# A\n\nWords.\n' });
  await run(['archive', folder], mine);
  const facts = JSON.parse(readFileSync(join(mine, 'data/metadata.json'), 'utf8')) as { readonly metadata: object };
  const odd = { ...facts, metadata: { ...facts.metadata, ...JSON.parse(`{${each((name) => `"${name}":"x"`, ',')}}`) } };
  const payload = new Map(
    filesBelow(join(mine, 'data')).map(([path, bytes]) => [path.slice(join(mine, 'data/').length), bytes]),
  );
  payload.set('metadata.json', Buffer.from(JSON.stringify(odd)));
  for (const name of names) payload.set(name, Buffer.from('x'));
  const bag = makeFiles({
    ...Object.fromEntries(makeBag(payload, [])),
    ...files((name) => [`manifest-${name.toLowerCase()}.txt`, 'x']),
  });
  await run(['verify', bag]);
  writeFileSync(join(folder, 'a.md'), '# A\n\nMore words.\n');
  const joined = await run(['archive', folder], bag);
  const changes = joined.written.find(([path]) => path.endsWith('data/changes.json'))?.[1];
  if (joined.status !== 0) return assert.equal(joined.status, exitCodes.damaged, joined.told); // manifests of unknown kinds
  for (const name of names)
    assert.match(
      Buffer.from(changes ?? []).toString(),
      new RegExp(`"key": "${name}",\\s+"before": "x",\\s+"after": null`),
    );
});

const xml = (body: string): string => `<?xml version="1.0"?>${body}`;
const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each((name) => `<Default Extension="${name}" ContentType="${name}"/>`, '')}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((name) => `<Relationship Id="${name}" Type="${office}/hyperlink" Target="https://example.com/${name}" TargetMode="External"/>`, '')}</Relationships>`,
  'word/styles.xml': xml(
    `<w:styles ${w}>${each((name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style><w:style w:type="character" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`, '')}</w:styles>`,
  ),
  'word/footnotes.xml': xml(
    `<w:footnotes ${w}>${each((name) => `<w:footnote w:id="${name}"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote>`, '')}</w:footnotes>`,
  ),
  'word/document.xml': xml(
    `<w:document ${w}><w:body>${each((name) => `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr><w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/><w:r><w:rPr><w:rStyle w:val="${name}"/></w:rPr><w:t xml:space="preserve">Words of ${name} </w:t></w:r><w:hyperlink r:id="${name}"><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:hyperlink w:anchor="${name}"><w:r><w:t xml:space="preserve"> and another</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="${name}"/></w:r></w:p>`, '')}</w:body></w:document>`,
  ),
  'docProps/core.xml': xml(
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Names</dc:title><dc:creator>__proto__; constructor</dc:creator><dc:language>constructor</dc:language></cp:coreProperties>',
  ),
  ...files((name) => [name, 'x']),
  ...files((name) => [`word/${name}`, 'x']),
};
const epub: Readonly<Record<string, string>> = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
  'a.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="__proto__"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:title id="toString">Names</dc:title><dc:language>constructor</dc:language>${each((name) => `<dc:creator id="${name}" opf:role="${name}">${name}</dc:creator><dc:identifier id="i${name}">${name}</dc:identifier><meta refines="#${name}" property="role" scheme="${name}">${name}</meta><meta property="${name}">${name}</meta><meta name="${name}" content="${name}"/>`, '')}</metadata><manifest>${each((name) => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml" properties="${name}"/><item id="p${name}" href="${name}.svg" media-type="image/svg+xml"/>`, '')}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine toc="${names[0]}">${each((name) => `<itemref idref="${name}" properties="${name}"/>`, '')}</spine></package>`,
  'nav.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol>${each((name) => `<li><a href="${name}.xhtml#${name}">${name}</a></li>`, '')}</ol></nav><nav epub:type="landmarks"><ol>${each((name) => `<li><a epub:type="${name}" href="${name}.xhtml">${name}</a></li>`, '')}</ol></nav></body></html>`,
  ...files((name) => [
    `${name}.xhtml`,
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${name}"><head><title>${name}</title></head><body class="${name}" epub:type="${name}" ${name}="1"><h1 id="${name}">${name}</h1><p class="${name}" ${name}="1">Words <a epub:type="noteref" href="#n-${name}" id="r-${name}">1</a> <img src="${name}.svg" alt="${name}"/></p><${name}>Words</${name}><aside epub:type="footnote" id="n-${name}"><p>A note.</p></aside></body></html>`,
  ]),
  ...files((name) => [`${name}.svg`, svg]),
  ...files((name) => [name, 'x']),
};
const page = `<!DOCTYPE html><html lang="constructor" ${each((name) => `${name}="1"`, ' ')}><head><title>Names</title>${each((name) => `<meta name="${name}" content="${name}"><meta property="og:${name}" content="x">`, '')}</head><body><h1>Names</h1>${html}</body></html>`;
const archivePage = `<!DOCTYPE html><html><head><title>Names - Ann</title></head><body><div id="preface"><p class="message"><b>Names</b><br>Posted originally on the <a href="http://archiveofourown.org/">Archive of Our Own</a> at <a href="http://archiveofourown.org/works/1">http://archiveofourown.org/works/1</a>.</p><div class="meta"><dl class="tags"><dt>Language:</dt><dd>constructor</dd>${each((name) => `<dt>${name}:</dt><dd>${name}</dd>`, '')}</dl><h1>Names</h1><div class="byline">by <a rel="author" href="/users/constructor">constructor</a></div></div></div><div id="chapters" class="userstuff"><p>It was a long evening.</p></div></body></html>`;
const text = `Names\nby constructor\n\n${each((name) => `${name}: ${name}`)}\nLanguage: constructor\nRating: toString\n\nChapter 1\n\nIt was a long evening, and nobody spoke of ${names.join(', ')}.\n`;
const facts = each((name) => `${name}: ${name}\nlanguage-${name}: 1`);
const nested = `title:\n  - type: __proto__\n    text: Names\nauthor:\n${each((name) => `  - name: ${name}\n    role: ${name}\n    ${name}: 1`)}\nseries:\n  name: S\n  __proto__: 1\n  constructor: 2\nidentifier:\n  scheme: constructor\n  text: x\nlang: constructor\ntoc-title:\n  __proto__: {constructor: {toString: 1}}\n`;
const toml = `[book]\ntitle = "Names"\nlanguage = "constructor"\n${each((name) => `${name} = "x"`)}\n${each((name) => `[${name}]\n${name} = "x"`)}\n`;

const brought: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>])[] = [
  ['a Word document', { 'names.docx': packZip(new Map(Object.entries(word))) }],
  ['an EPUB', { 'names.epub': packZip(new Map(Object.entries(epub)), ['mimetype']) }],
  ['a web page', { 'names.html': page }],
  ['a page of an archive', { 'names.html': archivePage }],
  ['a plain text', { 'names.txt': text }],
  ['pandoc’s Markdown', { 'names.md': `---\n${facts}\n${nested}---\n\n${each(markdown)}` }],
  [
    'an mdBook',
    {
      'book.toml': toml,
      'src/SUMMARY.md': `# Summary\n\n${each((name) => `- [${name}](${name}.md)`)}\n`,
      ...files((name) => [`src/${name}.md`, `${markdown(name)}\n{{#include ${name}.svg:${name}}}\n`]),
      ...files((name) => [`src/${name}.svg`, svg]),
    },
  ],
  [
    'a Leanpub book',
    {
      'Book.txt': `frontmatter:\n${each((name) => `${name}.md`)}\n`,
      ...files((name) => [
        `${name}.md`,
        `${markdown(name)}\n{class: "${name}", ${name}: "${name}"}\nWords.\n\n{${name}}\n\nA> Words.\n`,
      ]),
      ...files((name) => [`resources/${name}.svg`, svg]),
    },
  ],
  [
    'an Obsidian vault',
    {
      '.obsidian/app.json': '{}',
      ...files((name) => [
        `${name}.md`,
        `---\n${facts}\naliases: [${names.join(', ')}]\n---\n\n${markdown(name)}\n[[${name}#${name}|x]] ^${name}\n`,
      ]),
      ...files((name) => [`${name}.svg`, svg]),
    },
  ],
];

for (const [what, content] of brought)
  test(`${what} of inherited names is imported, and built at once`, async () => {
    const folder = makeFiles(content);
    const [only = ''] = Object.keys(content);
    const source = Object.keys(content).length === 1 ? join(folder, only) : folder;
    const imported = await run(['import', source], join(makeFolder(), 'book'));
    assert.ok(imported.status === 0 || /words-lost|import-refused/.test(imported.stderr), imported.told);
    await run(['build', source], join(makeFolder(), 'book.epub'));
    assert.equal(imported.status, 0, imported.told);
  });

test('a span of another tool keeps a class of that name', async () => {
  const folder = makeFiles({
    'a.md': `---\ntitle: T\n---\n\n${each((name) => `It was [dark]{.${name}} there.`, '\n\n')}\n`,
  });
  const { written, told } = await run(['import', join(folder, 'a.md')], join(makeFolder(), 'book'));
  const words = written.map(([, bytes]) => Buffer.from(bytes).toString()).join('\n');
  for (const name of names) assert.ok(words.includes(`[dark]{.${name}}`), `${told}\n${words}`);
});

test('commands, options and what stands behind them may have any name', async () => {
  const folder = makeFiles({ 'a.md': '# A\n\nWords.\n' });
  const help = await run(['help']);
  for (const name of ['__proto__', 'constructor']) {
    assert.equal((await run(['help', name])).stdout, help.stdout, name);
    for (const words of [
      [name],
      [name, '--help'],
      ['build', folder, `--${name}`],
      ['build', folder, '--edition', name],
      ['build', folder, '--limit', `${name}=1`],
      ['build', folder, '--limit', `files=${name}`],
    ]) {
      const { status, told } = await run(words);
      assert.equal(status, exitCodes.usage, told);
    }
    await run(['build', folder], join(makeFolder(), name));
    await run(['archive', folder], join(makeFolder(), name));
    await run(['init', join(makeFolder(), name)]);
    for (const option of ['--lang', '--style']) {
      const set = execFileSync(
        'sh',
        [
          '-c',
          '"$0" "$1" typeset "$2" "$3" 2>&1 || echo "$?"',
          process.execPath,
          join(root, 'scripts/fleuron.cjs'),
          option,
          name,
        ],
        { input: `---\n${name}: 1\n---\n\nIt's :${name}[dark]{${name}=1} "there".\n`, encoding: 'utf8' },
      );
      assert.equal(inheritedIn(set), undefined);
      assert.ok(!set.endsWith(`\n${exitCodes.fault}\n`), set);
    }
  }
});
