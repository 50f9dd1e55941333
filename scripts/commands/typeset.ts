/**
 * `fleuron typeset`: Markdown comes in on stdin and goes out typeset on stdout; what is in doubt is told on stderr.
 */

import { decodeText } from '../book/decode.ts';
import { type HouseStyle, houseStyles } from '../book/house-styles.ts';
import { type Limits, printLimit, usualLimits } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { opensSpeechWithDash } from '../book/speech-dashes.ts';
import { parseGuarded } from '../markdown/guarded-parse.ts';
import { createParser } from '../markdown/parse.ts';
import { readProse } from '../markdown/prose/read-prose.ts';
import { newQuota } from '../markdown/quota.ts';
import { splitMetadata } from '../read/metadata-block.ts';
import { type Problem, problem } from '../report/problem.ts';
import { typesetMarkdown } from '../typeset/typeset-markdown.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { limitOption, limitsOf, reportOptions } from './options.ts';
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
    ...limitOption,
    json: { type: 'boolean', about: 'problems as JSON on stderr' },
    quiet: reportOptions.quiet,
  },
  positionals: { usage: '', least: 0, most: 0, noun: 'path', example: '< in.md > out.md' },
  run: async ({ lang, style, limit, ...report }) => {
    const limits = await limitsOf(limit);
    if ('reason' in limits) return limits;
    return typesetCommand({ lang, style, limits }, createReporter(report));
  },
});

export interface TypesetOptions {
  /** BCP 47; English where nothing is said. */
  readonly lang?: string | undefined;
  readonly style?: HouseStyle | undefined;
  /** What the text may cost; the usual limits if not given. */
  readonly limits?: Limits | undefined;
}

/**
 * Typesets the Markdown of `input`, hands the result to `output` and says what was noticed; answers with the exit code.
 * A text that cannot be read as it is (no UTF-8, beyond a limit) gives one problem and no output.
 */
export async function typesetCommand(
  { lang = 'en', style = 'chicago', limits = usualLimits }: TypesetOptions,
  reporter: Pick<Reporter, 'query'>,
  input: AsyncIterable<Uint8Array | string> = process.stdin,
  output: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<number> {
  const path = 'stdin';
  const refuse = (problems: readonly Problem[], source: string): number => {
    reporter.query(problems, new Map([[path, source]]));
    return exitCodes.problems;
  };
  const bytes = await readAll(input, limits.text);
  if (!bytes) {
    const reason = `Unexpected text of more than ${printLimit('text', limits.text)}, expected less`;
    return refuse([problem('file-too-large', { path }, reason, raiseLimit('text', limits))], '');
  }
  const { value: decoded, problems: undecoded } = decodeText(bytes, path);
  if (decoded === undefined) return refuse(undecoded, '');
  const [, mark = '', source = ''] = /^(\uFEFF?)(.*)$/s.exec(Buffer.from(bytes).toString('utf8')) ?? []; // line ends stay as they are
  const { block, text: body } = splitMetadata(source, '');
  const parsed = await parseGuarded(body, {
    path,
    parse: createParser({ autolinks: false, plugins: [] }),
    autolinks: false,
    hasPlugins: false,
    prose: readProse(body, { speaks: opensSpeechWithDash(lang) }),
    quota: newQuota(limits),
  });
  if (parsed.problems.length > 0) return refuse(parsed.problems, source);
  const typography = { style, elisions: [], rules: {} };
  const { text, problems } = typesetMarkdown(body, parsed.value, { path, lang, typography });
  // The lines of the metadata block are blank in the body.
  const blank = block === undefined ? 0 : (/^\n*/.exec(body)?.[0].length ?? 0);
  output(mark + source.slice(0, source.length - body.length + blank) + text.slice(blank));
  reporter.query(problems, new Map([[path, source]]));
  return exitCodes.done;
}

/** All bytes of a stream; undefined, and the rest left unread, where there are more than `most`. */
async function readAll(input: AsyncIterable<Uint8Array | string>, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of input) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    size += bytes.length;
    if (size > most) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
