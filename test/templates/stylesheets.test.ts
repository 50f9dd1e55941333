/** What old engines ask of the stylesheets of every theme, judged by a CSS parser that is not ours. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as css from 'css-tree';
import type { TemplateName } from '../../scripts/book/publication.ts';
import { themeNames, themes } from '../../scripts/book/themes.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { printed } from '../render/rendering.ts';
import { makeFiles } from '../tools/folder.ts';
import { quickBuild } from '../tools/manuscript.ts';
import { root } from '../tools/need.ts';

/** CSS 2.1, appendix F, without what is for speech and for tables of pages only. */
const properties = new Set(
  `background background-attachment background-color background-image background-position background-repeat border
border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color border-left
border-left-color border-left-style border-left-width border-right border-right-color border-right-style
border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width
border-width bottom caption-side clear color content counter-increment counter-reset direction display empty-cells
float font font-family font-size font-style font-variant font-weight height left letter-spacing line-height list-style
list-style-image list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top
max-height max-width min-height min-width orphans overflow padding padding-bottom padding-left padding-right
padding-top page-break-after page-break-before page-break-inside position quotes right table-layout text-align
text-decoration text-indent top unicode-bidi vertical-align visibility white-space widows width word-spacing`.split(
    /\s+/,
  ),
);
const units = new Set(['em', 'ex', 'px', 'pt']);
const displays = new Set('block inline inline-block list-item table table-row table-cell'.split(' '));
/** Pseudo-classes that the oldest engines know. */
const pseudoClasses = new Set(['first-child', 'first-letter', 'link', 'visited']);

function parse(sheet: string): css.CssNode {
  const errors: string[] = [];
  const tree = css.parse(sheet, { positions: true, onParseError: (error) => errors.push(error.message) });
  assert.deepEqual(errors, []);
  return tree;
}

/** Everything in a sheet that a demand forbids, as it is written. */
function faults(sheet: string, isFault: (node: css.CssNode) => boolean): readonly string[] {
  const found: string[] = [];
  css.walk(parse(sheet), (node) => {
    if (isFault(node)) found.push(css.generate(node));
  });
  return found;
}

/** Declarations of a sheet with the selectors they stand under. */
function declarations(
  sheet: string,
): readonly { readonly selector: string; readonly name: string; readonly value: string }[] {
  const list: { readonly selector: string; readonly name: string; readonly value: string }[] = [];
  css.walk(parse(sheet), {
    visit: 'Rule',
    enter(rule) {
      for (const each of rule.block.children)
        if (each.type === 'Declaration')
          list.push({ selector: css.generate(rule.prelude), name: each.property, value: css.generate(each.value) });
    },
  });
  return list;
}

/** Style that options of a design add: what is newer, or what is not. */
const partsOfOptions = (isModern: boolean): string =>
  readdirSync(join(root, 'templates/options'))
    .filter((name) => name.endsWith('-modern.css') === isModern)
    .map((name) => readFileSync(join(root, 'templates/options', name), 'utf8'))
    .join('\n');

const coreSheets = ['core.css', 'core-pieces.css', 'pieces.css', 'style.css'] as const;
const modernSheets = ['core-modern.css', 'core-pieces-modern.css', 'modern.css'] as const;

