import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Construct, Effects } from 'micromark-util-types';
import { htmlSyntax } from '../../../scripts/markdown/syntax/unclosed-html.ts';
import { eventsOf } from './events.ts';

const pieces = [
  '<!--',
  '-->',
  '->',
  '-',
  '<?',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!A',
  '<!',
  '>',
  '<',
  '<b c="',
  '"',
  '</b>',
  '<a:b>',
  '`',
  '*',
  '\n',
  ' ',
  'a',
];

test('raw HTML is that of micromark, closed or not', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const text = `a${parts.join('')}`;
      assert.deepEqual(fromMarkdown(text, { extensions: [htmlSyntax] }), fromMarkdown(text));
      assert.deepEqual(eventsOf(text, [htmlSyntax]), eventsOf(text, []));
    }),
    { numRuns: 3000 },
  );
});

for (const begin of ['<!-- ', '<? ', '<![CDATA[ ', '<!A ']) {
  test(`the end of “${begin}” is looked for once`, () => {
    let read = 0;
    const watched = new WeakSet<Effects>();
    const counting: Construct = {
      tokenize(effects, _ok, nok) {
        const { consume } = effects;
        if (!watched.has(effects))
          effects.consume = (code) => {
            read++;
            consume(code);
          };
        watched.add(effects);
        return nok;
      },
    };
    const text = `a ${begin.repeat(1000)}`;
    eventsOf(text, [htmlSyntax, { text: { 60: counting } }]);
    assert.ok(read < 20 * text.length, `${read} characters read`);
  });
}
