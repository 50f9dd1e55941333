/** What readers' devices demand of stylesheets: one test a demand, over the sheets of a real book. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../tools/css.ts';
import { openBook } from '../tools/opened-book.ts';
import { bookOf } from '../tools/press.ts';
import { find } from '../tools/xml.ts';
import { sampleCase } from './books.ts';

const book = openBook(await bookOf(sampleCase('every-feature')));
const chapter = book.text(book.spine.at(-1)?.path ?? '');
const sheets = find(chapter, '//h:link[@rel="stylesheet"]/@href').map(({ text }) => {
  const item = book.stylesheets.find(({ path }) => path.endsWith(`/${text}`));
  assert.ok(item, text);
  return book.text(item.path);
});
const [core = '', ...newer] = sheets;
const rules = sheets.flatMap(rulesOf);
const declarations = rules.flatMap((rule) => [...rule.declarations].map(([name, value]) => ({ name, value, rule })));

test('what is newer than CSS 2.1 goes in a second file', () => {
  assert.equal(newer.length, 1);
});

test('the core stylesheet keeps to CSS 2.1', () => {
  const bare = core.replace(/\/\*[\s\S]*?\*\//g, '');
  const functions = [...bare.matchAll(/([\w-]+)\(/g)].map(([, name]) => name);
  assert.deepEqual(
    functions.filter((name) => name !== 'rgb' && name !== 'url'),
    [],
  );
  assert.doesNotMatch(
    bare,
    /--|@(media|supports|layer|container|namespace)|&|:(is|not|has|where|nth-|last-|only-)|::|\[[\w-]*\||display:\s*(grid|flex|inline-flex)/,
  );
  assert.deepEqual(
    rulesOf(core).flatMap(({ selectors }) => selectors.filter((each) => each.includes('{'))),
    [],
  );
});

test('section, aside, nav, figure and figcaption are blocks', () => {
  const blocks = rulesOf(core)
    .filter((rule) => rule.declarations.get('display') === 'block')
    .flatMap((rule) => rule.selectors);
  for (const name of ['section', 'aside', 'nav', 'figure', 'figcaption']) assert.ok(blocks.includes(name), name);
});

test('pictures keep within the page and their shape', () => {
  const img = rulesOf(core).find((rule) => rule.selectors.includes('img'))?.declarations;
  assert.deepEqual([img?.get('max-width'), img?.get('height')], ['100%', 'auto']);
});

test('there are hyphens with and without prefix, none in headings', () => {
  for (const property of ['hyphens', '-webkit-hyphens']) {
    const off = rules.filter((rule) => rule.declarations.get(property) === 'none').flatMap((rule) => rule.selectors);
    assert.ok(
      rules.some((rule) => rule.selectors.includes('p') && rule.declarations.get(property) === 'auto'),
      property,
    );
    for (const heading of ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
      assert.ok(off.includes(heading), `${heading} ${property}`);
  }
});

test('widows and orphans are two', () => {
  const p = rules.filter((rule) => rule.selectors.includes('p'));
  for (const property of ['widows', 'orphans'])
    assert.ok(
      p.some((rule) => rule.declarations.get(property) === '2'),
      property,
    );
});

test('no text or background colour is forced', () => {
  const forced = declarations.filter(
    ({ name, value }) =>
      /^(color|background(-color|-image)?)$/.test(name) && !/^(inherit|currentcolor|transparent|none)$/i.test(value),
  );
  assert.deepEqual(
    forced.map(({ name, value }) => `${name}: ${value}`),
    [],
  );
});

test('the body has no size and no family of its own: those are the reader’s', () => {
  const own = rules.filter((rule) => rule.selectors.some((each) => /^(body|html|:root|p)$/.test(each)));
  for (const property of ['font-size', 'font-family', 'font', 'line-height']) {
    assert.ok(
      own.every((rule) => !rule.declarations.has(property)),
      property,
    );
  }
});

test('there are no bare div or span selectors', () => {
  assert.deepEqual(
    rules.flatMap((rule) => rule.selectors.filter((each) => /^(div|span)$/.test(each))),
    [],
  );
});

test('margins are at most 2em', () => {
  const lengths = declarations
    .filter(({ name }) => name.startsWith('margin'))
    .flatMap(({ value }) => value.split(/\s+/));
  const wide = lengths.filter((length) => /em$/.test(length) && Number.parseFloat(length) > 2);
  assert.deepEqual(wide, []);
});

test('no sizes in pixels, no text-transform, nothing hidden', () => {
  assert.deepEqual(
    declarations.filter(({ name, value }) => /font-size|line-height/.test(name) && /px/.test(value)),
    [],
  );
  assert.deepEqual(
    declarations.filter(({ name }) => name === 'text-transform'),
    [],
  );
  assert.deepEqual(
    declarations.filter(({ name, value }) => name === 'display' && value === 'none'),
    [],
  );
});