for (const theme of themeNames) {
  const templates = (await chooseTemplates(new Map(), { theme })).value;
  const [core, modern] = [coreSheets, modernSheets].map((names, at) =>
    [...names.map((name) => templates.get(name)), partsOfOptions(at === 1)].join('\n'),
  );
  assert.ok(core !== undefined && modern !== undefined);

  test(`${theme}: the core sheet has only properties, units and functions of CSS 2.1`, () => {
    assert.deepEqual(
      faults(core, (node) => node.type === 'Declaration' && !properties.has(node.property)),
      [],
    );
    assert.deepEqual(
      faults(core, (node) => node.type === 'Dimension' && !units.has(node.unit)),
      [],
    );
    assert.deepEqual(
      faults(core, (node) => node.type === 'Function' && node.name !== 'rgb'),
      [],
    );
    assert.deepEqual(
      faults(core, (node) => node.type === 'Atrule' && node.name !== 'font-face'),
      [],
    );
    assert.deepEqual(
      faults(core, (node) => node.type === 'Declaration' && node.important !== false),
      [],
    );
    assert.deepEqual(
      declarations(core).filter(({ name, value }) => name === 'display' && !displays.has(value)),
      [],
    );
  });

  test(`${theme}: the core sheet has only selectors that every engine knows`, () => {
    const isFault = (node: css.CssNode): boolean =>
      node.type === 'AttributeSelector' ||
      node.type === 'IdSelector' ||
      node.type === 'PseudoElementSelector' ||
      node.type === 'NestingSelector' ||
      (node.type === 'PseudoClassSelector' && (!pseudoClasses.has(node.name) || node.children !== null)) ||
      (node.type === 'Combinator' && !/^[ >+]$/.test(node.name)) ||
      (node.type === 'TypeSelector' && /[|*]/.test(node.name));
    assert.deepEqual(faults(core, isFault), []);
  });

  test(`${theme}: no sheet selects every div or span`, () => {
    const bare = (node: css.CssNode) =>
      node.type === 'Selector' && /^(?:div|span)$/.test(css.generate(node).split(/[ >+]/).at(-1) ?? '');
    assert.deepEqual(faults(core + modern, bare), []);
  });

  test(`${theme}: margins are at most 2em, and none is auto where a block must be centred`, () => {
    const margins = declarations(core).filter(({ name }) => name.startsWith('margin'));
    const wide = margins.filter(({ value }) =>
      value.split(' ').some((each) => each.endsWith('em') && Number.parseFloat(each) > 2),
    );
    assert.deepEqual(wide, []);
    assert.deepEqual(
      margins.filter(({ value, selector }) => value.includes('auto') && selector !== 'table'),
      [],
    );
  });

  test(`${theme}: size, family and colour of the text are the reader’s`, () => {
    const all = declarations(core + modern);
    const ofText = all.filter(
      ({ selector, name }) =>
        /(?:^|,)(?:body|html|p|:root)(?:,|$)/.test(selector) &&
        /^(?:font|font-size|font-family|line-height)$/.test(name),
    );
    assert.deepEqual(ofText, []);
    const forced = all.filter(
      ({ name, value }) => /^(?:color|background.*|border(?:-\w+)?-color)$/.test(name) && value !== 'inherit',
    );
    assert.deepEqual(forced, []);
    assert.deepEqual(
      all.filter(({ value }) => /#[0-9a-f]{3}/i.test(value)),
      [],
    );
  });
}

/** Classes without a rule on purpose: marks of what a thing is, for a theme that wants them. */
const bareClasses =
  /^(?:continued|dead-link|task|chapter-name|made|press|design|typefaces|stanza|language-.*|half-title|summary|preface|foreword|introduction|characters|afterword|notes|acknowledgements|appendix|glossary|bibliography|about-the-author|also-by|interlude|texts|theirs|title|time|opening|postscript|backlink)$/;

const everyPiece = makeFiles({
  'book.yaml': 'title: T\nauthor: Ann Quoin\npublisher: P\nsubtitle: S\nseries: R\nrating: G\n',
  'chapter-1.md': `# Chapter One: All<br>Of them\n\n> Words.\n>\n> -- Somebody\n\nIt began here, as it had to.[^1]\n\n![A](nothing.png)\n\n:::verse\nA\n  b\n    c\n      d\n        e\n:::\n\n:::letter\nThe Quay\n\nDear Nell,\n\nCome.\n\nYours ever,\n\nAnn\n\nP.S. Soon.\n:::\n\n:::texts{me=Nell}\nAnn (12:03): Here.\n*Nell joined*\nNell: There.\n:::\n\n:::note\nThanks.\n:::\n\n- [x] a\n\n| a | b |\n| :-: | --: |\n| c | d |\n\n* * *\n\nEnd.\n\nThe End\n\n[^1]: A note.\n`,
  'chapter-2.md': '# II\n\nWords.\n',
});

test('every class of a printed page has a rule in each theme, or is known to have none', async () => {
  const folders = readdirSync(join(root, 'test/samples'))
    .filter((name) => name !== 'raw-html' && name !== 'every-feature')
    .map((name) => join(root, 'test/samples', name, 'manuscript'));
  const used = new Set<string>();
  for (const folder of [join(root, 'manuscript'), everyPiece, ...folders]) {
    const { value, problems } = await buildPath(folder, quickBuild);
    assert.ok(value, JSON.stringify(problems));
    for (const { body } of value.publication.documents.map(printed))
      for (const [, names = ''] of body.matchAll(/ class="([^"]*)"/g))
        for (const name of names.split(' ')) used.add(name);
  }
  for (const name of ['lead-in', 'number-stop', 'message', 'mine', 'signature', 'indent-4', 'made-value'])
    assert.ok(used.has(name), name);
  for (const theme of themeNames) {
    const templates = (await chooseTemplates(new Map(), { theme })).value;
    const ruled = new Set<string>();
    for (const name of [...coreSheets, ...modernSheets])
      css.walk(parse(templates.get(name) ?? ''), (node) => {
        if (node.type === 'ClassSelector') ruled.add(node.name);
      });
    assert.deepEqual(
      [...used].filter((name) => !ruled.has(name) && !bareClasses.test(name)),
      [],
      theme,
    );
  }
});

test('every class of a theme’s sheets is one that the press, a template or an author writes', async () => {
  const sources = ['scripts/render', 'scripts/html', 'scripts/finish', 'scripts/book', 'scripts/typeset', 'templates']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
    )
    .filter((path) => /\.(?:ts|ejs)$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const forAuthors = /^(?:center|right|small-caps|underline|align-(?:center|right|left|justify)|indent-\d)$/;
  for (const theme of themeNames) {
    const templates = (await chooseTemplates(new Map(), { theme })).value;
    const strange = new Set<string>();
    for (const name of [...coreSheets, ...modernSheets])
      css.walk(parse(templates.get(name) ?? ''), (node) => {
        const isKnown = (each: string) =>
          new RegExp(`['"\`\\s]${each}['"\`\\s]`).test(sources) || forAuthors.test(each);
        if (node.type === 'ClassSelector' && !isKnown(node.name)) strange.add(node.name);
      });
    assert.deepEqual([...strange], [], theme);
  }
});

for (const theme of themeNames)
  test(`the folder of ${theme}, copied into a manuscript, is that theme, whatever the book says`, async () => {
    const folder = join(root, 'templates', theme);
    const copied = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    const { value, problems } = await chooseTemplates(copied, { theme: theme === 'plain' ? 'classic' : 'plain' });
    assert.deepEqual(problems, []);
    const own = (await chooseTemplates(new Map(), { theme })).value;
    for (const name of copied.keys())
      assert.equal(value.get(name as TemplateName), own.get(name as TemplateName), name);
  });

test('no two themes share a typeface, an ornament, or the shape of a chapter’s opening', async () => {
  const all = await Promise.all(themeNames.map(async (theme) => (await chooseTemplates(new Map(), { theme })).value));
  const opening = /h1\.title|\.chapter-number|\.opening|\.lead-in|\.head-picture/;
  const shapes = all.map((templates) =>
    declarations(templates.get('style.css') ?? '')
      .filter(({ selector, name }) => opening.test(selector) && /^(?:text-align|float|border|padding|font)/.test(name))
      .map(({ name, value }) => `${name}: ${value}`)
      .join('; '),
  );
  const ornaments = all.map(
    (templates, at) => templates.get('ornament.svg') || themes[themeNames[at] ?? 'classic'].ornament,
  );
  const families = Object.values(themes).map(({ typeface }) => typeface.family);
  for (const each of [shapes, ornaments, families]) assert.equal(new Set(each).size, themeNames.length);
});

test('the first two themes are two designs', async () => {
  const [classic, plain] = await Promise.all(
    themeNames
      .slice(0, 2)
      .map(async (theme) => (await chooseTemplates(new Map(), { theme })).value.get('style.css') ?? ''),
  );
  const shared = declarations(classic ?? '').filter((each) =>
    declarations(plain ?? '').some(
      (other) => other.selector === each.selector && other.name === each.name && other.value === each.value,
    ),
  );
  assert.ok(shared.length < declarations(classic ?? '').length / 3, String(shared.length));
});

test('what an option adds is the author’s where a manuscript has that file', async () => {
  const folder = makeFiles({
    'book.yaml': 'title: T\ndesign: {opening: drop-cap, alignment: ragged}\n',
    'chapter-1.md': '# A\n\nWords.\n',
    'templates/options/drop-cap.css': '.opening:first-letter { font-size: 9em; }\n',
  });
  const { value, problems } = await buildPath(folder, quickBuild);
  assert.deepEqual(problems, []);
  const style = value?.templates.get('style.css') ?? '';
  assert.match(style, /\n\.opening:first-letter \{ font-size: 9em; \}\n\np \{ text-align: left; \}\n$/);
});
