/**
 * The few words a press adds of its own, in the book's language. To add a language, add a row.
 * A language without a row gets English, as its catalogues do. Arabic, Persian, Hebrew and Japanese were compared with the captions of
 * LaTeX’s babel and the catalogues of Sphinx and Docutils.
 */

import { lookUp } from './look-up.ts';
import type { ContributorRole } from './metadata.ts';

export interface Labels {
  readonly cover: string;
  readonly titlePage: string;
  readonly contents: string;
  readonly landmarks: string;
  readonly notes: string;
  readonly chapter: string;
  readonly text: string;
  readonly backToText: string;
  /** Alternative text of a cover picture, before the title. */
  readonly coverOf: string;
  /** What stands before the name of each who is no author, on the title page. */
  readonly roles: Readonly<Record<Exclude<ContributorRole, 'author'>, string>>;
}

const english: Labels = {
  cover: 'Cover',
  titlePage: 'Title Page',
  contents: 'Contents',
  landmarks: 'Landmarks',
  notes: 'Notes',
  chapter: 'Chapter',
  text: 'Text',
  backToText: 'Back to the text',
  coverOf: 'Cover of',
  roles: {
    editor: 'Edited by',
    illustrator: 'Illustrated by',
    translator: 'Translated by',
    beta: 'Beta read by',
    'cover-artist': 'Cover by',
    narrator: 'Read by',
    contributor: 'With',
  },
};

