import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TypographyRule } from '../../../scripts/book/house-styles.ts';
import { localeOf } from '../../../scripts/typeset/languages/locales.ts';
import { setParagraph } from '../setting.ts';

const shown = (text: string) => text.replaceAll('\u00A0', '·').replaceAll('\u202F', '‧');

/** Rule by rule: the language, what is typed, what is set. */
const rules: Partial<Record<TypographyRule, readonly (readonly [string, string, string])[]>> = {
  'punctuation-spacing': [
    ['fr', 'Quoi?! Non ; si\u00A0: « a » «b» «\u00A0c\u00A0»', 'Quoi‧?! Non‧; si·: «‧a‧» «‧b‧» «‧c‧»'],
    [
      'fr',
      'à 10:30, http://a.fr/b?c=d&e, :smile: :) ;-) (!) C:\\x',
      'à 10:30, http://a.fr/b?c=d&e, :smile: :) ;-) (!) C:\\x',
    ],
    ['fr', '5% et 5 %, 100 €, % seul', '5‧% et 5‧%, 100‧€, % seul'],
    ['fr', 'Fin…? Fin... ! (Quoi?) *?', 'Fin…? Fin…‧! (Quoi‧?) *‧?'],
    ['fr-CA', 'Quoi ? Oui: «a»\u00A0!', 'Quoi? Oui·: «·a·»!'],
    ['fr-CH', 'Quoi ? « a »', 'Quoi? «a»'],
    ['de', 'Was ? « a »', 'Was? « a »'],
    ['fr-CH', '«  -', '«—'],
  ],
  'dialogue-dashes': [
    ['fr', '- Oui', '—·Oui'],
    ['fr', '—Oui', '—·Oui'],
    ['fr', '–Oui\u2028--Non', '—·Oui\u2028—·Non'],
    ['fr', '-5 degrés', '-5 degrés'],
    ['es', '— Sí', '—Sí'],
    ['pl', '--Tak', '–·Tak'],
    ['ru', '— Да', '—·Да'],
    ['en', '--and so', '—and so'],
    ['ar', '- نعم', '–·نعم'],
    ['fr', '-Oui, dit-il. -Non !', '—·Oui, dit-il.·— Non‧!'],
    ['ru', '-Да,-сказал он. Кто-то -там?', '—·Да,·— сказал он. Кто-то·— там?'],
  ],
  dashes: [
    [
      'de',
      'so – so, so--so, 3 - 4, 3--4, Berlin–Bonn, eins—zwei',
      'so·– so, so·– so, 3 - 4, 3–4, Berlin–Bonn, eins—zwei',
    ],
    ['de', 'Herr ---- und Herr ------', 'Herr ⸺ und Herr ⸻'],
    ['es', 'así — dijo — y --creo-- no, ex-jefe', 'así —dijo— y —creo— no, ex-jefe'],
    ['ru', 'он — она', 'он·— она'],
    ['de', '5,- Euro, 10,-- DM; 1914.-- Dann', '5,– Euro, 10,– DM; 1914.·– Dann'],
    ['de-CH', 'Fr. 5.-- und 10.-', 'Fr. 5.– und 10.–'],
    ['es', 'Era tarde -muy tarde- ya; el ex -y sí', 'Era tarde —muy tarde— ya; el ex -y sí'],
  ],
  ordinals: [
    ['es', '1.o, 2a, 3.a y 4o', '1.º, 2ª, 3.ª y 4º'],
    ['es', '1990o, 2an, x2a, 0.2a, 2A', '1990o, 2an, x2a, 0.2a, 2A'],
    ['en', '1.o, 2a', '1.o, 2a'],
    ['ca', '2a', '2a'],
  ],
  'no-break': [
    ['pl', 'A w domu i w lesie; T-shirt, dom u', 'A·w·domu i·w·lesie; T-shirt, dom u'],
    ['ru', 'в доме „и я“, к-а', 'в·доме „и·я“, к-а'],
    ['en', 'a house', 'a house'],
  ],
  ellipses: [
    ['zh', '...', '……'],
    ['ja', '2019-2021年', '2019–2021年'],
    ['ja', '。。。', '……'],
    ['zh', '……', '……'],
  ],
};

for (const [rule, rows] of Object.entries(rules)) {
  for (const [lang, typed, set] of rows) {
    test(`${rule} in ${lang}: ${JSON.stringify(shown(typed))}`, () => {
      assert.equal(shown(setParagraph(typed, lang)), set);
      assert.equal(shown(setParagraph(setParagraph(typed, lang), lang)), set);
    });
  }
}

test('a rule that is off changes nothing', () => {
  const off = (rule: TypographyRule) => ({ rules: { [rule]: false } });
  assert.equal(setParagraph('"Oui?"', 'fr', off('punctuation-spacing')), '«Oui?»');
  assert.equal(setParagraph('--Oui', 'fr', { rules: { 'dialogue-dashes': false, dashes: false } }), '--Oui');
  assert.equal(setParagraph('2a', 'es', off('ordinals')), '2a');
  assert.equal(setParagraph('w domu', 'pl', off('no-break')), 'w domu');
  assert.equal(setParagraph('צה"ל', 'he', off('quotes')), 'צה"ל');
});

/** Tags of one language each, or one script. */
const same: readonly (readonly [string, string])[] = [
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['zh-Hans-CN', 'zh'],
  ['sr-Latn-RS', 'sr'],
  ['no', 'nb'],
  ['iw', 'he'],
  ['pt-PT', 'pt'],
  ['PT-br', 'pt-BR'],
  ['es_MX', 'es-MX'],
  ['de-AT', 'de'],
  ['tlh', 'en'],
  ['constructor', 'en'],
];

for (const [tag, other] of same) {
  test(`${tag} is set as ${other} is`, () => assert.equal(localeOf(tag), localeOf(other)));
}
