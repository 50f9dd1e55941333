/**
 * Makes the documents that are tables of the source: `npm run docs`.
 * docs/book.schema.json (for editors), docs/fleuron.1 (for man), docs/limits.md, docs/markdown.md, docs/metadata.md, docs/rules.md, and the tables in docs/cli.md and docs/typography.md.
 * A test fails when they are stale. `npm run site` makes all documents into a site and a book, in build/site/.
 */
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { compile as compileTemplate } from 'ejs';
import { build } from 'esbuild';
import { getDescription } from 'valibot';
import { shared } from './bundle.mjs';
import { cliTables } from './docs/cli.mjs';
import { fill } from './docs/fill.mjs';
import { manPage } from './docs/man-page.mjs';
import { typographyTables } from './docs/typography.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const page = (path) => readFileSync(resolve(root, path), 'utf8');
const require = createRequire(import.meta.url);
const openAsset = async (name) => readFileSync(require.resolve(name));

/** Imports a source: compiled into a file, since what it imports looks for packages from where it lies. */
async function load(path) {
  const outfile = resolve(root, 'build', `docs-${process.pid}.mjs`);
  await build({ ...shared, entryPoints: [resolve(root, path)], outfile, format: 'esm', packages: 'external' });
  try {
    return await import(`${pathToFileURL(outfile)}?${path}`);
  } finally {
    rmSync(outfile);
  }
}

