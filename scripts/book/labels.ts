/**
 * The few words a press adds of its own, in the book's language. To add a language, add a row.
 * A language without a row gets English, as its catalogues do.
 */
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
};

const rows: Readonly<Record<string, Labels>> = {
  en: english,
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
  },
};

/** The press's words for a BCP 47 language. */
export function labelsFor(lang: string): Labels {
  return rows[lang.toLowerCase().split('-')[0] ?? ''] ?? english;
}

/** The language those words are in. */
export function labelLanguage(lang: string): string {
  return rows[lang.toLowerCase().split('-')[0] ?? ''] ? lang : 'en';
}
