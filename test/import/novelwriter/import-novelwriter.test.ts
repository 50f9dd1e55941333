import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFiles } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';

const item = (
  handle: string,
  parent: string,
  order: number,
  name: string,
  more = 'layout="DOCUMENT"',
  active = 'yes',
) =>
  `<item handle="${handle}" parent="${parent}" order="${order}" type="FILE" class="NOVEL" ${more}><name active="${active}">${name}</name></item>`;
const project = (items: string) =>
  `<?xml version="1.0"?><novelWriterXML fileVersion="1.5"><project><name>The Lamp</name><author>Ann Lee</author></project><settings><language>en_GB</language><autoReplace><entry key="A">Bea</entry></autoReplace></settings><content>
<item handle="a000000000000" parent="None" order="0" type="ROOT" class="NOVEL"><name>Novel</name></item>${items}</content></novelWriterXML>`;

const files = {
  'nwProject.nwx': project(
    item('a000000000003', 'a000000000002', 0, 'Scene') +
      item('a000000000002', 'a000000000000', 2, 'One') +
      item('a000000000001', 'a000000000000', 1, 'Part') +
      item('a000000000004', 'a000000000000', 3, 'Notes', 'layout="NOTE"') +
      item('a000000000005', 'a000000000000', 4, 'Cut', 'layout="DOCUMENT"', 'no'),
  ),
  'content/a000000000001.nwd': '%%~name: Part\n# Part One\n\n>> For <A>. <<\n',
  'content/a000000000002.nwd':
    '## Dark\n\n@pov: Bea\n\n% a thought\n\nIt was _dark_[footnote:f1], part[b]ial[/b]ly.\nA <C> line.\n\n%Footnote.f1: Very.\n',
  'content/a000000000003.nwd': '### The door\n\n[newpage]\n- No, said **she**. [sic]\n',
  'content/a000000000004.nwd': 'Secret.',
  'content/a000000000005.nwd': 'Cut.',
};

test('a novelWriter project is its parts and chapters, in the order of the project', async () => {
  const { value, problems } = await importFile(makeFiles(files));
  assert.ok(value, JSON.stringify(problems));
  assert.equal(
    value.manuscript.bookFile?.text,
    'title: The Lamp\nauthor: Ann Lee\nlang: en-GB\norder:\n  - part-1.md\n  - chapter-1.md\n',
  );
  assert.deepEqual(Object.fromEntries(value.manuscript.files.map(({ path, text }) => [path, text])), {
    'part-1.md': '# Part One\n\n-> For Bea. <-\n',
    'chapter-1.md':
      '# Dark\n\nIt was _dark_[^f1], part<strong>ial</strong>ly.\\\nA \\<C> line.\n\n[^f1]: Very.\n\n* * *\n\n\\- No, said **she**. \\[sic]\n',
  });
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['import-left-out'],
  );
});

test('a document that the project names and that is not there is an error', async () => {
  const { 'content/a000000000003.nwd': _, ...rest } = files;
  const { value, problems } = await importFile(makeFiles(rest));
  assert.equal(value, undefined);
  assert.deepEqual(
    problems.map(({ rule, severity }) => `${severity} ${rule}`),
    ['error manuscript-missing'],
  );
});

test('the title page of a project gives the title; an address and a count of words are left out, and told', async () => {
  const page =
    'Ann Lee[br]\nThe Mill 1 <<\n\n[vspace:5]\n\n#! The Long Lamp\n\n>> **By Ann Lee** <<\n\n>> For Bea. <<\n\n>> Word Count: [field:textWords] <<\n';
  const items =
    item('a000000000001', 'a000000000000', 1, 'Title Page') + item('a000000000002', 'a000000000000', 2, 'One');
  const { value, problems } = await importFile(
    makeFiles({
      'nwProject.nwx': project(items),
      'content/a000000000001.nwd': page,
      'content/a000000000002.nwd': '## Dark\n\nIt was dark.\n',
    }),
  );
  assert.match(value?.manuscript.bookFile?.text ?? JSON.stringify(problems), /^title: The Long Lamp\n/);
  assert.deepEqual(
    value?.manuscript.files.map(({ text }) => text.replace(/^---[\s\S]*?---\n/, '').trim()),
    ['-> For Bea. <-', '# Dark\n\nIt was dark.'],
  );
  assert.deepEqual(
    problems.map(({ reason }) => reason),
    ['Left out: lines of the title page, which the press makes: 4'],
  );
});
