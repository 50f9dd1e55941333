/** The round trip of text: the words of a manuscript are the words of its book. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { splitMetadata } from '../../scripts/metadata/metadata-block.ts';
import { quickBuild } from '../tools/manuscript.ts';
import { openBook } from '../tools/opened-book.ts';
import { seenWords } from '../tools/seen-words.ts';
import { manuscripts } from './books.ts';

/** Letters alone: marks and spaces between them are the typesetter's. */
const word = /\p{L}{3,}/gu;

function textsOf(manuscript: string): readonly string[] {
  if (!statSync(manuscript).isDirectory()) return [readFileSync(manuscript, 'utf8')];
  return readdirSync(manuscript, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !/^(?:templates|node_modules)\/|(?:^|\/)README\.md$/.test(name))
    .map((name) => readFileSync(join(manuscript, name), 'utf8').replace(/\(from chapter \d+\)/g, '')); // a mark, not words
}

/** The text of a page, with nothing between the pieces of a word. */
function textOf(xhtml: string): string {
  const body = xhtml.slice(xhtml.indexOf('<body'));
  const parts: string[] = [];
  const visit = (node: object): void => {
    if ('value' in node && typeof node.value === 'string') parts.push(node.value);
    if ('attrs' in node && Array.isArray(node.attrs))
      for (const { name, value } of node.attrs) if (name === 'alt') parts.push(` ${value} `);
    if ('childNodes' in node && Array.isArray(node.childNodes)) node.childNodes.forEach(visit);
  };
  visit(parseFragment(body));
  return parts.join('');
}

// Attributes and TeX are words that nobody sees: what each form prints is in test/markdown/extend/.
for (const [name, manuscript] of [...manuscripts()].filter(([each]) => each !== 'every form of Markdown')) {
  test(`every word of ${name} is in its book`, async () => {
    assert.ok(existsSync(manuscript));
    if (basename(manuscript).endsWith('.txt')) return; // the importer compares words itself
    const { value, problems } = await buildPath(manuscript, quickBuild);
    assert.ok(value, JSON.stringify(problems));
    const book = openBook(value.epub);
    const printed = book.pages
      .map(({ path }) => textOf(book.text(path)))
      .join('\n')
      .replaceAll('\u00AD', '');
    const typed = textsOf(manuscript).flatMap((text) =>
      seenWords(splitMetadata(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), '').text, word),
    );
    assert.ok(typed.length > 0);
    assert.deepEqual(
      [...new Set(typed)].filter((each) => !printed.includes(each)),
      [],
    );
  });
}
