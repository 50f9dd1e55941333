/** The hard lines of ../shared: each is set as one of the ways that it allows. White space of a kind of its own counts as a space. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { typesetText } from '../../scripts/pipeline/typeset-text.ts';

const folder = '../shared/cases/typography';

const plain = (text: string): string =>
  text
    .replace(/(?<=[“”‘’„«»‹›])[\u202F\u200A](?=[“”‘’„])/g, '')
    .replace(/[\u00A0\u202F\u2009\u200A]/g, ' ')
    .replaceAll('\n\n', '¶')
    .trimEnd();

for (const file of existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.tsv')) : []) {
  const lang = file.startsWith('hard-') ? file.slice(5, -4) : file.slice(0, -4);
  for (const line of readFileSync(`${folder}/${file}`, 'utf8').split('\n').slice(1).filter(Boolean)) {
    const [, typed = '', expected = ''] = line.split('\t');
    test(`sets ${lang}: ${typed}`, async () => {
      const { value } = await typesetText(Buffer.from(typed.replaceAll('¶', '\n\n')), { lang });
      const set = plain(value ?? '');
      const ways = expected.split(' || ').map(plain);
      assert.equal(ways.includes(set) ? set : ways[0], set);
    });
  }
}
