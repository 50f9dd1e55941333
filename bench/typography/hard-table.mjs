/** The hard lines as Markdown: how many of each language are right, and each that is wrong. */
import { percent, sheet } from './sheet.mjs';

/** A table and a list, from the functions of `hard-lines.ts` and the folder of the lines. */
export async function hardLineTables({ readHardLines, setHardLine }, folder) {
  const counts = new Map();
  const wrong = [];
  for (const line of readHardLines(folder)) {
    const set = await setHardLine(line);
    const isRight = line.ways.includes(set);
    const { right, all } = counts.get(line.lang) ?? { right: 0, all: 0 };
    counts.set(line.lang, { right: right + (isRight ? 1 : 0), all: all + 1 });
    if (!isRight) wrong.push([line.lang, line.kind, line.typed, set, line.ways.join(' || ')]);
  }
  const sum = (pick) =>
    [...counts]
      .filter(([lang]) => pick(lang))
      .reduce((a, [, b]) => ({ right: a.right + b.right, all: a.all + b.all }), { right: 0, all: 0 });
  const row = (name, { right, all }) => [name, right, all, percent(right, all)];
  const table = sheet(
    ['', 'right', 'lines', 'share'],
    [
      ...[...counts].map(([lang, count]) => row(lang, count)),
      row(
        '**other languages than English**',
        sum((lang) => lang !== 'en'),
      ),
    ],
  );
  if (wrong.length === 0) return [table, 'None is wrong.'];
  return [
    table,
    sheet(
      ['', 'kind', 'typed', 'set', 'wanted'],
      wrong.map((cells) => cells.map((each) => each.replaceAll('|', '\\|'))),
    ),
  ];
}
