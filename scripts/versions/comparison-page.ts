/** A comparison to be read in a browser. In: what changed. Out: one page of HTML that loads nothing. */
import type { Element, ElementContent } from 'hast';
import { printHtml } from '../html/print-xhtml.ts';
import type { ComparedChapter, Comparison, Run } from './compare-stories.ts';
import { changedParagraphs, headingsOf } from './comparison-lines.ts';

const style = `
:root { color-scheme: light dark; }
body { max-width: 38rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, serif; }
ins { background: #c9efd0; color: #0b2e13; text-decoration: underline; }
del { background: #f8d3d3; color: #4a0d0d; text-decoration: line-through; }
h2 { margin-top: 2.5rem; }
.counts, .left-out { color: GrayText; font-size: 0.9rem; }
td, th { text-align: left; vertical-align: top; padding: 0.15rem 0.8rem 0.15rem 0; }
`;

/** Prints the page; of chapters that are the same only the name. */
export function comparisonPage(comparison: Comparison, older: string, newer: string): string {
  const { title, facts, chapters, pictures } = comparison;
  const lists = Object.entries(pictures).filter(([, paths]) => paths.length > 0);
  const body = [
    element('h1', [text(title)]),
    element('p', [text(`${older} → ${newer}`)], 'counts'),
    ...(facts.length > 0 ? [factsTable(facts)] : []),
    ...chapters.flatMap(chapter),
    ...lists.flatMap(([what, paths]) => [
      element('h2', [text(`Pictures ${what}`)]),
      element('p', [text(paths.join(', '))]),
    ]),
  ];
  const head = `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`;
  const name = printHtml([element('title', [text(`${title}: what changed`)])]).join('');
  return `${head}${name}<style>${style}</style></head>\n<body><main>${printHtml(body).join('')}</main></body></html>\n`;
}

const text = (value: string): ElementContent => ({ type: 'text', value });

const element = (tagName: string, children: readonly ElementContent[], className?: string): Element => ({
  type: 'element',
  tagName,
  properties: className === undefined ? {} : { className: [className] },
  children: [...children],
});

const factsTable = (facts: Comparison['facts']): Element =>
  element('table', [
    element('tbody', [
      ...facts.map(({ key, before, after }) =>
        element('tr', [
          element('th', [text(key)]),
          element('td', [
            ...(before === undefined ? [] : [element('del', [text(before)]), text(' ')]),
            ...(after === undefined ? [] : [element('ins', [text(after)])]),
          ]),
        ]),
      ),
    ]),
  ]);

function chapter(compared: ComparedChapter): readonly Element[] {
  const { name, counts } = headingsOf(compared);
  return [
    element('h2', [text(name)]),
    element('p', [text(counts)], 'counts'),
    ...changedParagraphs(compared).map((each) =>
      typeof each === 'string' ? element('p', [text(each)], 'left-out') : element('p', each.map(marked)),
    ),
  ];
}

const marked = ({ what, text: words }: Run): ElementContent =>
  what === 'same' ? text(words) : element(what === 'added' ? 'ins' : 'del', [text(words)]);
