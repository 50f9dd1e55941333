/** What the list of printed pages is called. To add a language, add a row; a language without one gets English. */
import { lookUp } from './look-up.ts';

const rows: Readonly<Record<string, string>> = {
  en: 'Pages',
  de: 'Seiten',
  fr: 'Pages',
  es: 'Páginas',
  it: 'Pagine',
  pt: 'Páginas',
  nl: 'Pagina’s',
  sv: 'Sidor',
  pl: 'Strony',
  cs: 'Strany',
  ru: 'Страницы',
  ja: 'ページ',
  ar: 'الصفحات',
  he: 'עמודים',
  fa: 'صفحه‌ها',
};

/** The word for a BCP 47 language. */
export const pagesLabel = (lang: string): string => lookUp(rows, lang.toLowerCase().split('-')[0] ?? '') ?? 'Pages';
