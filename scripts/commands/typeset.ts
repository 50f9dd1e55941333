/**
 * `fleuron typeset`: Markdown comes in on stdin and goes out typeset on stdout; what is in doubt is told on stderr.
 */
import type { HouseStyle } from '../book/house-styles.ts';
import { partMetadata } from '../read/metadata-block.ts';
import { createParser } from '../read/parse.ts';
import { typesetMarkdown } from '../typeset/markdown.ts';
import { exitCodes } from './exit-codes.ts';
import type { Speaker } from './speaker.ts';

export interface TypesetOptions {
  /** BCP 47; English where nothing is said. */
  readonly lang?: string | undefined;
  readonly style?: HouseStyle | undefined;
}

/** Typesets the Markdown of `input`, hands the result to `output` and says what was noticed; answers with the exit code. */
export async function typesetCommand(
  options: TypesetOptions,
  speaker: Pick<Speaker, 'query'>,
  input: AsyncIterable<Uint8Array | string> = process.stdin,
  output: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<number> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  const source = Buffer.concat(parts).toString('utf8');
  const { block, text: body } = partMetadata(source, '');
  const parse = createParser({ autolinks: false, plugins: [] });
  const { text, problems } = typesetMarkdown(body, await parse(body), {
    path: 'stdin',
    lang: options.lang ?? 'en',
    typography: { style: options.style ?? 'chicago', elisions: [], rules: {} },
  });
  // The lines of the metadata block are blank in the body.
  const blank = block === undefined ? 0 : (/^\n*/.exec(body)?.[0].length ?? 0);
  output(source.slice(0, source.length - body.length + blank) + text.slice(blank));
  speaker.query(problems, new Map([['stdin', source]]));
  return exitCodes.done;
}
