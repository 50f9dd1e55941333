/**
 * Makes the documents that are tables of the source: `npm run docs`.
 * docs/book.schema.json (for editors), docs/metadata.md, docs/rules.md. A test fails when they are stale.
 */
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';
import { shared } from './bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function load(path) {
  const { outputFiles } = await build({ ...shared, entryPoints: [resolve(root, path)], format: 'esm', write: false, packages: 'bundle' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The documents by path, as text. */
export async function makeDocs() {
  const { bookKeys, sectionKeys } = await load('scripts/book/metadata-schema.ts');
  const { sections } = await load('scripts/book/sections.ts');
  const { rules } = await load('scripts/report/rules.ts');

  // Authors type `title: 1984` and `date: 2026-11-23` without quotes, which editors read as a number or a date.
  const property = (schema) => {
    const { $schema, ...made } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
    return widen(made);
  };
  const widen = (made) => {
    if (Array.isArray(made)) return made.map(widen);
    if (made === null || typeof made !== 'object') return made;
    const copy = Object.fromEntries(Object.entries(made).map(([key, value]) => [key, widen(value)]));
    if (copy.type === 'string' && !copy.enum) copy.type = ['string', 'number', 'boolean'];
    if (Array.isArray(copy.enum) && copy.enum.includes('true')) copy.enum = [true, false, ...copy.enum];
    return copy;
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Fleuron: book.yaml',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(bookKeys).map(([key, value]) => [key, property(value)])),
  };

  const about = (value) => toJsonSchema(value, { typeMode: 'input', errorMode: 'ignore' }).description ?? '';
  const rows = (keys) => Object.entries(keys).map(([key, value]) => `| \`${key}\` | ${about(value)} |`);
  const metadata = [
    '# Metadata',
    '',
    '<!-- Made by `npm run docs` from scripts/book/metadata-schema.ts and scripts/book/sections.ts. -->',
    '',
    'What a book says about itself stands in `book.yaml`, or in the metadata block of the first file: YAML between two lines of `---`. Every key may be left out.',
    '',
    '| key | what it says |',
    '| --- | --- |',
    ...rows(bookKeys),
    '',
    '## One file',
    '',
    'A later file’s metadata block speaks of that file alone.',
    '',
    '| key | what it says |',
    '| --- | --- |',
    ...rows(sectionKeys),
    '',
    '## Kinds of sections',
    '',
    'A file’s name says what it is; a number before the name or after it does not matter. `kind:` overrides the name. Files without a telling name are chapters.',
    '',
    '| kind | file names | matter | EPUB’s word |',
    '| --- | --- | --- | --- |',
    ...Object.entries(sections).map(([kind, { names, matter, epubType }]) => `| \`${kind}\` | ${names.map((name) => `\`${name}.md\``).join(', ')} | ${matter} | ${epubType || '–'} |`),
    '',
  ].join('\n');

  const rulesPage = [
    '# Rules',
    '',
    '<!-- Made by `npm run docs` from scripts/report/rules.ts. -->',
    '',
    'An error means that no book is written. A warning is worth mending; with `--strict` it counts as an error. A hint tells what was guessed or is in doubt.',
    '',
    '| rule | severity | what it asks for |',
    '| --- | --- | --- |',
    ...Object.entries(rules).map(([name, rule]) => `| \`${name}\` | ${rule.severity} | ${rule.about} |`),
    '',
  ].join('\n');

  return { 'docs/book.schema.json': `${JSON.stringify(schema, undefined, 2)}\n`, 'docs/metadata.md': metadata, 'docs/rules.md': rulesPage };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await makeDocs())) writeFileSync(resolve(root, path), text);
}
