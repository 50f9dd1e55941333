/** Tables of how the press does on novels that it has not learned from: each is set with tables learned from the others. */

import { allClasses } from './errors.mjs';
import { per10k, sheet } from './sheet.mjs';
import { ofClasses, sum } from './tally.mjs';

const editions = ['american', 'british'];

/** Wrong marks per novel and edition, in every way to type a dash. */
export function unseenTable(novels, dashes) {
  const groups = [
    ...novels.map((novel) => [novel.name, [novel]]),
    ['**novels**', novels.filter(({ isDialect }) => !isDialect)],
    ['**dialect**', novels.filter(({ isDialect }) => isDialect)],
  ];
  const columns = editions.flatMap((edition) => dashes.map((dash) => [edition, dash]));
  return sheet(
    [
      '',
      ...columns.map(([edition, dash]) => `${edition === 'american' ? 'US' : 'UK'} \`${dash}\``),
      'US /10k',
      'UK /10k',
      'double wrong',
      'damage',
    ],
    groups.map(([name, several]) => {
      const totals = columns.map(([edition, dash]) => sum(several.map((novel) => novel[edition].counted[dash])));
      const rate = (edition) => {
        const parts = totals.filter((_, i) => columns[i][0] === edition).map((total) => ofClasses(total, allClasses));
        return per10k(
          parts.reduce((all, { wrong }) => all + wrong, 0),
          parts.reduce((all, { marks }) => all + marks, 0),
        );
      };
      const add = (pick) => totals.reduce((all, total) => all + pick(total), 0);
      return [
        name,
        ...totals.map((total) => ofClasses(total, allClasses).wrong),
        ...editions.map(rate),
        add(({ wrong }) => wrong['double-open'] + wrong['double-close']),
        add(({ damage }) => damage),
      ];
    }),
  );
}
