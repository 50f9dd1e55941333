/** `fleuron typeset`: Markdown comes in on stdin and goes out typeset on stdout; what is in doubt is told on stderr. */
import { houseStyles, outermostQuotes } from '../book/house-styles.ts';
import { usualLimits } from '../book/limits.ts';
import type { TypesetTextOptions } from '../pipeline/typeset-text.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { limitOption, reportOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const typeset = defineCommand({
  name: 'typeset',
  summary: 'set the quotes and dashes of a text: < in.md > out.md',
  usage: `Reads Markdown on stdin and writes it on stdout with its quotes, apostrophes, dashes and ellipses set.

  fleuron typeset < draft.md > set.md    never > draft.md: the shell empties that before it is read
  fleuron typeset --lang fr < brouillon.md
  fleuron typeset --style standard-ebooks < draft.md

Styles: chicago (if none is named), standard-ebooks, oxford, off. docs/typography.md has their rules.`,
  options: {
    lang: {
      type: 'string',
      value: 'LANGUAGE',
      about: 'the language of the text, as in en, en-GB or pt-BR; by default en',
    },
    style: { type: 'string', value: 'NAME', choices: houseStyles, about: `whose rules: ${houseStyles.join(', ')}` },
    quotes: {
      type: 'string',
      value: 'WHICH',
      choices: outermostQuotes,
      about: 'which marks stand outermost: single or double',
    },
    ...limitOption,
    json: { type: 'boolean', about: 'problems as JSON on stderr' },
    quiet: reportOptions.quiet,
    verbose: reportOptions.verbose,
  },
  positionals: { usage: '', least: 0, most: 0, noun: 'path', example: '< in.md > out.md' },
  run: async ({ lang, style, quotes, ...report }, _, { limits }) => {
    return typesetCommand({ lang, style, quotes, limits }, createReporter(report));
  },
});

type TypesetOptions = Pick<TypesetTextOptions, 'lang' | 'style' | 'quotes' | 'limits'>;

/**
 * Typesets the Markdown of `input`, hands the result to `output` and says what was noticed; answers with the exit code.
 * A text that cannot be read as it is (no UTF-8, beyond a limit) gives one problem and no output.
 */
export async function typesetCommand(
  options: TypesetOptions,
  reporter: Pick<Reporter, 'query'>,
  input: AsyncIterable<Uint8Array | string> = process.stdin,
  output: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<number> {
  const path = 'stdin';
  const bytes = await readAll(input, (options.limits ?? usualLimits).text);
  const { typesetText } = await import('../pipeline/typeset-text.ts');
  const { value: text, problems } = await typesetText(bytes, { ...options, path });
  if (text !== undefined) output(text);
  reporter.query(problems, new Map([[path, bytes.toString('utf8').replace(/^\uFEFF/, '')]]));
  return text === undefined ? exitCodes.problems : exitCodes.done;
}

/** All bytes of a stream; where there are more than `most`, no more than tell so. */
async function readAll(input: AsyncIterable<Uint8Array | string>, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of input) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    parts.push(bytes);
    size += bytes.length;
    if (size > most) break;
  }
  return Buffer.concat(parts);
}
