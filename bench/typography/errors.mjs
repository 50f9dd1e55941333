/** Tables of wrong marks: by tool and by novel. */
import { per10k, sheet } from './sheet.mjs';
import { ofClasses, sum } from './tally.mjs';

/** How score.mjs's classes are headed. */
const glyphs = {
  'double-open': '“',
  'double-close': '”',
  'single-open': '‘',
  'apostrophe-lead': '’ lead',
  'apostrophe-mid': '’ mid',
  'single-close/apostrophe-end': '’ end',
  ellipsis: '…',
  'em-dash': '—',
};
const classes = Object.keys(glyphs);
export const allClasses = classes;
export const quoteClasses = classes.slice(0, 6);

const head = (...first) => [...first, 'all /10k', 'quotes /10k', ...Object.values(glyphs), 'others', 'damage'];

/** What the guide to the corpus says of Standard Ebooks' own typogrify, which does not run here: American, `--`. */
const typogrify = ['34.4', '37.8', 2, 1, 3, 263, 7, 2, 0, 0, 0, 3];
const reference = 'Standard Ebooks’ typogrify (quoted from the guide)';
/** Of British text the guide has the sum alone, and that of novels which are not in the corpus. */
const typogrifyBritish = ['63', ...Array(11).fill('–')];
const elsewhere = 'Standard Ebooks’ typogrify (quoted from the guide; other novels)';

function cells(total) {
  const all = ofClasses(total, classes);
  const quotes = ofClasses(total, quoteClasses);
  return [
    per10k(all.wrong, all.marks),
    per10k(quotes.wrong, quotes.marks),
    ...classes.map((each) => total.wrong[each]),
    total.spurious,
    total.damage,
  ];
}

/** How many marks of each class there are, as a row under `head`. */
function marksRow(total, ...first) {
  const all = ofClasses(total, classes).marks;
  const quotes = ofClasses(total, quoteClasses).marks;
  return [...first, all, quotes, ...classes.map((each) => total.count[each]), '', ''].map((cell) =>
    cell === '' ? '' : `*${cell}*`,
  );
}

/** Every tool with every way to type a dash; `runs` are of one kind of quotation. */
export function errorTable(runs, quotes) {
  const rows = runs.map(({ tool, dash, counted }) => [tool, dashName(dash), ...cells(sum(counted))]);
  const quoted = quotes === 'american' ? typogrify : typogrifyBritish;
  const marks = runs[0] ? [marksRow(sum(runs[0].counted), 'marks', '')] : [];
  return sheet(head('', 'dash typed'), [
    ...marks,
    ...rows,
    [quotes === 'american' ? reference : elsewhere, dashName('--'), ...quoted],
  ]);
}

/** Fleuron novel by novel, and the sums of all tools; dashes typed `--`. */
export function novelTable(runs, quotes) {
  const plain = runs.filter(({ dash }) => dash === '--');
  const own = plain.find(({ tool }) => tool === 'Fleuron');
  return sheet(head(''), [
    ...own.counted.map((each) => [each.name, ...cells(each)]),
    ...plain.map(({ tool, counted }) => [`**all: ${tool}**`, ...cells(sum(counted))]),
    ...(quotes === 'american' ? [[`all: ${reference}`, ...typogrify]] : []),
  ]);
}

/** No-break spaces: how many of those in the books a tool sets, and how many more. */
export function noBreakTable(runs) {
  const rows = runs
    .filter(({ dash }) => dash === '--')
    .map(({ tool, counted }) => {
      const { gold, hit, extra } = sum(counted).nbsp;
      return [tool, gold, hit, gold ? `${((hit / gold) * 100).toFixed(1)} %` : '–', extra];
    });
  const quoted = [elsewhere, 1703, 1665, '97.8 %', 8];
  return sheet(['', 'in the books', 'set', 'recall', 'extra'], [...rows, quoted]);
}

function dashName(dash) {
  return { hyphen: '`-` spaced', en: '`–` spaced' }[dash] ?? `\`${dash}\``;
}

/** The wrong marks outside quotation, which nothing learns, and all marks. */
export function unlearned(counted) {
  const rest = classes.filter((each) => !quoteClasses.includes(each));
  return { wrong: ofClasses(counted, rest).wrong, marks: ofClasses(counted, classes).marks };
}
