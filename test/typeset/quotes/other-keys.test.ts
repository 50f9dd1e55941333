/** Quotation marks typed with other keys than the two of a typewriter. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queriesOf } from '../queries/asking.ts';
import { testTable } from '../set-text.ts';

testTable([
  ["``Hello,'' she said -- ``it's late.''", '“Hello,” she said—“it’s late.”'],
  ["``It's `fine,' I think.''", '“It’s ‘fine,’ I think.”'],
  ["''no'' he said, ''don't go.''", '“no” he said, “don’t go.”'],
  ["`Hello,' she said. `Don't go.'", '‘Hello,’ she said. ‘Don’t go.’'],
  ['<<Bonjour,>> he said.', '«Bonjour,» he said.'],
  [",,Nein,'' he said", '“Nein,” he said'],
  // Two single marks may as well be two single marks.
  ["''Tis true,' he said.", '‘\u202F’Tis true,’ he said.'],
  [
    "''Tain't no use, Be'y,' she told 'em, 'an' I'm goin''",
    '‘\u202F’Tain’t no use, Be’y,’ she told ’em, ‘an’ I’m goin’’',
  ],
  ['a << b, 3`, `', 'a << b, 3`, `'],
]);
testTable([[",,Nie'', powiedział. ,,Tak\", też.", '„Nie”, powiedział. „Tak”, też.']], { lang: 'pl' });
testTable([['>>Nein<<, sagte er.', '»Nein«, sagte er.']], { lang: 'de' });
testTable([['<< Bonjour >>, dit-il.', '«\u202FBonjour\u202F», dit-il.']], { lang: 'fr' });

test('a doubt behind such a mark is found at its place', async () => {
  const queries = await queriesOf(
    "She said so.\n\n'Consequence, ``Well,'' he left.\n\n``Well,'' he said.\n\n<<So>> and 'arranged here.\n",
  );
  assert.deepEqual(
    queries.map((query) => query.slice(0, 21)),
    ['3:1 typography-doubt ', '7:12 typography-doubt'],
  );
});
