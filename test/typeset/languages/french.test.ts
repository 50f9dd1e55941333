import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setParagraph } from '../setting.ts';

const shown = (text: string) => text.replaceAll('\u00A0', '·').replaceAll('\u202F', '‧');

for (const [typed, set] of [
  ["M. d'Artagnan, Mme de Rênal et MM. Dupont", 'M.·d’Artagnan, Mme·de Rênal et MM.·Dupont'],
  ['10 000 € et 1 234 567 francs', '10‧000‧€ et 1‧234‧567 francs'],
  ['n° 5, nº 7, p. 12, à 20 h', 'n°·5, nº·7, p.·12, à 20·h'],
  ['Me voilà; Me Durand', 'Me voilà‧; Me·Durand'],
  ['Tu crois que...? Que... ?', 'Tu crois que…? Que…‧?'],
] as const) {
  test(`French: ${typed}`, () => {
    assert.equal(shown(setParagraph(typed, 'fr')), set);
    assert.equal(shown(setParagraph(set.replaceAll('·', '\u00A0').replaceAll('‧', '\u202F'), 'fr')), set);
  });
}

test('Swiss French sets percent and money off, and nothing else', () =>
  assert.equal(shown(setParagraph('"Oui !": 5 %; 10 000 €', 'fr-CH')), '«Oui!»: 5‧%; 10‧000‧€'));

test('Arabic and Persian have no space before their stops', () => {
  assert.equal(setParagraph('گفت "بله" ، و \'نه\' ؟', 'fa'), 'گفت «بله»، و ‹نه›؟');
  assert.equal(setParagraph('قال "نعم" ؛ ثم', 'ar'), 'قال «نعم»؛ ثم');
});
