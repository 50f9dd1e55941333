/** One style sheet of an author's. In: CSS. Out: what of it goes into a book, line by line, and a warning at each place that does not. */
import type { CssNodePlain } from 'css-tree';
import { parseStyleSheet } from '../css/parse-css.ts';
import { type PrintedLine, printLines, printStyleSheet } from '../css/print-css.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import { cleanSheet } from './clean-sheet.ts';
import { type Fault, faults } from './faults.ts';
import type { OpenFile } from './open-files.ts';
import { resolveUrls } from './resolve-urls.ts';

interface CleanedSheet {
  readonly lines: readonly PrintedLine[];
  /** `@namespace` rules, which stand before all others. */
  readonly namespaces: string;
}

/** More problems of one sheet are counted. */
const mostTold = 50;

/** Cleans a style sheet; the files that it names are opened with `open`. */
export async function cleanStyleSheet(css: string, path: string, open: OpenFile): Promise<Outcome<CleanedSheet>> {
  const sheet = parseStyleSheet(css);
  const { text } = sheet;
  const problems: Problem[] = [];
  const tell = ({ reason, hint }: Fault, place: Place) => problems.push(problem('style-left-out', place, reason, hint));
  const placeAt = placesIn(css, path);
  for (const { kind, at } of sheet.faults) {
    const bracket = /^(?:\/\*|[^\s({[\])}]*[({[\])}])/.exec(css.slice(at, at + 60))?.[0] ?? '';
    tell(faults[kind](bracket), placeAt(at));
  }
  const clean = cleanSheet(sheet, (fault, node) => tell(fault, placeIn(path, node)));
  const nodes = await resolveUrls(clean, text, async (address, kind, node) => {
    const { value, problems: found } = await open(address, kind, placeIn(path, node));
    for (const each of found) problems.push(each);
    return value?.href;
  });
  const isNamespace = (node: CssNodePlain) => node.type === 'Atrule' && node.name === 'namespace';
  const value = {
    lines: printLines({ text, nodes: nodes.filter((node) => !isNamespace(node)) }),
    namespaces: printStyleSheet({ text, nodes: nodes.filter(isNamespace) }),
  };
  return { value, problems: shortened(problems) };
}

/** Errors and the first of the other problems, in the order of their places. */
function shortened(problems: readonly Problem[]): readonly Problem[] {
  const ordered = [...problems].sort((one, other) => offsetOf(one) - offsetOf(other));
  const others = ordered.filter(({ severity }) => severity !== 'error');
  const first = others[mostTold];
  if (!first) return ordered;
  const told = new Set(others.slice(0, mostTold));
  const reason = `${others.length - mostTold} more places from here on are not told one by one.`;
  const count = problem('style-left-out', first.place, reason);
  return [...ordered.filter((each) => told.has(each) || each.severity === 'error'), count];
}

const offsetOf = ({ place }: Problem): number => place?.start?.offset ?? 0;

function placeIn(path: string, { loc }: CssNodePlain): Place {
  return loc ? { path, start: loc.start, end: loc.end } : { path };
}

/** Places of offsets that come in their order. */
function placesIn(text: string, path: string): (offset: number) => Place {
  let [line, start, end] = [1, 0, text.indexOf('\n')];
  return (offset) => {
    for (; end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    return { path, start: { line, column: offset - start + 1, offset } };
  };
}
