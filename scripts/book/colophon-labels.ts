/**
 * The words of the page “Colophon”, in the book's language. To add a language, add a row; the order of the words is that
 * of `colophonKeys`. A language without a row gets English.
 */
import { labelTable } from './look-up.ts';

/** What the page can tell, in the order it is printed. */
const colophonKeys = ['colophon', 'press', 'design', 'typefaces', 'sources'] as const;

export type ColophonKey = (typeof colophonKeys)[number];

const rows: Readonly<Record<string, string>> = {
  en: 'Colophon|Set by|Design|Typefaces|Checksum of the sources (SHA-256)',
  ar: 'بيانات الطبع|نُضّد بواسطة|التصميم|الخطوط|المجموع التدقيقي للمصادر (SHA-256)',
  fa: 'شناسنامه|حروف‌چینی با|طراحی|قلم‌ها|جمع آزمای منابع (SHA-256)',
  he: 'קולופון|נסדר באמצעות|עיצוב|גופנים|סכום ביקורת של המקורות (SHA-256)',
  ja: '奥付|組版|デザイン|書体|原稿のチェックサム (SHA-256)',
  de: 'Kolophon|Gesetzt mit|Gestaltung|Schriften|Prüfsumme der Quellen (SHA-256)',
  fr: 'Colophon|Composé avec|Maquette|Caractères|Somme de contrôle des sources (SHA-256)',
  es: 'Colofón|Compuesto con|Diseño|Tipografías|Suma de verificación de las fuentes (SHA-256)',
  it: 'Colophon|Composto con|Progetto grafico|Caratteri|Somma di controllo delle fonti (SHA-256)',
  pt: 'Colofão|Composto com|Projeto gráfico|Tipos|Soma de verificação das fontes (SHA-256)',
  nl: 'Colofon|Gezet met|Vormgeving|Lettertypen|Controlegetal van de bronnen (SHA-256)',
  sv: 'Kolofon|Satt med|Formgivning|Typsnitt|Kontrollsumma för källorna (SHA-256)',
  pl: 'Kolofon|Złożono w programie|Projekt|Kroje pisma|Suma kontrolna źródeł (SHA-256)',
  cs: 'Tiráž|Vysázeno programem|Úprava|Písma|Kontrolní součet zdrojů (SHA-256)',
  ru: 'Выходные данные|Свёрстано в|Оформление|Шрифты|Контрольная сумма исходных файлов (SHA-256)',
  zh: '制作说明|排版|设计|字体|原稿校验和 (SHA-256)',
  'zh-hant': '製作說明|排版|設計|字體|原稿校驗和 (SHA-256)',
  ko: '제작 정보|조판|디자인|서체|원고 체크섬 (SHA-256)',
  fi: 'Kolofoni|Ladottu ohjelmalla|Ulkoasu|Kirjasimet|Lähteiden tarkistussumma (SHA-256)',
};

/** The words for a BCP 47 language. */
export const colophonLabels = labelTable(colophonKeys, rows);
