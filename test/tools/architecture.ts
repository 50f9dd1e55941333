/**
 * Who may import whom. In: the sources of `scripts/` by path. Out: a sentence for each line that breaks a rule of the table.
 * To add a folder, add a row below all that it imports.
 */
import { dirname, join, normalize } from 'node:path';
import { transformSync } from 'esbuild';

interface Row {
  /** Stages stand on floor 1, and are strangers to each other. */
  readonly floor: 0 | 0.5 | 1 | 2 | 3 | 4;
  /** Folders of `scripts/`; `*` is every one on a lower floor. */
  readonly imports: string;
  /** Modules of Node, without `node:`. Who may import one may use the globals of a process, too. */
  readonly node?: string;
  /** What it may use of the globals that others may not. */
  readonly globals?: string;
}

/** Every folder of `scripts/` and every file at its root, each below all that it imports. */
export const rows: Readonly<Record<string, Row>> = {
  report: { floor: 0, imports: '' },
  book: { floor: 0, imports: 'report' },
  css: { floor: 0.5, imports: '' },
  codecs: { floor: 0.5, imports: 'book' },
  zip: { floor: 0.5, imports: 'book' },
  html: { floor: 0.5, imports: 'book report' },
  markdown: { floor: 0.5, imports: 'book report' },
  metadata: { floor: 0.5, imports: 'book report' },
  pictures: { floor: 0.5, imports: 'book report codecs zip' },
  templates: { floor: 0.5, imports: 'book report' },
  devices: { floor: 0.5, imports: 'book' },
  import: { floor: 1, imports: '*' },
  annotations: { floor: 1, imports: '*' },
  versions: { floor: 1, imports: '*' },
  read: { floor: 1, imports: '*' },
  typeset: { floor: 1, imports: '*' },
  cover: { floor: 1, imports: '*' },
  render: { floor: 1, imports: '*' },
  finish: { floor: 1, imports: '*' },
  fonts: { floor: 1, imports: '*' },
  styles: { floor: 1, imports: '*' },
  editions: { floor: 1, imports: '*' },
  bind: { floor: 1, imports: '*' },
  check: { floor: 1, imports: '*' },
  acceptance: { floor: 1, imports: '*' },
  pipeline: { floor: 2, imports: '*' },
  archive: { floor: 3, imports: '*' },
  api: { floor: 3, imports: '*' },
  'studio/protocol.ts': { floor: 3, imports: 'book report versions' },
  'studio/policy.ts': { floor: 3, imports: '' },
  'studio/worker-messages.ts': { floor: 3, imports: 'report studio/protocol.ts' },
  'studio/press': { floor: 3, imports: '* api archive studio/protocol.ts' },
  'studio/message-bytes.ts': { floor: 3, imports: 'book report' },
  mail: { floor: 3, imports: 'report', node: 'buffer' },
  library: { floor: 3, imports: '*' },
  catalog: { floor: 3, imports: '* library' },
  disk: {
    floor: 3,
    imports: 'book report zip versions catalog check archive devices pipeline library',
    node: 'buffer child_process crypto fs fs/promises module os path sea stream timers/promises url worker_threads',
  },
  queue: {
    floor: 3,
    imports: 'book report pipeline disk library studio/message-bytes.ts',
    node: 'path timers/promises',
  },
  'studio/server': {
    floor: 3,
    imports: '* api disk studio/protocol.ts studio/press studio/message-bytes.ts studio/policy.ts',
    node: 'crypto http net path url',
  },
  serve: {
    floor: 3,
    imports: '* library catalog disk studio/policy.ts studio/server',
    node: 'crypto http https net stream/promises zlib',
  },
  'browser.ts': { floor: 4, imports: 'book report check api', globals: 'fetch' },
  'studio/worker': {
    floor: 4,
    imports: 'book report api studio/protocol.ts studio/policy.ts studio/worker-messages.ts studio/press',
    globals: 'fetch navigator crypto Date.now',
  },
  'studio/app': {
    floor: 4,
    imports: 'book report zip versions studio/message-bytes.ts studio/protocol.ts studio/worker-messages.ts',
    globals: 'fetch window navigator',
  },
  commands: { floor: 4, imports: '* disk mail queue', node: 'crypto module os path tls url util v8' },
  'cli.ts': { floor: 4, imports: 'book report library commands', node: '' },
  'index.ts': { floor: 4, imports: 'book report check api disk commands' },
  docs: { floor: 4, imports: '* api', globals: 'window' },
  bundle: { floor: 4, imports: '', node: 'child_process crypto fs module path url vm' },
  'bundle.mjs': { floor: 4, imports: 'cli.ts index.ts bundle', node: 'crypto fs module path url' },
  'docs.mjs': { floor: 4, imports: 'docs bundle.mjs', node: 'fs module path url' },
  'fleuron.cjs': { floor: 4, imports: '', node: 'child_process fs module path v8 vm worker_threads' },
};

