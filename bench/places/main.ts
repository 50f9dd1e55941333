/**
 * Which of 400 places readers find again in the next version of a book: `npm run bench:places -- [--only EDIT] [--count 400]`. Fleuron with and
 * without `--previous` beside pandoc and calibre, where they are installed. Foreign books are read on Kobo as Fleuron’s edition counts them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markSentences } from '../../scripts/editions/kobo.ts';
import { parseXhtml } from '../../scripts/html/parse-xhtml.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { table } from '../run/table.mjs';
import { type Edit, edits, type Novel, novelOf } from './edits.ts';
import { chapterText, fleuron } from './fleuron.ts';
import { type Found, measure, placesIn, type Tool } from './measure.ts';
import { openBook } from './open-book.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    count: { type: 'string', default: '400' },
    tools: { type: 'string', default: 'all' },
  },
});
const novels = ['robert-louis-stevenson_treasure-island', 'dashiell-hammett_red-harvest'];
const shared = join(process.cwd(), '../shared/corpus/novels');
if (!existsSync(shared)) {
  process.stdout.write('There is no ../shared/corpus/novels beside the project, so nothing is measured.\n');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'fleuron-places-'));

/** Numbers from 0 to 1, the same each time. */
let state = 17;
const next = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const has = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** A page with the spans of Kobo’s sentences. */
const asKepub = (page: string): string =>
  page.replace(/(<body\b[^>]*>)([\s\S]*)(<\/body>)/, (whole, begin: string, body: string, end: string) => {
    const parsed = parseXhtml(body);
    if ('malformed' in parsed) return whole;
    return begin + printXhtml(markSentences({ content: parsed.nodes, lang: 'en' }).content).markup + end;
  });

const copiesOf = (epub: Uint8Array) => ({
  epub,
  copies: { epub: openBook(epub), kepub: openBook(epub, asKepub) },
});

/** What the other tools are given: one file of Markdown. */
function run(novel: Novel, ending: string, tool: (source: string, target: string) => void): Uint8Array {
  const [source, target] = [join(folder, 'novel.md'), join(folder, `novel${ending}`)];
  const front = novel.front.map(({ name, text }) => `# ${name}\n\n${text}\n`);
  const head = `---\ntitle: ${novel.title}\nauthor: A. Author\nlang: en\nidentifier: urn:uuid:00000000-0000-4000-8000-000000000000\n---\n`;
  writeFileSync(source, [head, ...front, ...novel.chapters.map(chapterText)].join('\n'));
  tool(source, target);
  return readFileSync(target);
}

const form = ({ look }: Novel): string => (look === 'new version' ? 'markdown-smart' : 'markdown');
const sheet = join(folder, 'other.css');
writeFileSync(sheet, 'p { margin: 0; text-indent: 2em }\n');

const pandoc: Tool = {
  name: 'pandoc',
  build: async (novel) =>
    copiesOf(
      run(novel, '.epub', (source, target) => {
        const css = novel.look === 'other theme' ? ['--css', sheet] : [];
        execFileSync('pandoc', ['-f', form(novel), '-t', 'epub3', ...css, '-o', target, source], { stdio: 'ignore' });
      }),
    ),
};

const calibre: Tool = {
  name: 'calibre',
  build: async (novel) =>
    copiesOf(
      run(novel, '.epub', (source, target) => {
        const page = join(folder, 'novel.html');
        execFileSync('pandoc', ['-f', form(novel), '-t', 'html', '-s', '-o', page, source], { stdio: 'ignore' });
        const css = novel.look === 'other theme' ? ['--extra-css', sheet] : [];
        execFileSync('ebook-convert', [page, target, '--epub-version', '3', ...css], { stdio: 'ignore' });
      }),
    ),
};

const tools = [
  fleuron('Fleuron, --previous', true),
  fleuron('Fleuron without', false),
  ...(values.tools === 'all' && has('pandoc') ? [pandoc] : []),
  ...(values.tools === 'all' && has('ebook-convert') ? [calibre] : []),
];

/** What is found of both novels. */
type Totals = Map<string, Map<string, Found>>;
const totals = new Map<string, Totals>();

function add(edit: string, tool: string, found: ReadonlyMap<string, Found>): void {
  const byTool = totals.get(edit) ?? new Map<string, Map<string, Found>>();
  const known = byTool.get(tool) ?? new Map<string, Found>();
  for (const [name, { same, changed }] of found) {
    const old = known.get(name) ?? { same: { right: 0, all: 0 }, changed: { right: 0, all: 0 } };
    known.set(name, {
      same: { right: old.same.right + same.right, all: old.same.all + same.all },
      changed: { right: old.changed.right + changed.right, all: old.changed.all + changed.all },
    });
  }
  totals.set(edit, byTool.set(tool, known));
}

const chosen: readonly (readonly [string, Edit])[] = Object.entries(edits).filter(
  ([name]) => values.only === undefined || name.includes(values.only),
);
for (const name of novels) {
  const { novel, spare } = novelOf('A Novel', readFileSync(join(shared, `${name}.md`), 'utf8'));
  const places = placesIn(novel, Number(values.count) / novels.length, next);
  for (const tool of tools) {
    const first = await tool.build(novel, undefined);
    for (const [edit, change] of chosen) {
      const second = change(novel, spare);
      add(edit, tool.name, measure(places, first.copies, (await tool.build(second, first.epub)).copies, second));
    }
  }
}
rmSync(folder, { recursive: true });

const share = ({ right, all }: { readonly right: number; readonly all: number }): string =>
  all === 0 ? '–' : `${((100 * right) / all).toFixed(right === all ? 0 : 1)}`;
for (const [edit, byTool] of totals) {
  const [firstTool] = byTool.values();
  const { same, changed } = firstTool?.values().next().value ?? { same: { all: 0 }, changed: { all: 0 } };
  process.stdout.write(`\n${edit}: ${same.all} places in unchanged paragraphs, ${changed.all} in changed ones, %\n`);
  const rows = [...byTool].map(([tool, found]) => [
    tool,
    ...[...found.values()].map((each) => `${share(each.same)} / ${share(each.changed)}`),
  ]);
  process.stdout.write(`${table([['', ...(firstTool?.keys() ?? [])], ...rows])}\n`);
}
