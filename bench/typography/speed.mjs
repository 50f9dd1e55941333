/**
 * Speed without start-up: all in this process, in turns on the same texts, so that a noisy machine is noisy for all.
 * The first round, which warms up, does not count.
 */
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { median } from '../run/table.mjs';
import { smartypants } from './peers.mjs';
import { sheet } from './sheet.mjs';

/** A table of megabytes per CPU second, and of each tool's time in others' time (medians of each round's ratios). */
export async function speedTable(press, texts, rounds) {
  const trees = await Promise.all(texts.map((text) => press.parse(text)));
  const markdown = unified().use(remarkParse);
  const english = smartypants('--');
  const tools = {
    'Fleuron: typesetting': async (text, i) => void press.typeset(text, trees[i]),
    'Fleuron: parsing': async (text) => void (await press.parse(text)),
    'Fleuron: both': async (text) => void press.typeset(text, await press.parse(text)),
    'retext-smartypants (parses English)': async (text) => void String(english.processSync(text)),
    'remark-parse (sets nothing)': async (text) => void markdown.parse(text),
  };
  const times = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, tool] of Object.entries(tools)) {
      const before = process.cpuUsage();
      for (const [i, text] of texts.entries()) await tool(text, i);
      const { user, system } = process.cpuUsage(before);
      if (round > 0) times[name].push((user + system) / 1e6);
    }
  const megabytes = texts.reduce((soFar, text) => soFar + Buffer.byteLength(text), 0) / 1e6;
  const ratio = (name, to) => median(times[name].map((time, i) => time / times[to][i])).toFixed(2);
  const names = Object.keys(tools);
  return sheet(
    ['', 'MB per CPU second', 'time / retext-smartypants', 'time / remark-parse'],
    names.map((name) => [
      name,
      (megabytes / median(times[name])).toFixed(2),
      ratio(name, names[3]),
      ratio(name, names[4]),
    ]),
  );
}
