/**
 * `fleuron typeset`: Markdown comes in on stdin and goes out typeset on stdout; what is in doubt is told on stderr.
 */
import type { HouseStyle } from '../book/house-styles.ts';
import { partMetadata } from '../read/metadata-block.ts';
import { createParser } from '../read/parse.ts';
import type { Problem } from '../report/problem.ts';
import { typesetMarkdown } from '../typeset/markdown.ts';

export interface TypesetOptions {
  /** BCP 47; English where nothing is said. */
  readonly lang?: string | undefined;
  readonly style?: HouseStyle | undefined;
}

/** Typesets the Markdown of `input` and hands the result to `output`; answers with what was noticed. */
export async function typesetCommand(
  options: TypesetOptions = {},
  input: AsyncIterable<Uint8Array | string> = process.stdin,
  output: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<readonly Problem[]> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  const source = Buffer.concat(parts).toString('utf8');
  const { block, text: body } = partMetadata(source, '');
  const parse = createParser({ autolinks: false, plugins: [] });
  const { text, problems } = typesetMarkdown(body, await parse(body), {
    lang: options.lang ?? 'en',
    typography: { style: options.style ?? 'chicago', elisions: [], rules: {} },
  });
  // The lines of the metadata block are blank in the body.
  const blank = block === undefined ? 0 : (/^\n*/.exec(body)?.[0].length ?? 0);
  output(source.slice(0, source.length - body.length + blank) + text.slice(blank));
  return problems;
}
