/**
 * What the press says of a story that grows, and days, in the book's language. To add a language, add a row. A language without a row gets
 * English. Months and the order of a date are those of CLDR (https://cldr.unicode.org); Intl’s change with each Node.
 */
import { labelTable, lookUpLanguage } from './look-up.ts';

/** The words of the page “What Is New”. */
const updateKeys = ['title', 'new', 'changed', 'back', 'gone'] as const;

export type UpdateKey = (typeof updateKeys)[number];

interface Row {
  /** In the order of `updateKeys`. */
  readonly words: string;
  /** Above a chapter that was removed: a time within two days, `{a}` and `{b}`. */
  readonly between: string;
  /** A day, with `{d}`, `{m}` and `{y}`. */
  readonly day: string;
  /** From January on; where nothing is given, their numbers. */
  readonly months: string;
}

// biome-ignore format: a line of words reads better
const rows: Readonly<Record<string, Row>> = {
  en: { words: 'What Is New|New chapters|Changed chapters|Chapters that are back|Removed from the site', between: 'Removed from the site between {a} and {b}', day: '{d} {m} {y}', months: 'January|February|March|April|May|June|July|August|September|October|November|December' },
  ar: { words: 'الجديد|فصول جديدة|فصول معدّلة|فصول عادت|حُذفت من الموقع', between: 'حُذف من الموقع بين {a} و{b}', day: '{d} {m} {y}', months: 'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر' },
  fa: { words: 'تازه‌ها|فصل‌های تازه|فصل‌های تغییریافته|فصل‌های بازگشته|حذف‌شده از سایت', between: 'بین {a} و {b} از سایت حذف شده است', day: '{d} {m} {y}', months: 'ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر' },
  he: { words: 'מה חדש|פרקים חדשים|פרקים ששונו|פרקים שחזרו|הוסרו מהאתר', between: 'הוסר מהאתר בין {a} לבין {b}', day: '{d} ב{m} {y}', months: 'ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר' },
  ja: { words: '更新内容|新しい章|改訂された章|復活した章|サイトから削除された章', between: '{a}から{b}の間にサイトから削除', day: '{y}年{m}月{d}日', months: '' },
  de: { words: 'Was neu ist|Neue Kapitel|Geänderte Kapitel|Wieder da|Von der Website entfernt', between: 'Zwischen dem {a} und dem {b} von der Website entfernt', day: '{d}. {m} {y}', months: 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember' },
  fr: { words: 'Nouveautés|Nouveaux chapitres|Chapitres modifiés|Chapitres revenus|Retirés du site', between: 'Retiré du site entre le {a} et le {b}', day: '{d} {m} {y}', months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre' },
  es: { words: 'Novedades|Capítulos nuevos|Capítulos modificados|Capítulos que han vuelto|Retirados del sitio', between: 'Retirado del sitio entre el {a} y el {b}', day: '{d} de {m} de {y}', months: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre' },
  it: { words: 'Novità|Capitoli nuovi|Capitoli modificati|Capitoli tornati|Rimossi dal sito', between: 'Rimosso dal sito nel periodo {a} – {b}', day: '{d} {m} {y}', months: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre' },
  pt: { words: 'Novidades|Capítulos novos|Capítulos alterados|Capítulos que voltaram|Retirados do site', between: 'Retirado do site entre {a} e {b}', day: '{d} de {m} de {y}', months: 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro' },
  nl: { words: 'Wat er nieuw is|Nieuwe hoofdstukken|Gewijzigde hoofdstukken|Teruggekeerde hoofdstukken|Van de site verwijderd', between: 'Van de site verwijderd tussen {a} en {b}', day: '{d} {m} {y}', months: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december' },
  sv: { words: 'Nyheter|Nya kapitel|Ändrade kapitel|Kapitel som är tillbaka|Borttagna från webbplatsen', between: 'Borttaget från webbplatsen mellan den {a} och den {b}', day: '{d} {m} {y}', months: 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december' },
  pl: { words: 'Co nowego|Nowe rozdziały|Zmienione rozdziały|Przywrócone rozdziały|Usunięte ze strony', between: 'Usunięto ze strony między {a} a {b}', day: '{d} {m} {y}', months: 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia' },
  cs: { words: 'Co je nového|Nové kapitoly|Změněné kapitoly|Vrácené kapitoly|Odstraněno z webu', between: 'Odstraněno z webu v době od {a} do {b}', day: '{d}. {m} {y}', months: 'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince' },
  ru: { words: 'Что нового|Новые главы|Изменённые главы|Возвращённые главы|Удалено с сайта', between: 'Удалено с сайта в период с {a} по {b}', day: '{d} {m} {y} г.', months: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря' },
  zh: { words: '更新内容|新增章节|修订章节|恢复的章节|已从网站删除', between: '于{a}至{b}间从网站删除', day: '{y}年{m}月{d}日', months: '' },
  'zh-hant': { words: '更新內容|新增章節|修訂章節|恢復的章節|已從網站刪除', between: '於{a}至{b}間從網站刪除', day: '{y}年{m}月{d}日', months: '' },
  ko: { words: '새로운 내용|새 장|고친 장|돌아온 장|사이트에서 삭제됨', between: '{a}에서 {b} 사이에 사이트에서 삭제됨', day: '{y}년 {m}월 {d}일', months: '' },
  fi: { words: 'Mitä uutta|Uudet luvut|Muutetut luvut|Palanneet luvut|Poistettu sivustolta', between: 'Poistettu sivustolta aikavälillä {a} – {b}', day: '{d}. {m} {y}', months: 'tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta' },
};

const rowOf = (lang: string): Row | undefined => lookUpLanguage(rows, lang) ?? rows['en'];

/** The words of the page for a BCP 47 language. */
export const updateLabels = labelTable(
  updateKeys,
  Object.fromEntries(Object.entries(rows).map(([lang, { words }]) => [lang, words])),
);

/** A day, YYYY-MM-DD, as a language writes it. */
export function printDay(day: string, lang: string): string {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  const { day: pattern = '', months = '' } = rowOf(lang) ?? {};
  const name = months.split('|')[Number(month) - 1] || month;
  const first = date === '1' && /^fr\b/i.test(lang) ? '1er' : date;
  return pattern.replace('{d}', first).replace('{m}', name).replace('{y}', year);
}

/** The line above a chapter that was removed between two days, given as the key `removed` has them. */
export function removedLine(removed: string, lang: string): string {
  const [from = '', to = ''] = removed.split('/');
  if (from === to) return `${updateLabels(lang).gone}: ${printDay(to, lang)}`;
  return (rowOf(lang)?.between ?? '').replace('{a}', printDay(from, lang)).replace('{b}', printDay(to, lang));
}
