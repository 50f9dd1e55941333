/**
 * `fleuron typeset`: Markdown comes in on stdin and goes out typeset on stdout; what is in doubt is told on stderr.
 */
import { createParser } from '../read/parse.ts';
import type { Problem } from '../report/problem.ts';
import { typesetMarkdown } from '../typeset/markdown.ts';

export interface TypesetOptions {
  /** BCP 47; English where nothing is said. */
  readonly lang?: string | undefined;
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
  const parse = createParser({ autolinks: false, plugins: [] });
  const { text, problems } = typesetMarkdown(
    source,
    await parse(source),
    options.lang === undefined ? {} : { lang: options.lang },
  );
  output(text);
  return problems;
}
