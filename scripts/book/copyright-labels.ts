/**
 * The words of the copyright page and of the list of other books, in the book's language. To add a language, add a row; the order of
 * the words is that of `copyrightKeys`. A language without a row gets English.
 */
import { labelTable } from './look-up.ts';

/** What the pages say; before a publisher's and an author's name stand words that need no other form of the name. */
const copyrightKeys = ['copyright', 'reserved', 'publisher', 'print', 'alsoBy'] as const;

const rows: Readonly<Record<string, string>> = {
  en: 'Copyright|All rights reserved.|Published by|print|Also by',
  ar: 'حقوق النشر|جميع الحقوق محفوظة.|الناشر:|الطبعة الورقية|كتب أخرى:',
  fa: 'حق نشر|همهٔ حقوق محفوظ است.|ناشر:|چاپی|کتاب‌های دیگر:',
  he: 'זכויות יוצרים|כל הזכויות שמורות.|הוצאה לאור:|מודפס|ספרים נוספים מאת',
  ja: '著作権|無断転載を禁じます。|発行:|紙版|他の著作:',
  de: 'Impressum|Alle Rechte vorbehalten.|Erschienen bei|gedruckte Ausgabe|Weitere Bücher von',
  fr: 'Mentions légales|Tous droits réservés.|Publié par|édition imprimée|Autres livres de',
  es: 'Derechos de autor|Todos los derechos reservados.|Publicado por|edición impresa|Otros libros de',
  it: 'Diritti d’autore|Tutti i diritti riservati.|Pubblicato da|edizione a stampa|Altri libri di',
  pt: 'Direitos autorais|Todos os direitos reservados.|Publicado por|edição impressa|Outros livros de',
  nl: 'Auteursrecht|Alle rechten voorbehouden.|Uitgegeven door|gedrukte uitgave|Andere boeken van',
  sv: 'Upphovsrätt|Alla rättigheter förbehållna.|Utgiven av|tryckt utgåva|Fler böcker av',
  pl: 'Prawa autorskie|Wszelkie prawa zastrzeżone.|Wydawca:|wydanie drukowane|Inne książki:',
  cs: 'Autorská práva|Všechna práva vyhrazena.|Vydavatel:|tištěné vydání|Další knihy:',
  ru: 'Авторские права|Все права защищены.|Издатель:|печатное издание|Другие книги:',
  zh: '版权|版权所有，翻印必究。|出版：|纸质版|其他作品：',
  'zh-hant': '版權|版權所有，翻印必究。|出版：|紙本|其他作品：',
  ko: '판권|모든 권리를 보유합니다.|펴낸 곳:|종이책|다른 책:',
  fi: 'Tekijänoikeus|Kaikki oikeudet pidätetään.|Julkaisija:|painettu|Muita kirjoja:',
};

/** The words for a BCP 47 language. */
export const copyrightLabels = labelTable(copyrightKeys, rows);
