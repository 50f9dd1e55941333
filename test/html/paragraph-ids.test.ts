import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isParagraphId } from '../../scripts/book/paragraph-id.ts';
import { attributeOf, elementsIn } from '../../scripts/html/hast-nodes.ts';
import { giveParagraphIds } from '../../scripts/html/paragraph-ids.ts';
import { textBlocks } from '../../scripts/html/text-blocks.ts';
import { parsed } from '../editions/editing.ts';

/** Ids by the words of their blocks, those of each block in order. */
function idsIn(markup: string, taken: readonly string[] = []): readonly (readonly [string, string])[] {
  const content = parsed(markup);
  giveParagraphIds([content], taken);
  return textBlocks(content).map(({ element, text }) => [text.trim(), attributeOf(element, 'id') ?? '']);
}

test('every kind of block has an id, and only where it has none', () => {
  const page = `<section id="chapter-1"><h1 id="chapter-1-title">One</h1><p>A</p><blockquote><p>B</p></blockquote>
<p class="scene-break" role="separator">*</p><ul><li>C<ul><li>D</li></ul></li></ul><dl><dt>E</dt><dd>F</dd></dl>
<table><tbody><tr><td>G</td><th>H</th></tr></tbody></table><div class="verse"><p class="line">I</p></div><pre><code>J</code></pre>
<figure><img src="a.png" alt="K"/><figcaption>L</figcaption></figure><p id="chapter-1-mine">M</p><div>N</div>
<aside epub:type="footnote" id="chapter-1-note-1"><p><a role="doc-backlink" href="#x">1.</a> O</p></aside></section>`;
  const ids = new Map(idsIn(page));
  assert.deepEqual([...ids.keys()], ['One', 'A', 'B', '', ...'CDEFGHIJKLMNO']);
  for (const [text, id] of ids)
    if (text === 'One') assert.equal(id, 'chapter-1-title');
    else if (text === 'M') assert.equal(id, 'chapter-1-mine');
    else assert.ok(isParagraphId(id), `${text} ${id}`);
  assert.equal(new Set(ids.values()).size, ids.size);
});

test('an id stays where other blocks come and go, and other marks are set', () => {
  const before = idsIn(
    '<p>“It’s a boat,” said Nell<a role="doc-noteref" href="#n">1</a>.</p><p>Yes.</p><p>No.</p><p>Yes.</p>',
  );
  const after = idsIn(
    '<p>New.</p><p>«It’s a <em>boat</em>», said Nell<a role="doc-noteref" href="#n">2</a>.</p><p>Yes.</p><p>Yes.</p>',
  );
  const [boat, yes, , again] = before.map(([, id]) => id);
  assert.equal(after[1]?.[1], boat);
  assert.equal(after[2]?.[1], yes);
  assert.notEqual(again, yes);
});

test('no id is given twice, nor one that is taken', () => {
  const ids = idsIn('<p>0</p>'.repeat(60_000)).map(([, id]) => id);
  assert.equal(new Set(ids).size, 60_000);
  assert.ok(ids.every(isParagraphId));
  const [[, id] = ['', '']] = idsIn('<p>0</p>');
  assert.notEqual(idsIn('<p>0</p>', [id])[0]?.[1], id);
});

test('an element of the author’s, or of the press, has no such id', () => {
  const ids = elementsIn(parsed('<p id="preface"/><p id="prologue"/><p id="chapter-1-_abc"/>'));
  assert.ok(ids.every((element) => !isParagraphId(attributeOf(element, 'id'))));
});
