/** One text set alone: parse → typeset → the edits go back into it. In: Markdown. Out: the same Markdown, its marks set. */
import { decodeText } from '../book/decode.ts';
import type { HouseStyle, OutermostQuotes } from '../book/house-styles.ts';
import { type Limits, printLimit, usualLimits } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { opensSpeechWithDash } from '../book/speech-dashes.ts';
import { parseGuarded } from '../markdown/guarded-parse.ts';
import { createParser } from '../markdown/parse.ts';
import { readProse } from '../markdown/prose/read-prose.ts';
import { newQuota } from '../markdown/quota.ts';
import { splitMetadata } from '../metadata/metadata-block.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { typesetMarkdown } from '../typeset/typeset-markdown.ts';

export interface TypesetTextOptions {
  /** BCP 47; English where nothing is said. */
  readonly lang?: string | undefined;
  /** Whose rules; Chicago's where nothing is said. */
  readonly style?: HouseStyle | undefined;
  /** Which quotation marks stand outermost; the style’s if not given. */
  readonly quotes?: OutermostQuotes | undefined;
  /** What the text may cost; the usual limits if not given. */
  readonly limits?: Limits | undefined;
  /** What problems call the text. */
  readonly path?: string;
}

/**
 * Typesets Markdown in UTF-8; its metadata block, its byte order mark and its line ends stay as they are. A text that cannot
 * be read as it is (no UTF-8, beyond a limit) gives one problem and no text.
 */
export async function typesetText(
  bytes: Uint8Array,
  { lang = 'en', style = 'chicago', quotes, limits = usualLimits, path = 'text' }: TypesetTextOptions = {},
): Promise<Outcome<string | undefined>> {
  const refuse = (problems: readonly Problem[]) => ({ value: undefined, problems });
  if (bytes.length > limits.text) {
    const reason = `The text has more than ${printLimit('text', limits.text)}.`;
    return refuse([problem('file-too-large', { path }, reason, raiseLimit('text', limits))]);
  }
  const { value: decoded, problems: undecoded } = decodeText(bytes, path);
  if (decoded === undefined) return refuse(undecoded);
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const [, mark = '', source = ''] = /^(\uFEFF?)(.*)$/s.exec(whole) ?? [];
  const { block, text: body } = splitMetadata(source, '');
  const parsed = await parseGuarded(body, {
    path,
    parse: createParser({ autolinks: false, plugins: [] }),
    autolinks: false,
    hasPlugins: false,
    prose: readProse(body, { speaks: opensSpeechWithDash(lang) }),
    quota: newQuota(limits),
  });
  if (hasErrors(parsed.problems)) return refuse(parsed.problems);
  const typography = { style, quotes, elisions: [], rules: {} };
  const { text, problems } = typesetMarkdown(body, parsed.value, { path, lang, typography });
  // The lines of the metadata block are blank in the body.
  const blank = block === undefined ? 0 : (/^\n*/.exec(body)?.[0].length ?? 0);
  return { value: mark + source.slice(0, source.length - body.length + blank) + text.slice(blank), problems };
}