/** The documents by path, as text. */
export async function makeDocs() {
  const { bookKeys, sectionKeys } = await load('scripts/book/metadata-schema.ts');
  const { otherNames } = await load('scripts/metadata/foreign-keys.ts');
  const { contributorRoles } = await load('scripts/book/metadata.ts');
  const { sections } = await load('scripts/book/sections.ts');
  const { limitTable, printLimit } = await load('scripts/book/limits.ts');
  const { houseStyles, typographyRules } = await load('scripts/book/house-styles.ts');
  const { typesetCommand } = await load('scripts/commands/typeset.ts');
  const { commands } = await load('scripts/commands/commands.ts');
  const { markdownPage } = await load('scripts/docs/markdown-forms.ts');
  const helpPages = await load('scripts/commands/help-pages.ts');

  // Authors type `title: 1984` and `date: 2026-11-23` without quotes, which editors read as a number or a date.
  const about = (schema) => getDescription(schema) ?? '';
  const property = (schema) => {
    const { $schema, description, ...made } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
    return { description: about(schema), anyOf: [widen(made), { type: 'null' }] }; // a key without a value says nothing
  };
  const widen = (made) => {
    if (Array.isArray(made)) return made.map(widen);
    if (made === null || typeof made !== 'object') return made;
    const copy = Object.fromEntries(Object.entries(made).map(([key, value]) => [key, widen(value)]));
    if (copy.type === 'string' && !copy.enum) copy.type = ['string', 'number', 'boolean'];
    if (Array.isArray(copy.enum) && copy.enum.includes('true')) {
      copy.enum = [true, false, ...copy.enum];
      delete copy.type;
    }
    return copy;
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Fleuron: book.yaml',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(bookKeys).map(([key, value]) => [key, property(value)])),
  };

  const rows = (keys) => Object.entries(keys).map(([key, value]) => `| \`${key}\` | ${about(value)} |`);
  const metadata = [
    '# Metadata',
    '',
    '<!-- Made by `npm run docs` from scripts/book/metadata-schema.ts, scripts/book/sections.ts and scripts/metadata/foreign-keys.ts. -->',
    '',
    'What a book says about itself stands in `book.yaml` (`book.yml`, `metadata.yaml` and `metadata.yml` are read the same; of several the first), or in the metadata block of the first file: YAML between two lines of `---`, or pandoc’s title block. Every key may be left out.',
    '',
    '| key | what it says |',
    '| --- | --- |',
    ...rows(bookKeys),
    '',
    '```yaml',
    '# yaml-language-server: $schema=../docs/book.schema.json    (with the path to it, many editors complete the keys)',
    'title: Out of Sorts',
    'author: Perpetua Quoin            # or a list; or a mapping with name, role and file-as',
    'contributors:',
    '  - name: A. Reader',
    `    role: beta                    # ${Object.keys(contributorRoles).join(', ')}`,
    'lang: en-GB                       # BCP 47; or a list, [en-GB, fr]',
    'isbn: 978-0-306-40615-7           # or one for each edition: {epub: …, kobo: …, print: …}',
    'date: 2026-11-23                  # 2026, 2026-11, 2026-11-23 or 2026-11-23T09:30:00Z',
    'series:                           # or just its name',
    '  name: Tales of the Saltmarch Press',
    '  position: 1',
    'tags: [Short stories, Printing]   # or words between commas',
    'typography: chicago               # chicago, standard-ebooks, oxford or off; or a mapping with style, quotes, elisions, rules',
    'theme: classic                    # or plain, romance, fairy-tale, thriller, playful; themes.md',
    'fonts:                            # typefaces of your own; fonts.md tells more',
    '  body: fonts/Alegreya.ttf        # or a mapping with regular, italic, bold and bold-italic',
    '  licence: SIL Open Font License 1.1',
    'ornament: ❦                       # or the path of a picture',
    'design:                           # how it differs from the theme; themes.md tells more',
    '  opening: drop-cap',
    '  number: words',
    'accessibility:',
    '  certified-by: Who looked at it  # only if somebody evaluated this very book',
    'order: [one.md, two.md]           # only where the names of the files don’t say it',
    '```',
    '',
    'Where there is a `book.yaml`, the book’s keys stand there and nowhere else. Without a title, the title is taken from the text or the name of the folder or file.',
    '',
    '## One file',
    '',
    'A later file’s metadata block speaks of that file alone. So does the first file’s where several files have a title each, and the first says no more of a book than the others, as the pages of a web site do; then what all of them say alike is the book’s, whose title is that of the folder, and each file’s title stands above its text.',
    '',
    '| key | what it says |',
    '| --- | --- |',
    ...rows(sectionKeys),
    '',
    '## Names that other tools have for keys',
    '',
    'They are understood wherever ours are. Small and capital letters are the same, and so are hyphens, underscores and spaces. Keys that pandoc, Hugo, Jekyll and Obsidian have for a web site (`layout`, `slug`, `aliases` …) do nothing, in silence; Hugo’s `+++` lines around TOML are as good as `---`; of those for printed pages, for citations and of others a hint says once what is lost.',
    '',
    '| key | also |',
    '| --- | --- |',
    ...Object.entries(otherNames).map(
      ([own, names]) =>
        `| ${own === 'position' ? '`position` of `series`' : `\`${own}\``} | ${names.replace(/\S+/g, '`$&`').replaceAll(' ', ', ')} |`,
    ),
    '',
    'Titles, people and identifiers may be lists of mappings as pandoc has them (`type` and `text`, `role` and `text`, `scheme` and `text`). Dates may be written out (`3 May 2026`, `2026/5/3`), never as numbers between day and month. A bare ISBN or UUID becomes a URN; the check digit of an ISBN is looked at. Slips of YAML whose meaning is clear (curly quotation marks around a value, a colon or a number sign in it, a tab before a key, marks that do not pair) are set right with a hint.',
    '',
    '## Kinds of sections',
    '',
    'A file’s name says what it is; a number before the name, and what follows it, does not matter: `03-chapter-7-the-door.md` is a chapter. `kind:` overrides the name. (A map, a plate and an excerpt are called so alone, with a number at most: `map-room.md` is a chapter.) Where the name tells nothing, the heading may (“Acknowledgements”, “Part Two”); what is left is a chapter.',
    '',
    'Files come in the order of this table; chapters, parts and interludes among themselves in the natural order of their names (`chapter-2` before `chapter-10`). Numbers may be words or Roman numerals (`Chapter two`, `part-iv`). The only part of a book stands before the chapters. Where every name begins with a number, the numbers are the order; where every file has a `weight`, the weights are; where `order` is given, it is.',
    '',
    'Files marked `draft: true` (or `published: false`) and copies (`chapter-1-old.md` beside `chapter-1.md`) stay out of the book; they are told, as are texts in other formats that lie in the folder.',

    '',
    '| kind | file names | matter | EPUB’s word |',
    '| --- | --- | --- | --- |',
    ...Object.entries(sections).map(
      ([kind, { names, matter, epubType }]) =>
        `| \`${kind}\` | ${names.map((name) => `\`${name}.md\``).join(', ')} | ${matter} | ${epubType || '–'} |`,
    ),
    '',
  ].join('\n');

  const limitsPage = [
    '# Limits',
    '',
    '<!-- Made by `npm run docs` from scripts/book/limits.ts. -->',
    '',
    'No manuscript keeps the press busy, or fills its memory, for longer than a book could need: what it may cost has limits, far above any real book. What passes one is a problem of its own at its place, and no book is written.',
    '',
    'Whoever runs the press can allow more, or less; a manuscript cannot, so these are no keys of `book.yaml`:',
    '',
    '```sh',
    'fleuron build encyclopaedia --limit sections=20000 --limit pictures=800MB',
    'fleuron build theirs --untrusted --limit text=5MB',
    '```',
    '',
    '`--limit name=value` goes with every command that reads a manuscript, a file to import, a book or an archive: `build`, `check`, `typeset`, `import`, `library`, `archive`, `verify`. Sizes are like `500kB`, `128MB`, `1.5GB` (1 kB is 1024 bytes) or bytes; the rest are whole numbers. An archive of a book beyond a usual limit is verified with the same `--limit`.',
    '',
    '| limit | usual | most | what is counted | why | why no more |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(limitTable).map(
      ([name, { usual, most, of, why, end, heap }]) =>
        `| \`${name}\` | ${printLimit(name, usual)} | ${printLimit(name, most)}${heap ? ' *' : ''} | ${of} | ${why} | ${end} |`,
    ),
    '',
    '\\* Or as much as the memory that Node gives a program holds (often 2 or 4 GB); the command line refuses more, and says how to give it more (`NODE_OPTIONS=--max-old-space-size=`). Several limits that are raised at once share it.',
    '',
    '## What cannot be raised',
    '',
    'Some functions call themselves once for each level of a tree, and would overflow their stack; some formats end somewhere. These have problems of their own too, and no option:',
    '',
    '- `nesting` ends at 240, because every reader that uses libxml2 refuses a page nested 256 deep.',
    '- Metadata nests eight levels deep (`yaml-limit`), a drawing a hundred (`picture-too-large`); no key and no drawing needs as much.',
    '- A side of a picture has 32,767 pixels at most (`picture-too-large`): formats and readers count it in 16 bits.',
    '- A book is bound as a ZIP without ZIP64, which few readers know: 65,534 parts at most, sections and pictures together (`book-too-large`).',
    '- What is imported may nest as deep as the stack is; deeper is `nesting-too-deep`.',
    '',
  ].join('\n');

  const everyCommand = await Promise.all(Object.values(commands).map((load) => load()));
  return {
    'docs/book.schema.json': `${JSON.stringify(schema, undefined, 2)}\n`,
    'docs/cli.md': fill(page('docs/cli.md'), cliTables(everyCommand, helpPages)),
    'docs/fleuron.1': manPage(everyCommand, helpPages),
    'docs/limits.md': limitsPage,
    'docs/markdown.md': markdownPage(),
    'docs/metadata.md': metadata,
    'docs/typography.md': fill(
      page('docs/typography.md'),
      await typographyTables({ typesetCommand, typographyRules, houseStyles }),
    ),
  };
}

