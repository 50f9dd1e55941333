import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelLanguage, labelsFor } from '../../scripts/book/labels.ts';

test('the press speaks the book’s language, whatever its region or case', () => {
  for (const lang of ['de', 'de-CH', 'DE-1996']) assert.equal(labelsFor(lang).contents, 'Inhalt', lang);
  assert.equal(labelsFor('fr-CA').notes, 'Notes');
});

test('a language without a row gets English, and says that it is English', () => {
  for (const lang of ['ko', 'tostring', 'x']) {
    assert.equal(labelsFor(lang).contents, 'Contents', lang);
    assert.equal(labelLanguage(lang), 'en', lang);
  }
  assert.equal(labelLanguage('de-CH'), 'de-CH');
});
