/**
 * Which of 400 places readers find again in the next version of a book: `npm run bench:places -- [--only EDIT] [--count 400]`. Fleuron with and
 * without `--previous` beside pandoc, calibre and FanFicFare, where they are installed. Foreign books are read on Kobo as Fleuron’s edition counts them.
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
import { type Found, measure, nothing, placesIn, type Tally, type Tool } from './measure.ts';
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

const runs = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
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
function sourceOf(novel: Novel): string {
  const source = join(folder, 'novel.md');
  const front = novel.front.map(({ name, text }) => `# ${name}\n\n${text}\n`);
  const head = `---\ntitle: ${novel.title}\nauthor: A. Author\nlang: en\nidentifier: urn:uuid:00000000-0000-4000-8000-000000000000\n---\n`;
  writeFileSync(source, [head, ...front, ...novel.chapters.map(chapterText)].join('\n'));
  return source;
}

/** Text as pandoc reads it. */
const readAs = ({ look }: Novel): readonly string[] => ['-f', look === 'new version' ? 'markdown-smart' : 'markdown'];
const htmlOf = (novel: Novel, ...args: readonly string[]): string =>
  execFileSync('pandoc', [...readAs(novel), '-t', 'html', ...args, sourceOf(novel)], { encoding: 'utf8' });
const css = 'p { margin: 0; text-indent: 2em }\n';
const sheet = join(folder, 'other.css');
writeFileSync(sheet, css);
const hasPandoc = runs('pandoc', '--version');

interface Peer {
  readonly name: string;
  /** Why it is skipped, where something is missing. */
  readonly missing: string | undefined;
  /** Writes its EPUB of a novel. */
  readonly write: (novel: Novel, target: string) => void;
}

const python = process.env['PYTHON'] ?? 'python3';
const peers: readonly Peer[] = [
  {
    name: 'pandoc',
    missing: hasPandoc ? undefined : 'there is no pandoc',
    write(novel, target) {
      const styles = novel.look === 'other theme' ? ['--css', sheet] : [];
      execFileSync('pandoc', [...readAs(novel), '-t', 'epub3', ...styles, '-o', target, sourceOf(novel)], {
        stdio: 'ignore',
      });
    },
  },
  {
    name: 'calibre',
    missing: hasPandoc && runs('ebook-convert', '--version') ? undefined : 'there is no ebook-convert, or no pandoc',
    write(novel, target) {
      const page = join(folder, 'novel.html');
      writeFileSync(page, htmlOf(novel, '-s'));
      const styles = novel.look === 'other theme' ? ['--extra-css', sheet] : [];
      execFileSync('ebook-convert', [page, target, '--epub-version', '3', ...styles], { stdio: 'ignore' });
    },
  },
  {
    name: 'FanFicFare',
    missing:
      hasPandoc && runs(python, '-c', 'import fanficfare')
        ? undefined
        : `${python} has no FanFicFare (PYTHON names another), or there is no pandoc`,
    write(novel, target) {
      const chapters = htmlOf(novel)
        .split(/(?=<h1)/)
        .map((html) => ({ title: /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? '', html: html.replace(/<h1.*<\/h1>/, '') }));
      const input = JSON.stringify({ title: novel.title, css: novel.look === 'other theme' ? css : '', chapters });
      execFileSync(python, [join(process.cwd(), 'bench/places/write-fanficfare.py'), target], {
        input,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
    },
  },
];

const toolOf = ({ name, write }: Peer): Tool => ({
  name,
  async build(novel) {
    const target = join(folder, 'novel.epub');
    write(novel, target);
    return copiesOf(readFileSync(target));
  },
});

const wanted = values.tools === 'all' ? peers : [];
for (const { name, missing } of wanted)
  if (missing !== undefined) process.stdout.write(`${name} is skipped, because ${missing}.\n`);
const tools = [
  fleuron('Fleuron, --previous', true),
  fleuron('Fleuron without', false),
  ...wanted.filter(({ missing }) => missing === undefined).map(toolOf),
];

/** What is found of both novels. */
type Totals = Map<string, Map<string, Found>>;
const totals = new Map<string, Totals>();

function add(edit: string, tool: string, found: ReadonlyMap<string, Found>): void {
  const byTool = totals.get(edit) ?? new Map<string, Map<string, Found>>();
  const known = byTool.get(tool) ?? new Map<string, Found>();
  for (const [name, own] of found) {
    const old = known.get(name) ?? nothing;
    const sum = (what: keyof Found): Tally => ({
      right: old[what].right + own[what].right,
      all: old[what].all + own[what].all,
    });
    known.set(name, { same: sum('same'), changed: sum('changed'), near: sum('near') });
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

const share = ({ right, all }: Tally): string =>
  all === 0 ? '–' : `${((100 * right) / all).toFixed(right === all ? 0 : 1)}`;
/** In unchanged paragraphs / in changed ones; in brackets how many of those lead to the paragraph at least. */
const cell = ({ same, changed, near }: Found): string =>
  `${share(same)} / ${share(changed)}${near.right > changed.right ? ` (${share(near)})` : ''}`;
for (const [edit, byTool] of totals) {
  const [firstTool] = byTool.values();
  const { same, changed } = firstTool?.values().next().value ?? nothing;
  process.stdout.write(`\n${edit}: ${same.all} places in unchanged paragraphs, ${changed.all} in changed ones, %\n`);
  const rows = [...byTool].map(([tool, found]) => [tool, ...[...found.values()].map(cell)]);
  process.stdout.write(`${table([['', ...(firstTool?.keys() ?? [])], ...rows])}\n`);
}
