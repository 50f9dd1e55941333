import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TemplateName } from '../../scripts/book/publication.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { ownTemplates, render } from '../render/rendering.ts';
import { readEpub } from '../tools/epub.ts';
import { tell } from '../tools/manuscript.ts';
import { bind, withTemplate } from './binding.ts';

const files = { 'book.yaml': 'title: T', 'a.md': '# One\n\nA.\n' };

test('an author’s template takes the place of the press’s of that name', async () => {
  const { value, problems } = await chooseTemplates(new Map([['style.css', 'p { color: red }']]));
  assert.equal(value.get('style.css'), 'p { color: red }');
  assert.equal(value.get('page.xhtml.ejs'), ownTemplates.get('page.xhtml.ejs'));
  assert.deepEqual(problems, []);
});

test('a template that replaces none is warned of, with the name it may mean', async () => {
  const { problems } = await chooseTemplates(
    new Map([
      ['styles.css', ''],
      ['constructor', ''],
    ]),
  );
  assert.deepEqual(
    problems.map((each) => [tell(each), each.hint]),
    [
      ['templates/styles.css template-unknown', 'Did you mean “style.css”?'],
      ['templates/constructor template-unknown', undefined],
    ],
  );
});

test('an author’s stylesheet and page are in the book', async () => {
  const page = (ownTemplates.get('page.xhtml.ejs') ?? '').replace('<body', '<!-- mine --><body');
  assert.match(
    readEpub((await bind(files, [], withTemplate('page.xhtml.ejs', page))).bytes ?? new Uint8Array()).text(
      'OEBPS/chapter-1.xhtml',
    ),
    /<!-- mine -->/,
  );
  const styled = await bind(files, [], withTemplate('style.css', 'p { color: red }'));
  const sheet = readEpub(styled.bytes ?? new Uint8Array()).text('OEBPS/style.css');
  assert.equal(sheet, `${ownTemplates.get('core.css')}\np { color: red }`);
  const bare = new Map([...withTemplate('style.css', 'p { color: red }'), ['core.css', ''] as const]);
  const alone = await bind(files, [], bare);
  assert.equal(
    readEpub(alone.bytes ?? new Uint8Array())
      .text('OEBPS/style.css')
      .trim(),
    'p { color: red }',
  );
});

for (const name of [
  'page.xhtml.ejs',
  'package.opf.ejs',
  'toc.ncx.ejs',
  'nav.xhtml.ejs',
] as const satisfies readonly TemplateName[]) {
  test(`an unknown name in ${name} is an error at its line`, async () => {
    const lines = (ownTemplates.get(name) ?? '').split('\n');
    const { bytes, problems } = await bind(
      files,
      [],
      withTemplate(name, [...lines.slice(0, -1), '<%= nobody %>', ''].join('\n')),
    );
    assert.equal(bytes, undefined);
    assert.deepEqual(problems.map(tell), [`templates/${name}:${lines.length}:1 template-failed`]);
    assert.match(problems[0]?.reason ?? '', /nobody is not defined/);
  });

  test(`${name} that is not EJS is an error`, async () => {
    const { bytes, problems } = await bind(files, [], withTemplate(name, '<p>\n<% if ( { %>\n</p>'));
    assert.equal(bytes, undefined);
    assert.deepEqual(
      problems.map(({ rule, severity }) => [rule, severity]),
      [['template-failed', 'error']],
    );
  });
}

for (const name of ['title-page.xhtml.ejs', 'contents.xhtml.ejs'] as const) {
  test(`an unknown name in ${name} is an error at its line`, async () => {
    const { problems } = await render(files, [], { templates: withTemplate(name, '<p>\n\n<%= nobody %></p>') });
    assert.deepEqual(problems.map(tell), [`templates/${name}:3:1 template-failed`]);
    assert.match(problems[0]?.reason ?? '', /nobody is not defined/);
  });
}

test('a template that prints no XML is an error before anything is bound', async () => {
  const templates = withTemplate('title-page.xhtml.ejs', '<p>An <br> unclosed</p>');
  const { problems } = await render(files, [], { templates });
  assert.deepEqual(problems.map(tell), ['templates/title-page.xhtml.ejs document-malformed']);
  assert.deepEqual((await render(files)).problems, []);
});

test('a stranger’s templates are left out, but for style sheets', async () => {
  const theirs = new Map([
    ['page.xhtml.ejs', '<% process.exit() %>'],
    ['style.css', 'p { color: red }'],
  ]);
  const { value, problems } = await chooseTemplates(theirs, { untrusted: true });
  assert.equal(value.get('page.xhtml.ejs'), ownTemplates.get('page.xhtml.ejs'));
  assert.equal(value.get('style.css'), 'p { color: red }');
  assert.deepEqual(problems.map(tell), ['templates/page.xhtml.ejs code-not-run']);
});
