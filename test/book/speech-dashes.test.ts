import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opensSpeechWithDash } from '../../scripts/book/speech-dashes.ts';
import { languages } from '../../scripts/typeset/languages/languages.ts';
import { localeOf } from '../../scripts/typeset/languages/locales.ts';

test('says of each language what the typesetter knows of it', () => {
  for (const lang of [...Object.keys(languages), 'no', 'fr-BE', 'es_MX', 'tlh', ''])
    assert.equal(opensSpeechWithDash(lang), localeOf(lang).speech !== undefined, lang);
});
