/**
 * The typesetter's figures as Markdown tables: `npm run bench:typography -- [--held-out] [--quick] [--rounds 5]`.
 * Proofread novels are typed anew as on a typewriter, set by Fleuron and its peers, and compared mark by mark.
 * Wants the corpus in ../shared. Takes some minutes, because pandoc does; `--quick` leaves out all but American
 * quotation with `--`; `--held-out` learns anew for each novel.
 */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadBundled } from './typography/bundled.mjs';
import { errorTable, noBreakTable, novelTable } from './typography/errors.mjs';
import { hardLineTables } from './typography/hard-table.mjs';
import { heldOut } from './typography/held-out.mjs';
import { fitLogistic, joinJudged, judgeCalls, reliabilityTable, toldTable } from './typography/hints.mjs';
import { toolsWith } from './typography/peers.mjs';
import { phraseTable } from './typography/phrase-table.mjs';
import { speedTable } from './typography/speed.mjs';
import { openCorpus, tally } from './typography/tally.mjs';
import { turnedTable } from './typography/turned.mjs';
import { unseenTable } from './typography/unseen.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(dirname(root), 'shared');
const { values } = parseArgs({
  options: {
    'held-out': { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('npm run bench:typography -- [--held-out] [--quick] [--rounds 5]');
  process.exit(2);
}
if (!existsSync(join(shared, 'corpus/score.mjs'))) {
  console.log('typography: skipped, because there is no ../shared beside the project');
  process.exit(0);
}

const folder = realpathSync(join(shared, 'corpus'));
const corpus = openCorpus(folder, await import(pathToFileURL(join(folder, 'score.mjs')).href));
const press = await loadBundled(root, 'bench/typography/press.ts');
const tools = toolsWith(press);
const editions = values.quick && !values['held-out'] ? ['american'] : ['american', 'british'];
const dashes = values.quick ? ['--'] : ['--', '---', 'hyphen', 'en'];
const say = (title, ...parts) => console.log(`\n## ${title}\n\n${parts.join('\n\n')}`);

console.log(`# Typography: ${corpus.novels.length} proofread novels, typed anew`);
if (!('pandoc' in tools)) console.log('\nWithout pandoc, which is not installed.');
const runs = {};
for (const quotes of editions) {
  runs[quotes] = [];
  for (const dash of dashes)
    for (const [tool, set] of Object.entries(tools))
      runs[quotes].push({ tool, dash, counted: await tally(corpus, set, quotes, dash) });
  const name = quotes === 'american' ? 'American' : 'British';
  say(
    `${name} quotation: wrong marks`,
    'Errors per 10,000 marks, then wrong marks by class. Fleuron has learned from these very novels; see *Held out* for others. *Others* are dots and hyphens changed where the book has none, *damage* is text changed, in characters; neither is in the sums.',
    errorTable(runs[quotes], quotes),
  );
  say(`${name} quotation: novel by novel, dashes typed \`--\``, novelTable(runs[quotes], quotes));
}
say(
  'Hard lines',
  ...(await hardLineTables(
    await loadBundled(root, 'bench/typography/hard-lines.ts'),
    join(shared, 'cases/typography'),
  )),
);
say(
  'Quoted phrases of today that nothing was learned from',
  await phraseTable(
    await loadBundled(root, 'bench/typography/phrases.ts'),
    join(root, 'bench/typography/phrases'),
    press,
  ),
);
say(
  'Quotation turned round on request: wrong quotation marks',
  'Novels typed the American way and set with `quotes: single`, and the other way, beside what is wrong where nothing is asked.',
  await turnedTable(corpus, press),
);
say('No-break spaces (American edition)', noBreakTable(runs.american));

const own = Object.fromEntries(
  editions.map((each) => [each, runs[each].find(({ tool, dash }) => tool === 'Fleuron' && dash === '--').counted]),
);
const judged = [];
for (const each of editions) judged.push([each, await judgeCalls(corpus, press, each, own[each])]);
say('Hints, on novels the press has learned from', toldTable(judged));

if (values['held-out']) {
  const novels = await heldOut(root, folder, openCorpus(folder, corpus.score, true), dashes);
  const rows = ['american', 'british'].flatMap((edition) =>
    [false, true].map((isDialect) => [
      `${edition}${isDialect ? ', dialect' : ''}`,
      joinJudged(novels.filter((each) => each.isDialect === isDialect).map((each) => each[edition].judged)),
    ]),
  );
  const { calls } = joinJudged(rows.map(([, each]) => each));
  const { a, b } = fitLogistic(calls);
  say(
    'Held out: each novel set with tables learned from the others',
    'Wrong marks of all classes, by edition and by how dashes are typed.',
    unseenTable(novels, dashes),
  );
  say('Held out: hints', toldTable(rows));
  say(
    'Held out: reliability of doubts',
    `The curve that fits best: 1 / (1 + e^(${a.toFixed(2)} + ${b.toFixed(2)} · margin)).`,
    reliabilityTable(calls, press.likelihoodOfError),
  );
} else {
  say(
    'Held out',
    'How the press sets novels it has not learned from: `npm run bench:typography -- --held-out` (some minutes more).',
  );
}

const texts = corpus.novels.filter((_, i) => i % 4 === 0).map(({ american }) => corpus.score.flatten(american, '--'));
say(`Speed without start-up: medians of ${rounds} rounds`, await speedTable(press, texts, rounds));
