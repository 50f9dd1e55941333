import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byline, headerOf, partByline } from '../../scripts/book/header-lines.ts';

test('a byline is known in many languages', () => {
  for (const [line, author] of Object.entries({
    'by Ann Lee': 'Ann Lee',
    'par Anne Exemple': 'Anne Exemple',
    'von Anna von Berg': 'Anna von Berg',
    'Por María de la Cruz': 'María de la Cruz',
    'di Anna Rossi': 'Anna Rossi',
    'door Anna de Vries': 'Anna de Vries',
    'av Anna Ek': 'Anna Ek',
    'Автор: Анна Иванова': 'Анна Иванова',
    'Autor: Jan Nowak': 'Jan Nowak',
    '作者：王安': '王安',
    '作者 王安': '王安',
    'بقلم: آن مثال': 'آن مثال',
    'מאת אנה כהן': 'אנה כהן',
    '지은이: 김안나': '김안나',
    'Napisała Anna Nowak': 'Anna Nowak',
    'írta: Kovács Anna': 'Kovács Anna',
  }))
    assert.equal(byline(line), author, line);
});

test('a sentence that begins with such a word is none', () => {
  for (const line of [
    'Von allen Seiten kam der Wind.',
    'Par ici, dit-il',
    'De la casa salió un gato',
    'Di notte pioveva.',
    'Door was open',
    'Av alla',
    'Автор был стар.',
    'Von Berg kam heim.',
    'של הבית היה ישן מאוד ולא נשאר בו אדם אחד',
  ])
    assert.equal(byline(line), undefined, line);
});

test('labels before a colon are known in other languages', () => {
  for (const [line, key] of Object.entries({
    'Titre : Le Moulin': 'title',
    'Название: Дом': 'title',
    'Автор: Анна': 'author',
    'Traduit par : Anne': 'translator',
    '简介：雨': 'description',
    'Übersetzer: Anna': 'translator',
  }))
    assert.equal(headerOf(line)?.key, key, line);
  assert.equal(headerOf('Примечание автора: спасибо')?.kind, 'notes');
  assert.equal(headerOf('Il dit : non')?.key, undefined);
});

test('a name after “by” is an author’s, unless the words before tell of other work', () => {
  assert.deepEqual(partByline('The Quiet Mill by Ann Lee'), { words: 'The Quiet Mill', author: 'Ann Lee' });
  for (const line of [
    'Cover by Ann Lee',
    'The Quiet Mill, edited by Ann Lee',
    'Cover art, by Ann Lee',
    'Photos by Ann Lee',
  ])
    assert.equal(partByline(line), undefined, line);
});
