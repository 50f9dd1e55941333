import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyrightLines } from '../../scripts/finish/copyright-page.ts';
import { render } from '../render/rendering.ts';
import { read } from '../tools/manuscript.ts';

async function linesOf(yaml: string): Promise<readonly string[]> {
  const { book } = await read({ 'book.yaml': `title: T\n${yaml}`, 'a.md': 'A.\n' });
  return copyrightLines(book.metadata).map(({ label, text, href }) =>
    [label, text, href].filter((each) => each !== undefined).join(' '),
  );
}

test('says whose the book is, what may be done with it, who published it, and the ISBN of each edition', async () => {
  assert.deepEqual(
    await linesOf(
      'author: [Ann, Bea]\ndate: 2026-11-23\nrights: all rights reserved\nlicence: CC BY 4.0\npublisher: P\nisbn: {kobo: 978-0-306-40615-7, print: ISBN 978-1-4028-9462-6}\n',
    ),
    [
      '© 2026 Ann, Bea',
      'All rights reserved.',
      'Creative Commons Attribution 4.0 International https://creativecommons.org/licenses/by/4.0/',
      'Published by P, 2026',
      'ISBN 978-0-306-40615-7 (Kobo)',
      'ISBN 978-1-4028-9462-6 (print)',
    ],
  );
});

test('adds no line of copyright to one that is typed, nor to a work that is given away', async () => {
  assert.deepEqual(await linesOf('author: Ann\nrights: © 2020 The Estate of Ann\nisbn: 978-0-306-40615-7\n'), [
    '© 2020 The Estate of Ann',
    'ISBN 978-0-306-40615-7',
  ]);
  assert.equal((await linesOf('author: Ann\nlicence: CC0\n'))[0]?.startsWith('Creative Commons CC0'), true);
  assert.deepEqual(await linesOf('author: Ann\nlang: de\nrights: All rights reserved.\n'), [
    '© Ann',
    'Alle Rechte vorbehalten.',
  ]);
});

test('half title and copyright page are made where they are asked for, in their places, and an author’s own take theirs', async () => {
  const kindsOf = async (files: Readonly<Record<string, string>>) =>
    (await render({ 'chapter-1.md': 'A.\n', ...files })).publication.documents.map(({ kind }) => kind);
  const yaml = 'title: T\nhalf-title: yes\ncopyright-page: yes\n';
  const made = ['half-title', 'title-page', 'copyright', 'contents', 'chapter'];
  assert.deepEqual(await kindsOf({ 'book.yaml': yaml }), made);
  assert.deepEqual(await kindsOf({ 'book.yaml': yaml, 'copyright.md': 'Mine.\n', 'half-title.md': 'Mine.\n' }), made);
  assert.deepEqual(await kindsOf({ 'book.yaml': 'title: T\nisbn: 978-0-306-40615-7\n' }), [
    'title-page',
    'contents',
    'chapter',
  ]);
  const { publication, rendered } = await render({
    'book.yaml': `${yaml}author: A & B\nlang: cy\n`,
    'chapter-1.md': 'A.\n',
  });
  const page = publication.documents.find(({ kind }) => kind === 'copyright')?.body ?? '';
  assert.match(page, /<section id="copyright" class="copyright" epub:type="copyright-page" aria-label="Copyright">/);
  assert.match(page, /© A &amp; B/);
  assert.match(publication.documents[0]?.body ?? '', /epub:type="halftitlepage"/);
  assert.ok(rendered.forms.has('pages'));
});
