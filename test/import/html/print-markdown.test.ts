import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { printMarkdown, unsafe } from '../../../scripts/import/html/print-markdown.ts';

const letters = (all: string) =>
  fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 12 }).map((found) => found.join(''));
const words = fc.oneof(letters('a1 .,:;!?-+=#*_~<>[]()&\\`|"\'’“…\n\u00a0É'), letters('ab .,!?“”'));
const text = words.map((value): PhrasingContent => ({ type: 'text', value }));
const inline = fc.oneof(
  { weight: 3, arbitrary: text },
  fc.constant<PhrasingContent>({ type: 'break' }),
  text.map((child): PhrasingContent => ({ type: 'emphasis', children: [child] })),
  text.map((child): PhrasingContent => ({ type: 'strong', children: [child] })),
  text.map((child): PhrasingContent => ({ type: 'link', url: 'chapter-1.md#a', children: [child] })),
  text.map((child): PhrasingContent => ({ type: 'link', url: 'https://a.example/', children: [child] })),
);
const block = fc
  .array(inline, { minLength: 1, maxLength: 5 })
  .chain((children) =>
    fc.constantFrom<RootContent>({ type: 'paragraph', children }, { type: 'heading', depth: 2, children }),
  );

test('the short way to print plain text prints what the long way does', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (children) => {
      // GitHub’s additions escape a little more: texts without their marks are printed alike.
      fc.pre(
        !/[~|:[]/.test(
          JSON.stringify(children)
            .replace(/"(?:type|url|depth|children|value)":/g, '')
            .replace(/[[\]{}]/g, ''),
        ),
      );
      const long = toMarkdown(
        { type: 'root', children },
        {
          bullet: '-',
          emphasis: '*',
          rule: '*',
          ruleSpaces: true,
          fences: true,
          listItemIndent: 'one',
          resourceLink: false,
          unsafe: [...unsafe],
        },
      );
      assert.equal(printMarkdown(children), long);
    }),
    { seed: 11, numRuns: 2000 },
  );
});

test('a task keeps its box', () => {
  const item = (checked: boolean | null, value: string): ListItem => ({
    type: 'listItem',
    spread: false,
    checked,
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  });
  const children = [item(true, 'Done'), item(false, 'Not done'), item(null, 'No task')];
  assert.equal(printMarkdown([{ type: 'list', spread: false, children }]), '* [x] Done\n* [ ] Not done\n* No task\n');
});
