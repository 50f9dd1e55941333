/** One text, typeset as `fleuron typeset` does. In: Markdown. Out: the same Markdown, its marks set, and what is in doubt. */
import { encodeUtf8 } from '../book/bytes.ts';
import { stepsOf } from '../report/progress.ts';
import type { TypesetOptions, TypesetResult } from './options.ts';
import { limitsFrom } from './press.ts';

/** Sets the quotes, dashes and ellipses of one text in Markdown; all else of it stays as it is. */
export async function typeset(text: string, options: TypesetOptions = {}): Promise<TypesetResult> {
  await stepsOf('typesetting', options)(0, 1);
  const { typesetText } = await import('../pipeline/typeset-text.ts');
  return typesetText(encodeUtf8(text), { ...options, limits: limitsFrom(options) });
}
