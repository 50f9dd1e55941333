/**
 * The hard lines of ../shared: each with the ways in which a professional would set it. White space of a kind of its own counts
 * as a space.
 * In: the folder of tables. Out: lines, and how the press sets one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { typesetText } from '../../scripts/pipeline/typeset-text.ts';

export interface HardLine {
  readonly lang: string;
  readonly kind: string;
  readonly typed: string;
  readonly ways: readonly string[];
}

/** The lines of all tables (`hard-en.tsv`, `cs.tsv`), language by language. */
export function readHardLines(folder: string): readonly HardLine[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((file) =>
      readFileSync(`${folder}/${file}`, 'utf8')
        .split('\n')
        .slice(1)
        .filter(Boolean)
        .map((line) => {
          const [kind = '', typed = '', expected = ''] = line.split('\t');
          return { lang: file.replace(/^hard-|\.tsv$/g, ''), kind, typed, ways: expected.split(' || ').map(plain) };
        }),
    );
}

/** A line as the press sets it, in the form of `ways`. */
export async function setHardLine({ typed, lang }: HardLine): Promise<string> {
  const { value } = await typesetText(Buffer.from(typed.replaceAll('¶', '\n\n')), { lang });
  return plain(value ?? '');
}

const plain = (text: string): string =>
  text
    .replace(/(?<=[“”‘’„«»‹›])[\u202F\u200A](?=[“”‘’„])/g, '')
    .replace(/[\u00A0\u202F\u2009\u200A]/g, ' ')
    .replaceAll('\n\n', '¶')
    .trimEnd();
