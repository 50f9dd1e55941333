/** Makes docs/rules.md: each rule with an example, what the press says of it, and what to do. What is said comes from the press itself. */
import { filesOf, importLoaded, limitsFrom } from '../api/press.ts';
import type { OpenAsset } from '../book/assets.ts';
import { buildBook } from '../pipeline/build.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import { printProblem } from '../report/print.ts';
import type { Problem } from '../report/problem.ts';
import { type RuleName, rules } from '../report/rules.ts';
import { type RuleExample, ruleExamples, type ShownExample } from './rule-examples.ts';

const usual = {
  'book.yaml': 'title: The Ferry\nauthor: Ann Lee\nlang: en\n',
  'chapter-1.md': '# One\n\nThe ferry waited.\n',
};

/** Covers that were drawn: most examples have the same title. */
const covers = new Map<string, Uint8Array>();

const names = (Object.keys(rules) as readonly string[]).filter((name): name is RuleName =>
  Object.hasOwn(ruleExamples, name),
);

/** The page. `groupOf` says under which heading a rule stands. Throws where an example does not have its problem, or nothing says what to do. */
export async function rulesPage(openAsset: OpenAsset, groupOf: ReadonlyMap<string, string>): Promise<string> {
  const parts: string[] = [];
  const faults: string[] = [];
  let group = '';
  for (const name of names) {
    const own = groupOf.get(name) ?? '';
    if (own !== group) parts.push(`## ${own}`);
    group = own;
    const { severity, about } = rules[name];
    parts.push(`### ${name}`, `*${severity}*: ${about}`, await shown(name, ruleExamples[name], openAsset, faults));
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return parts.join('\n\n');
}

async function shown(name: RuleName, example: RuleExample, openAsset: OpenAsset, faults: string[]): Promise<string> {
  if (!('files' in example)) return `Example: ${example.when}\n\nWhat to do: ${example.todo}`;
  const { problems, sources } = await problemsOf(example, openAsset);
  const [first] = problems.filter(({ rule }) => rule === name);
  if (!first) {
    const others = problems.map(({ rule, reason }) => `${rule} (${reason})`).join(', ');
    faults.push(`The example of “${name}” has other problems: ${others}`);
    return '';
  }
  if (!first.hint && !example.todo) faults.push(`Nothing says what to do about “${name}”: ${first.reason}`);
  const line = first.place?.start && sources.get(first.place.path)?.split('\n')[first.place.start.line - 1];
  return [
    ...Object.entries(example.files).map(([path, content]) => `\`${path}\`:\n\n${block(content)}`),
    ...(example.edition ? [`With \`--edition ${example.edition}\`:`] : []),
    ...Object.entries(example.limits ?? {}).map(
      ([limit, value]) => `With \`--limit ${limit}=${value}\`, which is less than usual:`,
    ),
    block(printProblem(first, line)),
    ...(example.todo ? [`What to do: ${example.todo}`] : []),
  ].join('\n\n');
}

/** Text between lines of backticks; of what is no text, or too long to read, its beginning. */
function block(content: string | Uint8Array): string {
  const whole = typeof content === 'string' ? content : `(${content.length} bytes)`;
  const text = whole.length > 400 ? `${whole.slice(0, 300)}…` : whole;
  // Signs that do not print.
  const visible = text
    .replace(/\r(?!\n)/g, '␍')
    .replace(/\r\n/g, '␍␊\n')
    .replace(/[\u0001-\u0008]/g, '␁');
  return `\`\`\`text\n${visible.trimEnd()}\n\`\`\``;
}

async function problemsOf(
  { files, imported, edition, limits }: ShownExample,
  openAsset: OpenAsset,
): Promise<{ readonly problems: readonly Problem[]; readonly sources: ReadonlyMap<string, string> }> {
  const options = { limits };
  const allowed = limitsFrom(options);
  if (imported !== undefined) {
    const loaded = filesOf({ files, file: imported }, allowed).asForeign();
    return { problems: (await importLoaded(loaded, options)).problems, sources: new Map() };
  }
  const given = filesOf({ name: 'ferry', files: { ...usual, ...files } }, allowed);
  return buildBook(given, {
    openAsset,
    limits: allowed,
    loadPlugins: refusePlugins,
    untrusted: true,
    ...(edition ? { editions: [edition] } : {}),
    coverCache: { get: (name) => covers.get(name), set: (name, jpeg) => void covers.set(name, jpeg) },
  });
}
