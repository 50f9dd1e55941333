/**
 * Makes the documents that are tables of the source: `npm run docs`.
 * docs/book.schema.json (for editors), docs/metadata.md, docs/rules.md, and the tables in docs/typography.md.
 * A test fails when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';
import { getDescription } from 'valibot';
import { shared } from './bundle.mjs';
import { fill, typographyTables } from './docs/typography.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function load(path) {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [resolve(root, path)],
    format: 'esm',
    write: false,
    packages: 'bundle',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The documents by path, as text. */
export async function makeDocs() {
  const { bookKeys, sectionKeys } = await load('scripts/book/metadata-schema.ts');
  const { contributorRoles } = await load('scripts/book/metadata.ts');
  const { sections } = await load('scripts/book/sections.ts');
  const { rules } = await load('scripts/report/rules.ts');
  const { houseStyles, typographyRules } = await load('scripts/book/house-styles.ts');
  const { typesetCommand } = await load('scripts/commands/typeset.ts');

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
    '<!-- Made by `npm run docs` from scripts/book/metadata-schema.ts and scripts/book/sections.ts. -->',
    '',
    'What a book says about itself stands in `book.yaml`, or in the metadata block of the first file: YAML between two lines of `---`. Every key may be left out.',
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
    'lang: en-GB                       # BCP 47',
    'date: 2026-11-23                  # 2026, 2026-11, 2026-11-23 or 2026-11-23T09:30:00Z',
    'series:                           # or just its name',
    '  name: Tales of the Saltmarch Press',
    '  position: 1',
    'tags: [Short stories, Printing]   # or words between commas',
    'typography: chicago               # chicago, standard-ebooks, oxford or off; or a mapping with style, elisions, rules',
    'theme: classic                    # or plain; pages.md shows both',
    'ornament: ❦                       # or the path of a picture',
    'accessibility:',
    '  certified-by: Who looked at it  # only if somebody evaluated this very book',
    'order: [one.md, two.md]           # only where the names of the files don’t say it',
    '```',
    '',
    'Where there is a `book.yaml`, the book’s keys stand there and nowhere else. Without a title, the title is taken from the text or the name of the folder or file.',
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
    'A file’s name says what it is; a number before the name, and what follows it, does not matter: `03-chapter-7-the-door.md` is a chapter. `kind:` overrides the name. Where the name tells nothing, the heading may (“Acknowledgements”, “Part Two”); what is left is a chapter.',
    '',
    'Files come in the order of this table; chapters, parts and interludes among themselves in the natural order of their names (`chapter-2` before `chapter-10`). Where every name begins with a number, the numbers are the order; where `order` is given, it is.',
    '',
    '| kind | file names | matter | EPUB’s word |',
    '| --- | --- | --- | --- |',
    ...Object.entries(sections).map(
      ([kind, { names, matter, epubType }]) =>
        `| \`${kind}\` | ${names.map((name) => `\`${name}.md\``).join(', ')} | ${matter} | ${epubType || '–'} |`,
    ),
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

  return {
    'docs/book.schema.json': `${JSON.stringify(schema, undefined, 2)}\n`,
    'docs/metadata.md': metadata,
    'docs/rules.md': rulesPage,
    'docs/typography.md': fill(
      readFileSync(resolve(root, 'docs/typography.md'), 'utf8'),
      await typographyTables({ typesetCommand, typographyRules, houseStyles }),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await makeDocs())) writeFileSync(resolve(root, path), text);
}
