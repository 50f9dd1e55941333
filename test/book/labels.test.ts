import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelLanguage, labelsFor } from '../../scripts/book/labels.ts';
import { sectionLabel } from '../../scripts/book/section-labels.ts';
import { sectionKinds } from '../../scripts/book/sections.ts';

test('the press speaks the book’s language, whatever its region or case', () => {
  for (const lang of ['de', 'de-CH', 'DE-1996']) assert.equal(labelsFor(lang).contents, 'Inhalt', lang);
  assert.equal(labelsFor('fr-CA').notes, 'Notes');
});

test('a language without a row gets English, and says that it is English', () => {
  for (const lang of ['eu', 'tostring', 'x']) {
    assert.equal(labelsFor(lang).contents, 'Contents', lang);
    assert.equal(labelLanguage(lang), 'en', lang);
  }
  assert.equal(labelLanguage('de-CH'), 'de-CH');
});

test('Chinese has the characters of its script or region', () => {
  assert.equal(labelsFor('zh').contents, '目录');
  for (const lang of ['zh-Hant', 'zh-TW', 'ZH-Hant-HK']) assert.equal(labelsFor(lang).contents, '目錄', lang);
  assert.equal(labelsFor('zh-Hans-HK').contents, '目录');
  assert.equal(labelLanguage('zh-TW'), 'zh-TW');
});

test('every kind of section has a name in every language that the press speaks', () => {
  for (const lang of [
    'ar',
    'fa',
    'he',
    'ja',
    'zh',
    'zh-hant',
    'ko',
    'de',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'sv',
    'fi',
    'pl',
    'cs',
    'ru',
  ]) {
    assert.equal(labelLanguage(lang), lang);
    for (const kind of sectionKinds) assert.notEqual(sectionLabel(kind, lang), '', `${lang} ${kind}`);
    assert.notEqual(sectionLabel('afterword', lang), sectionLabel('afterword', 'en'), lang);
    assert.notEqual(sectionLabel('excerpt', lang), 'Excerpt', lang);
    assert.notEqual(sectionLabel('colophon', lang), sectionLabel('about-this-copy', lang), lang);
  }
  assert.equal(sectionLabel('afterword', 'de-AT'), 'Nachwort');
  assert.equal(sectionLabel('afterword', 'eu'), 'Afterword');
});
