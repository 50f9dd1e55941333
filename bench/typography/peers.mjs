/**
 * The tools that are held against each other. Each is told how the em dash is typed, if it can be told,
 * because two hyphens mean an en dash to some until one says otherwise. Where a hyphen between spaces stands for a
 * dash, no peer has a word for it.
 */
import { spawnSync } from 'node:child_process';
import { retext } from 'retext';
import retextSmartypants from 'retext-smartypants';
import { findProgram } from '../looks/find.mjs';

/** The tools by name: from text as typed and the way its dashes are typed to a promise of the text as set. */
export function toolsWith(press) {
  const tools = {
    Fleuron: async (text) => press.typeset(text, await press.parse(text)).text,
    'retext-smartypants': async (text, dash) => String(smartypants(dash).processSync(text)),
  };
  const pandoc = pandocPath();
  return pandoc === undefined ? tools : { ...tools, pandoc: async (text, dash) => runPandoc(pandoc, text, dash) };
}

/** A processor that sets text with retext-smartypants. */
export function smartypants(dash) {
  return retext().use(retextSmartypants, { dashes: dash === '---' ? 'oldschool' : true });
}

function pandocPath() {
  try {
    return findProgram('pandoc');
  } catch {
    return undefined;
  }
}

function runPandoc(path, text, dash) {
  const from = dash === '--' ? 'markdown+smart+old_dashes' : 'markdown+smart';
  const done = spawnSync(path, ['-f', from, '-t', 'markdown-smart', '--wrap=preserve'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (done.status !== 0) throw new Error(`pandoc failed:\n${done.stderr}`);
  return done.stdout;
}
