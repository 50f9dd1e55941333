/**
 * Makes the documents that are tables of the source: `npm run docs`.
 * docs/book.schema.json (for editors), docs/fleuron.1 (for man), and what stands between markers in docs/cli.md, limits.md, markdown.md, metadata.md, rules.md and typography.md.
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
import { manPage } from './docs/man-page.mjs';
import { typographyTables } from './docs/typography.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const page = (path) => readFileSync(resolve(root, path), 'utf8');

/** A page with made tables between its markers `<!-- name: … -->` and `<!-- /name -->`. */
function fill(path, tables) {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const start = text.indexOf(`<!-- ${name}:`);
    const begin = text.indexOf('-->', start) + 3;
    const end = text.indexOf(`<!-- /${name} -->`);
    if (start < 0 || end < begin) throw new Error(`${path} has no place for “${name}”.`);
    return `${text.slice(0, begin)}\n\n${table}\n\n${text.slice(end)}`;
  }, page(path));
}
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
  const { sections } = await load('scripts/book/sections.ts');
  const { limitTable, printLimit } = await load('scripts/book/limits.ts');
  const { houseStyles, typographyRules } = await load('scripts/book/house-styles.ts');
  const { typesetCommand } = await load('scripts/commands/typeset.ts');
  const { commands } = await load('scripts/commands/commands.ts');
  const { markdownTables } = await load('scripts/docs/markdown-forms.ts');
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
  const table = (...lines) => lines.join('\n');
  const metadataTables = {
    keys: table('| key | what it says |', '| --- | --- |', ...rows(bookKeys)),
    'section-keys': table('| key | what it says |', '| --- | --- |', ...rows(sectionKeys)),
    'other-names': table(
      '| key | also |',
      '| --- | --- |',
      ...Object.entries(otherNames).map(
        ([own, names]) =>
          `| ${own === 'position' ? '`position` of `series`' : `\`${own}\``} | ${names.replace(/\S+/g, '`$&`').replaceAll(' ', ', ')} |`,
      ),
    ),
    kinds: table(
      '| kind | file names | matter | EPUB’s word |',
      '| --- | --- | --- | --- |',
      ...Object.entries(sections).map(
        ([kind, { names, matter, epubType }]) =>
          `| \`${kind}\` | ${names.map((name) => `\`${name}.md\``).join(', ')} | ${matter} | ${epubType || '–'} |`,
      ),
    ),
  };
  const limits = table(
    '| limit | usual | most | what is counted | why | why no more |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(limitTable).map(
      ([name, { usual, most, of, why, end, heap }]) =>
        `| \`${name}\` | ${printLimit(name, usual)} | ${printLimit(name, most)}${heap ? ' *' : ''} | ${of} | ${why} | ${end} |`,
    ),
  );

  const everyCommand = await Promise.all(Object.values(commands).map((load) => load()));
  return {
    'docs/book.schema.json': `${JSON.stringify(schema, undefined, 2)}\n`,
    'docs/cli.md': fill('docs/cli.md', cliTables(everyCommand, helpPages)),
    'docs/fleuron.1': manPage(everyCommand, helpPages),
    'docs/limits.md': fill('docs/limits.md', { limits }),
    'docs/markdown.md': fill('docs/markdown.md', { forms: markdownTables() }),
    'docs/metadata.md': fill('docs/metadata.md', metadataTables),
    'docs/typography.md': fill(
      'docs/typography.md',
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
  return fill('docs/rules.md', { rules: await rulesPage(openAsset, groups) });
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
