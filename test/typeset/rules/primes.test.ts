import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setText, testTable } from '../set-text.ts';

testTable([
  // Feet and inches
  [`He stood 6'2" in his socks.`, 'He stood 6′2″ in his socks.'],
  [`He stood 5' 10" in his socks.`, 'He stood 5′\u00A010″ in his socks.'],
  [`"He's 6'2" tall," she said.`, '“He’s 6′2″ tall,” she said.'],
  [`"He's 6'2"," she said.`, '“He’s 6′2″,” she said.'],
  [`"He's 6'2" she said.`, '“He’s 6′2” she said.'],
  [`a room of 8' x 10' and a 6' tall man`, 'a room of 8′ × 10′ and a 6′ tall man'],
  [`a 12" record`, 'a 12″ record'],
  [`a 3.5" disk and a 3 1/2" disk`, 'a 3.5″ disk and a 3½″ disk'],
  [`"I have a 12" record," she said.`, '“I have a 12″ record,” she said.'],
  [`an 8" x 10" print`, 'an 8″ × 10″ print'],
  [`an 8"x10" print`, 'an 8″×10″ print'],
  [`a ladder of 120' 6" and one of 16'11`, 'a ladder of 120′\u00A06″ and one of 16′11'],
  [`5' 10½" tall`, '5′\u00A010½″ tall'],
  [`5' 10 1/2" tall`, '5′\u00A010½″ tall'],
  [`5' 7.5" tall`, '5′\u00A07.5″ tall'],
  [`He is 5' 9"`, 'He is 5′\u00A09″'],
  [`a 120' wide gate`, 'a 120′ wide gate'],
  [`an 8'x10' rug, a hall of 8' x 120' and more`, 'an 8′×10′ rug, a hall of 8′ × 120′ and more'],
  [`a 4.25" bolt, a 3-1/16" nut, a ½" and a 12½" board`, 'a 4.25″ bolt, a 3-1/16″ nut, a ½″ and a 12½″ board'],
  [`a 120" wall`, 'a 120″ wall'],
  [`an 8" x 10" x 12" box`, 'an 8″ × 10″ × 12″ box'],
  [`a 7"—no, a 9"—record`, 'a 7″—no, a 9″—record'],
  [`"a 7" record and a 9" one"`, '“a 7″ record and a 9″ one”'],
  [`"A 7" record" and a 9" one`, '“A 7″ record” and a 9″ one'],
  [`"He has a 12", 14" and 16" pipe," she said.`, '“He has a 12″, 14″ and 16″ pipe,” she said.'],
  [`'So 6' tall,' he said.`, '‘So 6’ tall,’ he said.'],
  ['He was barely 5\',"', 'He was barely 5′,”'],
  [`"I'm 6'." He stood 6' in his socks.`, '“I’m 6′.” He stood 6′ in his socks.'],
  [`went on in room 12.'`, 'went on in room 12.’'],
  // Arc
  [`40°26'46" N`, '40°26′46″ N'],
  [`40° 6' 5.25" N`, '40° 6′ 5.25″ N'],
  [`40° 26' 46" N`, '40° 26′ 46″ N'],
  [`"lay at 40° 26' 46" by noon," he wrote.`, '“lay at 40° 26′ 46″ by noon,” he wrote.'],
  [`40° 26.5' N`, '40° 26.5′ N'],
  // A number that ends a quotation
  [`"We met in room 12" is all she said.`, '“We met in room 12” is all she said.'],
  [`"in room 12"`, '“in room 12”'],
  [`Between "room 12" and "room 14" nothing.`, 'Between “room 12” and “room 14” nothing.'],
  [`"I was born in 1970" he said, and "so was 12" she.`, '“I was born in 1970” he said, and “so was 12” she.'],
  [`"I was born in 1970" was what he said."`, '“I was born in 1970” was what he said.”'],
  [`'in room 5' he said`, '‘in room 5’ he said'],
  ['went on in room 12."', 'went on in room 12.”'],
  ['went on in room 12"', 'went on in room 12”'],
  [`the 1960s' and the '60s`, 'the 1960s’ and the ’60s'],
  [`the "12" button, the "14" button`, 'the “12” button, the “14” button'],
  [`"One says "room 12" to me," he said.`, '“One says “room 12” to me,” he said.'],
  [`("12" she said)`, '(“12” she said)'],
  [`—"12" he said`, '—“12” he said'],
  [`"a 12" "b"`, '“a 12” “b”'],
  [`The "12" "14" keys`, 'The “12” “14” keys'],
  ['„Zimmer 12“', '„Zimmer 12“'],
  ['a $12" bill', 'a $12” bill'],
  [`1'000'000 francs`, '1’000’000 francs'],
]);

test('leaves marks after a number as typed that are escaped', () => {
  assert.equal(setText(`a 12" record`, { literal: [4] }), `a 12" record`);
});

test('leaves primes to the reader of quotation marks where the rule is off', () => {
  assert.equal(setText(`a 12" record`, { rules: { primes: false } }), 'a 12” record');
});

test('takes no year for feet', () => {
  for (const text of [`'the class of '99' he said`, `'born in '06'`, `the '60s'`, `in '99 or '00'`]) {
    assert.doesNotMatch(setText(text), /[′″]/);
  }
});
