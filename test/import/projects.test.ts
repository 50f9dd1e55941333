import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoadedForeign, OfficeFiles } from '../../scripts/book/given-files.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import { importStory } from '../../scripts/pipeline/import.ts';
import { docx } from '../tools/docx.ts';
import { packZip } from '../tools/zip.ts';

/** A folder of files, as an importer is given it. */
function folderOf(files: Readonly<Record<string, string>>, convert?: LoadedForeign['convert']): LoadedForeign {
  const names = Object.keys(files).sort();
  const beside = (path: string) => (files[path] === undefined ? undefined : Buffer.from(files[path]));
  const folder = { name: 'lamp', names, isNamed: true, isVault: false };
  return { name: 'lamp', bytes: new Uint8Array(), beside, convert, folder };
}

async function bring(loaded: LoadedForeign) {
  const { value, problems } = await importStory(loaded, usualLimits);
  const texts = value?.manuscript.files.map(({ path, text }) => [path, text]);
  return { texts: texts && Object.fromEntries(texts), book: value?.manuscript.bookFile?.text, problems };
}

const manuskript = {
  MANUSKRIPT: '1',
  'infos.txt': 'Title:          The Lamp\nAuthor:         Ann Quoin\n',
  'outline/0-North/folder.txt':
    'title:          North\nID:             1\ntype:           folder\ncompile:        2\n\n\n',
  'outline/0-North/0-Dark/folder.txt': 'title:          Dark\ncompile:        2\n',
  'outline/0-North/0-Dark/0-a.md':
    'title:          a\nsummary:        goes\n                on\ncompile:        2\n\n\nIt was *dark*.\n',
  'outline/0-North/0-Dark/1-b.md': 'title:          b\ncompile:        2\n\n\nDarker: yes.\n',
  'outline/0-North/0-Dark/2-c.md': 'title:          c\ncompile:        0\n\n\nCut.\n',
};

for (const [what, loaded] of [
  ['a folder', folderOf(manuskript)],
  ['packed', { name: 'lamp.msk', bytes: packZip(manuskript), beside: () => undefined }],
] as const)
  test(`Manuskript, ${what}: folders of folders are parts, texts in a chapter its scenes`, async () => {
    const { texts, book, problems } = await bring(loaded);
    assert.deepEqual(
      Object.values(texts ?? {}).map((text) => String(text)),
      ['---\nkind: part\n---\n\n# North\n', '# Dark\n\nIt was *dark*.\n\n* * *\n\nDarker: yes.\n'],
      JSON.stringify(problems),
    );
    assert.match(book ?? '', /^title: The Lamp\nauthor: Ann Quoin\n/);
    assert.match(problems.map(({ reason }) => reason).join(), /names of scenes, which part them: 2/);
  });

test('Longform: a note lists the scenes; those moved in are scenes of the one above', async () => {
  const { texts, book } = await bring(
    folderOf({
      'Index.md':
        '---\nlongform:\n  format: scenes\n  title: The Lamp\n  sceneFolder: texts\n  scenes:\n    - Two\n    - - Three\n    - One\n---\nIdeas.\n',
      'texts/One.md': 'A.\n',
      'texts/Two.md': '---\nstatus: done\n---\nB.\n',
      'texts/Three.md': 'C.\n',
      'texts/Unlisted.md': 'D.\n',
    }),
  );
  assert.deepEqual(
    Object.values(texts ?? {}).map((text) => String(text).trimStart()),
    ['# Two\n\nB.\n\n* * *\n\nC.\n', '# One\n\nA.\n'],
  );
  assert.match(book ?? '', /^title: The Lamp\n/);
});

const uuid = (digit: string) => `${digit.repeat(8)}-0000-0000-0000-000000000000`;
const binderItem = (digit: string, type: string, title: string, inside = '', compiled = 'Yes') =>
  `<BinderItem UUID="${uuid(digit)}" Type="${type}"><Title>${title}</Title><MetaData><IncludeInCompile>${compiled}</IncludeInCompile></MetaData><Children>${inside}</Children></BinderItem>`;
const scrivener = {
  'lamp.scrivx': `<ScrivenerProject Author="Ann Quoin"><Binder>${binderItem(
    '1',
    'DraftFolder',
    'Draft',
    binderItem(
      '2',
      'Folder',
      'Dark',
      binderItem('3', 'Text', 'a') + binderItem('4', 'Text', 'b') + binderItem('5', 'Text', 'c', '', 'No'),
    ) + binderItem('6', 'Text', 'Light'),
  )}${binderItem('7', 'ResearchFolder', 'Research', binderItem('8', 'Text', 'x'))}</Binder></ScrivenerProject>`,
  ...Object.fromEntries(
    ['3', '4', '5', '6', '8'].map((digit) => [`Files/Data/${uuid(digit)}/content.rtf`, `{\\rtf1 ${digit}}`]),
  ),
};

