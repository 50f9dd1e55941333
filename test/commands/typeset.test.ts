import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { typesetCommand } from '../../scripts/commands/typeset.ts';
import type { Problem } from '../../scripts/report/problem.ts';
import { tell } from '../tools/manuscript.ts';

async function typeset(input: string | Uint8Array, limits = usualLimits) {
  let out = '';
  let told: readonly Problem[] = [];
  const speaker = { query: (problems: readonly Problem[]) => void (told = problems) };
  const stream = (async function* () {
    yield input;
  })();
  const code = await typesetCommand({ limits }, speaker, stream, (text) => void (out += text));
  return { code, out, told };
}

/** Texts that kept the bare parser busy for minutes, or overflowed its stack. */
const hostile: readonly (readonly [string, string, string])[] = [
  ['quotations in one another', `One.\n\n${'> '.repeat(5000)}a\n`, 'stdin:3:401 nesting-too-deep'],
  ['emphases in one another', `${'*a _b '.repeat(3000)}c${'_ d*'.repeat(3000)}\n`, 'stdin:1 nesting-too-deep'],
  ['brackets before parentheses', `${'[ (]('.repeat(15_000)}\n`, 'stdin:1 text-too-dense'],
];

for (const [name, text, expected] of hostile) {
  test(`${name}: one problem and no output`, async () => {
    const { code, out, told } = await typeset(text);
    assert.deepEqual([code, out], [1, '']);
    assert.deepEqual(
      told.map((each) => tell(each).replace(/^(stdin:1):\d+/, '$1')),
      [expected],
    );
  });
}

/** Runs of marks that mean nothing and stay as they are. */
for (const run of ['*'.repeat(20_000), `a${'*'.repeat(20_000)}b`, `${'_*'.repeat(10_000)}`, '['.repeat(20_000)]) {
  test(`a run of ${run.length} “${run.slice(0, 3)}” comes out in seconds, unchanged`, async () => {
    const { code, out } = await typeset(`"So," she said.\n\n${run}\n\n"And *then*..."\n`);
    assert.equal(code, 0);
    assert.ok(
      out.startsWith('“So,” she said.') && out.includes(run) && /“And \*then\*[\u2060 \u00A0]*…”/.test(out),
      out.slice(-60),
    );
  });
}

test('marks that hang together over many portions are set where they stand', async () => {
  const many = '"A *b* said," and `"code"`.\n\n- "c"\n\n'.repeat(4_000);
  const { code, out } = await typeset(many);
  assert.equal(code, 0);
  assert.equal(out, '“A *b* said,” and `"code"`.\n\n- “c”\n\n'.repeat(4_000));
});

test('what is no UTF-8 is refused, not replaced', async () => {
  const { code, out, told } = await typeset(Buffer.from('"Caf\xE9"', 'latin1'));
  assert.deepEqual([code, out, told.map(tell)], [1, '', ['stdin:1:5 file-not-utf8']]);
});

test('line ends and a byte order mark stay as they are', async () => {
  assert.equal((await typeset('\uFEFF"A"\r\n\r\n"B"\r\n')).out, '\uFEFF“A”\r\n\r\n“B”\r\n');
});

test('a text beyond the limit is refused, and what follows is not read', async () => {
  const { code, out, told } = await typeset('"A long text."', { ...usualLimits, text: 10 });
  assert.deepEqual([code, out, told.map(tell)], [1, '', ['stdin file-too-large']]);
  assert.match(told[0]?.hint ?? '', /--limit text=20$/);
});
