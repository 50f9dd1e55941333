/**
 * An author's own options for Apple Books, which lie in the book as they are and which EPUBCheck does not read. In: their text. Out:
 * nothing, or a problem at the line where they are no well-formed XML of options alone. A DOCTYPE or a processing instruction could lead a reader elsewhere.
 */
import { SaxesParser } from 'saxes';
import { type Problem, problem } from '../report/problem.ts';

const displayOptionsName = 'com.apple.ibooks.display-options.xml';

/** The elements of the format, each in the one before. */
const levels = ['display_options', 'platform', 'option'] as const;

/** The first fault of the options, if they have one. */
export function checkDisplayOptions(text: string): readonly Problem[] {
  const parser = new SaxesParser({ position: true });
  let found: Problem | undefined;
  const fail = (what: string): void => {
    const start = { line: parser.line, column: parser.column + 1 };
    found ??= problem(
      'template-failed',
      { path: `templates/${displayOptionsName}`, start },
      `There is ${what} in the options for Apple Books, so no book was made.`,
      'Let the file hold <display_options>, <platform> and <option> elements only, or remove it.',
    );
  };
  let depth = 0;
  parser.on('error', () => fail('XML that is not well-formed'));
  parser.on('doctype', () => fail('a DOCTYPE'));
  parser.on('processinginstruction', () => fail('a processing instruction'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-8$/i.test(encoding)) fail('an encoding other than UTF-8');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const isKnown = name === levels[depth] && Object.keys(attributes).every((each) => each === 'name');
    if (!isKnown) fail('an element that is none of them');
    depth++;
  });
  parser.on('closetag', () => void depth--);
  parser.write(text).close();
  return found ? [found] : [];
}