/** docs/rules.md. It takes seconds, since every example in it is built. */
export async function makeRules() {
  const { rulesPage } = await load('scripts/docs/rules-page.ts');
  const groups = new Map();
  let group = '';
  for (const [, heading, rule] of page('scripts/report/rules.ts').matchAll(/^ {2}(?:\/\/ (.*)|'?([\w-]+)'?: \{)/gm)) {
    group = heading ?? group;
    groups.set(rule, group);
  }
  return [
    '# Rules',
    '',
    '<!-- Made by `npm run docs` from scripts/report/rules.ts and scripts/docs/rule-examples.ts: each example is built, and the message is what the press says. -->',
    '',
    'Every message names its rule. An *error* means that no book is written. A *warning* is worth mending; with `--strict` it counts as an error. A *hint* tells',
    'what was guessed or is in doubt. Where an example has files, the message below them is what `fleuron build` prints; the rest of the manuscript is without fault.',
    '',
    await rulesPage(openAsset, groups),
    '',
  ].join('\n');
}

/** The site by file names, with the problems that the press found in the documents. */
export async function makeSite() {
  const { makeSite: make } = await load('scripts/docs/site/make-site.ts');
  const paths = readdirSync(resolve(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:md|png|webp)$/.test(path));
  const all = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...paths];
  const source = (name) => readFileSync(resolve(root, 'scripts/docs/site', name), 'utf8');
  const search = await build({
    entryPoints: [resolve(root, 'scripts/docs/site/search.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const { files, problems } = await make(new Map(all.map((path) => [path, readFileSync(resolve(root, path))])), {
    openAsset,
    page: compileTemplate(source('page.html.ejs')),
  });
  return {
    problems,
    files: new Map([...files, ['site.css', source('site.css')], ['search.js', search.outputFiles[0].text]]),
  };
}

async function writeSite() {
  const { files, problems } = await makeSite();
  const folder = resolve(root, 'build/site');
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of files) {
    mkdirSync(dirname(resolve(folder, name)), { recursive: true });
    writeFileSync(resolve(folder, name), content);
  }
  const told = problems.filter(({ severity }) => severity !== 'hint');
  for (const { place, rule, reason } of told) console.error(place?.path ?? '', place?.start?.line ?? '', rule, reason);
  console.log(`build/site/index.html (${files.size} files)`);
  process.exitCode = told.length > 0 ? 1 : 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'site') await writeSite();
  else
    for (const [path, text] of Object.entries({ ...(await makeDocs()), 'docs/rules.md': await makeRules() }))
      writeFileSync(resolve(root, path), text);
}