const rows: Readonly<Record<string, Labels>> = {
  en: english,
  ar: {
    cover: 'الغلاف',
    titlePage: 'صفحة العنوان',
    contents: 'المحتويات',
    landmarks: 'معالم الكتاب',
    notes: 'الحواشي',
    chapter: 'الفصل',
    text: 'النص',
    backToText: 'العودة إلى النص',
    coverOf: 'غلاف',
    roles: {
      editor: 'تحرير',
      illustrator: 'رسوم',
      translator: 'ترجمة',
      beta: 'مراجعة',
      'cover-artist': 'تصميم الغلاف',
      narrator: 'قراءة',
      contributor: 'بمشاركة',
    },
  },
  fa: {
    cover: 'جلد',
    titlePage: 'صفحهٔ عنوان',
    contents: 'فهرست مطالب',
    landmarks: 'نشانه‌های کتاب',
    notes: 'یادداشت‌ها',
    chapter: 'فصل',
    text: 'متن',
    backToText: 'بازگشت به متن',
    coverOf: 'جلد',
    roles: {
      editor: 'ویراستار',
      illustrator: 'تصویرگر',
      translator: 'مترجم',
      beta: 'بازخوان',
      'cover-artist': 'طراح جلد',
      narrator: 'گوینده',
      contributor: 'با همکاری',
    },
  },
  he: {
    cover: 'כריכה',
    titlePage: 'עמוד השער',
    contents: 'תוכן העניינים',
    landmarks: 'ציוני דרך',
    notes: 'הערות',
    chapter: 'פרק',
    text: 'טקסט',
    backToText: 'חזרה לטקסט',
    coverOf: 'הכריכה של',
    roles: {
      editor: 'עריכה',
      illustrator: 'איורים',
      translator: 'תרגום',
      beta: 'קריאת ביקורת',
      'cover-artist': 'עיצוב הכריכה',
      narrator: 'קריינות',
      contributor: 'בהשתתפות',
    },
  },
  ja: {
    cover: '表紙',
    titlePage: '扉',
    contents: '目次',
    landmarks: 'ランドマーク',
    notes: '注',
    chapter: '章',
    text: '本文',
    backToText: '本文に戻る',
    coverOf: '表紙：',
    roles: {
      editor: '編集',
      illustrator: '挿絵',
      translator: '翻訳',
      beta: '校閲',
      'cover-artist': '装画',
      narrator: '朗読',
      contributor: '協力',
    },
  },
  de: {
    cover: 'Umschlag',
    titlePage: 'Titelseite',
    contents: 'Inhalt',
    landmarks: 'Orientierungspunkte',
    notes: 'Anmerkungen',
    chapter: 'Kapitel',
    text: 'Text',
    backToText: 'Zurück zum Text',
    coverOf: 'Umschlag von',
    roles: {
      editor: 'Herausgegeben von',
      illustrator: 'Illustriert von',
      translator: 'Übersetzt von',
      beta: 'Probegelesen von',
      'cover-artist': 'Umschlag von',
      narrator: 'Gelesen von',
      contributor: 'Mit',
    },
  },
  fr: {
    cover: 'Couverture',
    titlePage: 'Page de titre',
    contents: 'Table des matières',
    landmarks: 'Points de repère',
    notes: 'Notes',
    chapter: 'Chapitre',
    text: 'Texte',
    backToText: 'Retour au texte',
    coverOf: 'Couverture de',
    roles: {
      editor: 'Édité par',
      illustrator: 'Illustré par',
      translator: 'Traduit par',
      beta: 'Relu par',
      'cover-artist': 'Couverture de',
      narrator: 'Lu par',
      contributor: 'Avec',
    },
  },
  es: {
    cover: 'Cubierta',
    titlePage: 'Portada',
    contents: 'Índice',
    landmarks: 'Puntos de referencia',
    notes: 'Notas',
    chapter: 'Capítulo',
    text: 'Texto',
    backToText: 'Volver al texto',
    coverOf: 'Cubierta de',
    roles: {
      editor: 'Edición de',
      illustrator: 'Ilustraciones de',
      translator: 'Traducción de',
      beta: 'Revisión de',
      'cover-artist': 'Cubierta de',
      narrator: 'Narración de',
      contributor: 'Con',
    },
  },
  it: {
    cover: 'Copertina',
    titlePage: 'Frontespizio',
    contents: 'Indice',
    landmarks: 'Punti di riferimento',
    notes: 'Note',
    chapter: 'Capitolo',
    text: 'Testo',
    backToText: 'Torna al testo',
    coverOf: 'Copertina di',
    roles: {
      editor: 'A cura di',
      illustrator: 'Illustrazioni di',
      translator: 'Traduzione di',
      beta: 'Revisione di',
      'cover-artist': 'Copertina di',
      narrator: 'Lettura di',
      contributor: 'Con',
    },
  },
  pt: {
    cover: 'Capa',
    titlePage: 'Folha de rosto',
    contents: 'Sumário',
    landmarks: 'Pontos de referência',
    notes: 'Notas',
    chapter: 'Capítulo',
    text: 'Texto',
    backToText: 'Voltar ao texto',
    coverOf: 'Capa de',
    roles: {
      editor: 'Edição de',
      illustrator: 'Ilustrações de',
      translator: 'Tradução de',
      beta: 'Revisão de',
      'cover-artist': 'Capa de',
      narrator: 'Narração de',
      contributor: 'Com',
    },
  },
  nl: {
    cover: 'Omslag',
    titlePage: 'Titelpagina',
    contents: 'Inhoud',
    landmarks: 'Oriëntatiepunten',
    notes: 'Noten',
    chapter: 'Hoofdstuk',
    text: 'Tekst',
    backToText: 'Terug naar de tekst',
    coverOf: 'Omslag van',
    roles: {
      editor: 'Redactie:',
      illustrator: 'Illustraties:',
      translator: 'Vertaling:',
      beta: 'Proeflezer:',
      'cover-artist': 'Omslag:',
      narrator: 'Voorgelezen door',
      contributor: 'Met',
    },
  },
  sv: {
    cover: 'Omslag',
    titlePage: 'Titelsida',
    contents: 'Innehåll',
    landmarks: 'Landmärken',
    notes: 'Noter',
    chapter: 'Kapitel',
    text: 'Text',
    backToText: 'Tillbaka till texten',
    coverOf: 'Omslag till',
    roles: {
      editor: 'Redaktör:',
      illustrator: 'Illustrationer:',
      translator: 'Översättning:',
      beta: 'Betaläsare:',
      'cover-artist': 'Omslag:',
      narrator: 'Uppläsning:',
      contributor: 'Med',
    },
  },
  pl: {
    cover: 'Okładka',
    titlePage: 'Strona tytułowa',
    contents: 'Spis treści',
    landmarks: 'Punkty orientacyjne',
    notes: 'Przypisy',
    chapter: 'Rozdział',
    text: 'Tekst',
    backToText: 'Powrót do tekstu',
    coverOf: 'Okładka książki',
    roles: {
      editor: 'Redakcja:',
      illustrator: 'Ilustracje:',
      translator: 'Przekład:',
      beta: 'Pierwsza lektura:',
      'cover-artist': 'Okładka:',
      narrator: 'Czyta:',
      contributor: 'Współpraca:',
    },
  },
  cs: {
    cover: 'Obálka',
    titlePage: 'Titulní strana',
    contents: 'Obsah',
    landmarks: 'Orientační body',
    notes: 'Poznámky',
    chapter: 'Kapitola',
    text: 'Text',
    backToText: 'Zpět k textu',
    coverOf: 'Obálka knihy',
    roles: {
      editor: 'Redakce:',
      illustrator: 'Ilustrace:',
      translator: 'Překlad:',
      beta: 'První čtení:',
      'cover-artist': 'Obálka:',
      narrator: 'Čte:',
      contributor: 'Spolupráce:',
    },
  },
  ru: {
    cover: 'Обложка',
    titlePage: 'Титульный лист',
    contents: 'Содержание',
    landmarks: 'Ориентиры',
    notes: 'Примечания',
    chapter: 'Глава',
    text: 'Текст',
    backToText: 'Назад к тексту',
    coverOf: 'Обложка книги',
    roles: {
      editor: 'Редактор:',
      illustrator: 'Иллюстрации:',
      translator: 'Перевод:',
      beta: 'Бета-чтение:',
      'cover-artist': 'Обложка:',
      narrator: 'Читает:',
      contributor: 'Участие:',
    },
  },
};

/** The press's words for a BCP 47 language. */
export function labelsFor(lang: string): Labels {
  return lookUp(rows, lang.toLowerCase().split('-')[0] ?? '') ?? english;
}

/** The language those words are in. */
export function labelLanguage(lang: string): string {
  return lookUp(rows, lang.toLowerCase().split('-')[0] ?? '') ? lang : 'en';
}
