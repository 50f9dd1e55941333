/** The command line: reads arguments, calls a command, and turns every end into an exit code. */
import { parseArgs } from 'node:util';
import { houseStyles, isHouseStyle } from './book/house-styles.ts';
import { usualLimits } from './book/limits.ts';
import { exitCodes } from './commands/exit-codes.ts';
import { createSpeaker } from './commands/reporter.ts';

const options = {
  output: { type: 'string', short: 'o' },
  source: { type: 'string' },
  lang: { type: 'string' },
  style: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  edition: { type: 'string', multiple: true },
  strict: { type: 'boolean' },
  untrusted: { type: 'boolean' },
  force: { type: 'boolean' },
  limit: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Runs one command line, without the program's own name; answers with the exit code. Never throws. */
export async function run(words: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // a closed pipe is the reader's business
  try {
    return await dispatch(words);
  } catch (error) {
    const what = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const trace = process.env['FLEURON_TRACE'] && error instanceof Error ? `\n${error.stack}` : '';
    process.stderr.write(
      `fleuron: a fault of its own, not of the manuscript: ${what}${trace}\nPlease report it; no book was written.\n`,
    );
    return exitCodes.fault;
  }
}

async function dispatch(words: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>>;
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    const option = /^Unknown option '(--?[^']*)'/.exec(what)?.[1];
    if (option === undefined) return misused(what);
    const { nearest } = await import('./report/nearest.ts');
    const guess = nearest(option.replace(/^-+/, ''), Object.keys(options));
    return misused(
      `Unexpected option “${option}”, expected one of ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}${guess ? `. Did you mean “--${guess}”?` : ''}`,
    );
  }
  const { values, positionals } = parsed;
  const [command, ...paths] = positionals;
  if (values.version) return told(`fleuron ${(await import('../package.json')).default.version}`);
  if (values.help || command === undefined || command === 'help') {
    const { help } = await import('./commands/help.ts');
    return told(
      help(command === 'help' ? paths[0] : command),
      command === undefined && !values.help ? exitCodes.usage : exitCodes.done,
    );
  }
  if (paths.length > 1 && command !== 'import') return misused(`Unexpected “${paths[1]}”, expected one path`);
  const allowed = values.limit ? await limitsOf(values.limit) : { limits: usualLimits };
  if ('reason' in allowed) return misused(allowed.reason);
  const { limits } = allowed;
  const speaker = createSpeaker({ json: values.json ?? false, quiet: values.quiet ?? false });
  const path = paths[0] ?? 'manuscript';
  const untrusted = values.untrusted ?? false;
  switch (command) {
    case 'build': {
      const { buildCommand } = await import('./commands/build.ts');
      const { output, strict = false } = values;
      const editions = await editionsOf(values.edition);
      if ('misused' in editions) return misused(editions.misused);
      if (editions.length > 1 && output !== undefined && /\.(?:epub|html)$/i.test(output))
        return misused(`Unexpected file “${output}” for ${editions.length} editions, expected a folder`);
      const { force = false } = values;
      return buildCommand({ manuscript: path, output, editions, strict, untrusted, force, limits }, speaker);
    }
    case 'check': {
      const { checkCommand } = await import('./commands/check.ts');
      const editions = await editionsOf(values.edition);
      if ('misused' in editions) return misused(editions.misused);
      if (values.edition && /\.epub$/i.test(path))
        return misused(`Unexpected --edition for “${path}”, which is a finished book, expected a manuscript`);
      return checkCommand(path, { editions, untrusted, limits }, speaker);
    }
    case 'archive': {
      const { archiveCommand } = await import('./commands/archive.ts');
      return archiveCommand({ manuscript: path, output: values.output, untrusted, limits }, speaker);
    }
    case 'verify': {
      if (paths[0] === undefined)
        return misused('Unexpected verify without a path, expected: fleuron verify my-archive');
      const { verifyCommand } = await import('./commands/verify.ts');
      return verifyCommand({ path, source: values.source, untrusted, limits }, speaker);
    }
    case 'init': {
      if (paths[0] === undefined) return misused('Unexpected init without a folder, expected: fleuron init my-story');
      const { initCommand } = await import('./commands/init.ts');
      return initCommand(paths[0], speaker);
    }
    case 'import': {
      if (paths[0] === undefined)
        return misused('Unexpected import without a file, expected: fleuron import story.txt');
      const { importCommand } = await import('./commands/import.ts');
      return importCommand({ files: paths, output: values.output, force: values.force ?? false, limits }, speaker);
    }
    case 'typeset': {
      const { typesetCommand } = await import('./commands/typeset.ts');
      const { style } = values;
      if (style !== undefined && !isHouseStyle(style))
        return misused(`Unexpected style “${style}”, expected ${houseStyles.join(', ')}`);
      return typesetCommand({ lang: values.lang, style, limits }, speaker);
    }
    default: {
      const { nearest } = await import('./report/nearest.ts');
      const guess = nearest(command, ['build', 'check', 'import', 'archive', 'verify', 'init', 'typeset', 'help']);
      return misused(
        `Unexpected command “${command}”, expected build, check, import, archive, verify, init or typeset${guess ? `. Did you mean “${guess}”?` : ''}`,
      );
    }
  }
}

/** Most runs set no limit. */
async function limitsOf(words: readonly string[]) {
  const { readLimits } = await import('./commands/limit-options.ts');
  return readLimits(words);
}

/** What a build may not need to know is loaded where an edition is named. */
async function editionsOf(words: readonly string[] | undefined) {
  if (words === undefined) return ['epub'] as const;
  const { chooseEditions } = await import('./commands/editions.ts');
  return chooseEditions(words);
}

function told(text: string, code: number = exitCodes.done): number {
  process.stdout.write(`${text}\n`);
  return code;
}

function misused(what: string): number {
  process.stderr.write(`fleuron: ${what}\nTry: fleuron --help\n`);
  return exitCodes.usage;
}
