/** What the list of printed pages is called. To add a language, add a row; a language without one gets English. */
import { lookUpLanguage } from './look-up.ts';

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
  zh: '页码',
  'zh-hant': '頁碼',
  ko: '쪽',
  fi: 'Sivut',
  ja: 'ページ',
  ar: 'الصفحات',
  he: 'עמודים',
  fa: 'صفحه‌ها',
};

/** The word for a BCP 47 language. */
export const pagesLabel = (lang: string): string => lookUpLanguage(rows, lang) ?? 'Pages';