test('Scrivener: the draft in the order of the binder, by the Word documents that LibreOffice makes of its texts', async () => {
  const asked: string[] = [];
  const convert = async (files: OfficeFiles): Promise<OfficeFiles> => {
    asked.push(...files.keys());
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    return new Map(
      [...files.keys()].map((name, at) => [
        name,
        docx(`<w:p><w:r><w:t>Words ${at}.</w:t></w:r>${at < 2 ? note : ''}</w:p>`, {
          files: {
            'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>Note ${at}.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
          },
        }),
      ]),
    );
  };
  const { texts, book, problems } = await bring(folderOf(scrivener, convert));
  assert.deepEqual(
    asked.map((name) => name.slice(11, 12)),
    ['3', '4', '6'],
  );
  assert.deepEqual(
    texts,
    {
      'chapter-1.md': '# Dark\n\nWords 0.[^1]\n\n* * *\n\nWords 1.[^2]\n\n[^1]: Note 0.\n\n[^2]: Note 1.\n',
      'chapter-2.md': '# Light\n\nWords 2.\n',
    },
    JSON.stringify(problems),
  );
  assert.match(book ?? '', /^title: lamp\nauthor: Ann Quoin\n/);
});

const asDocx =
  (body: string) =>
  async (files: OfficeFiles): Promise<OfficeFiles> =>
    new Map([...files.keys()].map((name) => [name, docx(body)]));
const plainBody = '<w:p><w:r><w:t>Words.</w:t></w:r></w:p>';
const binderFile = scrivener['lamp.scrivx'].replace(' Author="Ann Quoin"', '');

for (const [what, files, facts] of [
  [
    'the properties in its binder',
    {
      'lamp.scrivx': binderFile.replace(
        '</ScrivenerProject>',
        '<ProjectProperties><ProjectTitle>The Old Lamp</ProjectTitle><FullName>Bo Lind</FullName></ProjectProperties></ScrivenerProject>',
      ),
    },
    'title: The Old Lamp\nauthor: Bo Lind\n',
  ],
  [
    'the settings of its compiler',
    {
      'lamp.scrivx': binderFile,
      'Settings/compile.xml':
        '<Compile><Cover><Title>Cover</Title></Cover><MetaData><ProjectTitle>The Old Lamp</ProjectTitle><Surname>Lind</Surname><Forename>Bo</Forename></MetaData></Compile>',
    },
    'title: The Old Lamp\nauthor: Bo Lind\n',
  ],
  ['nothing', { 'lamp.scrivx': binderFile }, 'title: lamp\n'],
] as const)
  test(`Scrivener: title and author by ${what}`, async () => {
    const { book, problems } = await bring(folderOf({ ...scrivener, ...files }, asDocx(plainBody)));
    assert.ok(book?.startsWith(facts), book);
    const said = problems.map(({ reason }) => reason).join();
    assert.match(said, facts.includes('author') ? /“Bo Lind” taken as the author/ : /“lamp” taken as the title/);
  });

test('Scrivener: a large line that opens a scene is no title page', async () => {
  const large = '<w:p><w:r><w:rPr><w:b/><w:sz w:val="48"/></w:rPr><w:t>Ann</w:t></w:r></w:p>';
  const { texts } = await bring(folderOf(scrivener, asDocx(large + plainBody)));
  assert.equal(texts?.['chapter-2.md'], '# Light\n\n**Ann**\n\nWords.\n');
});

test('Scrivener: what a template says of itself is nothing about the book', async () => {
  const compile =
    '<Compile><MetaData><ProjectTitle>template-7</ProjectTitle><Surname>Scrivener</Surname><Forename>Joe</Forename></MetaData></Compile>';
  const files = { ...scrivener, 'lamp.scrivx': binderFile, 'Settings/compile.xml': compile };
  const { book } = await bring(folderOf(files, asDocx(plainBody)));
  assert.match(book ?? '', /^title: lamp\n(?!author)/);
});

test('Scrivener: what its compiler fills or reads is left out, and told', async () => {
  const line =
    '<w:p><w:r><w:t>&lt;$Scr_H::2&gt;In Town&lt;!$Scr_H::2&gt; by &lt;$fullname&gt;, for &lt; $5</w:t></w:r></w:p>';
  const { texts, problems } = await bring(folderOf(scrivener, asDocx(line)));
  assert.equal(texts?.['chapter-2.md'], '# Light\n\nIn Town by , for < \\$5\n');
  assert.match(problems.map(({ reason }) => reason).join(), /such as <\$fullname>: 9/);
});

test('Scrivener without LibreOffice is one problem that says what to install', async () => {
  const { texts, problems } = await bring(folderOf(scrivener));
  assert.equal(texts, undefined);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['import-refused'],
  );
  assert.match(problems[0]?.hint ?? '', /LibreOffice/);
});