/** Globals that differ from run to run or machine to machine, or are not everywhere. */
const banned = 'process Buffer console fetch performance crypto require globalThis window navigator'.split(' ');
const bannedCalls = ['Date.now', 'Math.random'];
const mark = 'architecture_banned_';
const define = Object.fromEntries(
  [...banned, ...bannedCalls, 'Date'].map((name) => [name, `${mark}${name.replace('.', '_dot_')}`]),
);

/** Every breach in sources, given by their paths in `scripts/`. */
export function breaches(sources: ReadonlyMap<string, string>): readonly string[] {
  const found: string[] = [];
  const edges = new Map<string, readonly string[]>();
  for (const [path, text] of sources) {
    const name = roomOf(path);
    const row = rows[name];
    if (!row) {
      found.push(`${path}: ${name} has no row in the table`);
      continue;
    }
    const imports = importsOf(text);
    edges.set(
      path,
      imports.filter((each) => each.startsWith('.')).map((each) => normalize(join(dirname(path), each))),
    );
    for (const each of imports) {
      const breach = each.startsWith('.') ? breachOfFolder(name, row, path, each) : breachOfModule(row, each);
      if (breach) found.push(`${path}: ${breach}`);
    }
    if (/\bimport\(\s*[^\s'"]/.test(text) && row.node === undefined)
      found.push(`${path}: imports what only a run can tell`);
    if (row.node === undefined && /\.[cm]?[jt]sx?$/.test(path))
      for (const each of bannedIn(text))
        if (!row.globals?.split(' ').includes(each)) found.push(`${path}: uses ${each}`);
  }
  return [...found, ...circles(edges).map((circle) => `${circle.join(' → ')}: a circle`)];
}

/** Rows that stand above what they import; then the folders form no circle. */
export function rowsOutOfOrder(): readonly string[] {
  const names = Object.keys(rows);
  return names.filter((name, at) => allowedTo(name).some((other) => names.indexOf(other) >= at));
}

/** The folder or file of `scripts/` that a file belongs to; those of the studio are rooms of their own. */
export const roomOf = (path: string): string => /^(?:studio\/[^/]+|[^/]+)/.exec(path)?.[0] ?? path;

function allowedTo(name: string): readonly string[] {
  const { floor = 0, imports = '' } = rows[name] ?? {};
  return imports
    .split(' ')
    .filter(Boolean)
    .flatMap((each) => (each === '*' ? Object.keys(rows).filter((other) => (rows[other]?.floor ?? 4) < floor) : each));
}

function breachOfFolder(name: string, row: Row, path: string, imported: string): string | undefined {
  const target = normalize(join(dirname(path), imported));
  // What lies outside `scripts/` is text that the bundle holds: templates, the version in package.json, and what the bundle itself is.
  if (target.startsWith('..'))
    return /^\.\.\/(?:templates\/|package\.json$|build\/)/.test(target) ? undefined : `imports ${target}`;
  const other = roomOf(target);
  if (other === name || allowedTo(name).includes(other)) return undefined;
  const isUp = (rows[other]?.floor ?? 4) > row.floor;
  return `imports ${isUp ? 'upwards from' : 'from'} ${other}`;
}

function breachOfModule(row: Row, imported: string): string | undefined {
  if (!imported.startsWith('node:')) return undefined;
  return row.node?.split(' ').includes(imported.slice('node:'.length)) ? undefined : `imports ${imported}`;
}

/** What a file imports, types too: statements, calls, and the types of modules. */
function importsOf(text: string): readonly string[] {
  const code = text.replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*)/gm, '');
  const pattern =
    /(?:^|\n|;)\s*(?:import|export)\b(?:[^;'"`=(]*?\bfrom\b)?\s*['"]([^'"\n]+)['"]|\b(?:import|require)\(\s*['"]([^'"\n]+)['"]/g;
  return [...code.matchAll(pattern)].map(([, statement, call]) => statement ?? call ?? '');
}

/** Uses of what no stage may know; esbuild tells a global from a name of the file's own. */
function bannedIn(text: string): readonly string[] {
  const { code } = transformSync(text, { loader: 'tsx', define, legalComments: 'none' });
  const names = [...code.matchAll(new RegExp(`\\b${mark}(\\w+)`, 'g'))].flatMap(([use, name = '']) =>
    name === 'Date' ? [] : [use.slice(mark.length).replace('_dot_', '.')],
  );
  if (new RegExp(`\\b${mark}Date\\(\\)|new ${mark}Date(?!\\w|\\([^)])`).test(code)) names.push('new Date()');
  const locale = /\.toLocale(?:LowerCase|UpperCase|String)\(\)|\.localeCompare\([^(),]*(?:\([^()]*\))?\)/.exec(code);
  return [...new Set(locale ? [...names, `${locale[0]}, which asks the machine`] : names)];
}

/** A circle for each file that is reached from itself through others. */
function circles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}
