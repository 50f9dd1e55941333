import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberedHeading } from '../../scripts/book/numbered-headings.ts';
import { kindNamedBy } from '../../scripts/book/sections.ts';
import { isChapterHeading, isEndMark } from '../../scripts/import/story-marks.ts';

// biome-ignore format: a language to a line
const chapters = [
  'CHAPTER I.', 'Chapter 1.', 'CHAP. I.', 'Chapter 1, Name', 'Chapter 12 The Door', 'Chapter the First', 'ACT I', 'THE FIRST ACT', 'Scene 3', 'Chapter Twenty-One: The Coat', 'CHAPTER THE LAST',
  'Erstes Kapitel', 'Einundzwanzigstes Kapitel', 'Das erste Kapitel', '1. Kapitel', 'Kapitel 1.', 'Zweiter Aufzug', 'Letztes Kapitel',
  'Chapitre 1 : Le feu', 'CHAPITRE PREMIER', 'Chapitre vingt et unième', 'CHAPITRE II', 'Acte premier',
  'Capítulo 1', 'CAPITULO PRIMERO', 'Capítulo III. El fuego', 'Primer capítulo', 'Capitolo primo', 'CAPITOLO VENTUNESIMO', 'Capítulo Vigésimo Primeiro', 'Capítol 2',
  'Hoofdstuk 1', 'EERSTE HOOFDSTUK', 'Första kapitlet', 'Kapitel ett', 'Første kapitel', 'Kapittel 3', 'Luku 1', 'Ensimmäinen luku', 'ENSIMMÄINEN NÄYTÖS', '2. peatükk',
  'Rozdział pierwszy', 'ROZDZIAŁ II', 'Kapitola první', 'Kapitola 4', 'Fejezet 1', '1. fejezet', 'Első fejezet', 'Huszonegyedik fejezet', 'Capitolul 1', 'Capitolul al doilea', 'Glava 1',
  'Глава 1', 'Глава первая', 'ГЛАВА ДВАДЦАТЬ ПЕРВАЯ', 'Глава 1. Огонь', 'Розділ 1', 'Розділ перший', 'Глава първа', 'Κεφάλαιο 1', 'ΚΕΦΑΛΑΙΟ ΠΡΩΤΟ', 'ΚΕΦΑΛΑΙΟ Α΄', 'Bölüm 1', 'BİRİNCİ BÖLÜM', 'Unua ĉapitro', 'Caput I',
  'الفصل الأول', 'الفصل الحادي والعشرون', 'الفصل ١', 'فصل اول', 'פרק א', 'פרק י״א', 'פרק ראשון', 'अध्याय 1', 'บทที่ 1', 'บทที่ ๑', 'Chương 1', 'Chương mười hai', 'Bab 1',
  '第一章', '第12章 雨', '第一回　風', '第二十三節', '第１章', '1장', '제1장', '제 2 화', '3장. 비',
];
const parts = [
  'PART TWO',
  'Book the First',
  'Erster Teil',
  'Première partie',
  'LIVRE PREMIER',
  'Primera parte',
  'PARTE SECONDA',
  'Tweede deel',
  'Osa 1',
  'Część pierwsza',
  'První část',
  'Első rész',
  'Часть первая',
  'Том II',
  'الجزء الأول',
  'חלק ב',
  '第一部',
  '第二卷 秋',
  '제2부',
  'Phần 1',
];
const sentences = [
  'Chapter and verse, he had it all.',
  'Part of the garden was his.',
  'Chapter 3, I think.',
  'Book me a room',
  'Part two of the plan failed, and nobody knew why it had.',
  'Erst kam das Kapitel',
  'Das Kapitel war lang.',
  'En del av dem gick.',
  'De parte a parte',
  'Часть дома сгорела.',
  '第一部分的人都走了，没有一个回来。',
  '1장을 읽었다',
  'The first act of a free man was to eat.',
  'Son',
  'Un libro',
  'Act naturally',
  'On part of it',
  'I act one way, and you another',
];

for (const line of chapters)
  test(`“${line}” is a chapter’s heading`, () => {
    assert.equal(numberedHeading(line)?.opens, 'chapter');
    assert.ok(isChapterHeading(line));
    assert.equal(kindNamedBy(line), undefined);
  });
for (const line of parts)
  test(`“${line}” is a part’s heading`, () => {
    assert.equal(numberedHeading(line)?.opens, 'part');
    assert.equal(kindNamedBy(line), 'part');
  });
for (const line of sentences) test(`“${line}” is no heading`, () => assert.ok(!isChapterHeading(line)));

test('other headings and end marks are known in many languages', () => {
  for (const [line, kind] of Object.entries({
    Prólogo: 'prologue',
    ПРОЛОГ: 'prologue',
    Épilogue: 'epilogue',
    EPILOGUE: 'epilogue',
    Nachwort: 'afterword',
    Vorwort: 'preface',
    Посвящение: 'dedication',
    'Примечание автора': 'notes',
    プロローグ: 'prologue',
    尾声: 'epilogue',
    Dédicace: 'dedication',
  }))
    assert.equal(kindNamedBy(line), kind, line);
  for (const line of [
    'The End',
    '~fin~',
    'FINE',
    'Ende.',
    'КОНЕЦ',
    '— Конец —',
    '（完）',
    '끝',
    'النهاية',
    'Koniec',
    'VÉGE',
    'Τέλος',
    'SLUT',
    'Hết',
  ])
    assert.ok(isEndMark(line), line);
  for (const line of ['“Fine.”', 'Son', 'Fi!', 'The end of it', 'Край света']) assert.ok(!isEndMark(line), line);
});
