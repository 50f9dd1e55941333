/**
 * The words of the page “About This Copy”, in the book's language. To add a language, add a row; the order of the words is
 * that of `aboutKeys`. A language without a row gets English.
 */
import { labelTable } from './look-up.ts';

/** What the page can tell, in the order it is printed. */
// biome-ignore format: a line of words reads better
export const aboutKeys = [
  'about', 'rating', 'warnings', 'fandoms', 'relationships', 'characters', 'tags', 'series', 'chapters', 'status',
  'words', 'published', 'updated', 'retrieved', 'source', 'rights', 'identifier',
] as const;

export type AboutKey = (typeof aboutKeys)[number];

const rows: Readonly<Record<string, string>> = {
  en: 'About This Copy|Rating|Warnings|Fandoms|Relationships|Characters|Tags|Series|Chapters|Status|Words|Published|Updated|Retrieved|Source|Rights|Identifier',
  ar: 'عن هذه النسخة|التصنيف|تحذيرات|عوالم المعجبين|العلاقات|الشخصيات|الوسوم|السلسلة|الفصول|الحالة|الكلمات|تاريخ النشر|تاريخ التحديث|تاريخ الجلب|المصدر|الحقوق|المعرّف',
  fa: 'دربارهٔ این نسخه|رده‌بندی|هشدارها|فندوم‌ها|روابط|شخصیت‌ها|برچسب‌ها|مجموعه|فصل‌ها|وضعیت|واژه‌ها|انتشار|به‌روزرسانی|دریافت|منبع|حقوق|شناسه',
  he: 'על עותק זה|דירוג|אזהרות|פאנדומים|מערכות יחסים|דמויות|תגיות|סדרה|פרקים|מצב|מילים|פורסם|עודכן|נשלף|מקור|זכויות|מזהה',
  ja: 'この版について|レーティング|警告|ファンダム|関係|登場人物|タグ|シリーズ|章数|状況|語数|公開|更新|取得|出典|権利|識別子',
  de: 'Über diese Ausgabe|Einstufung|Warnungen|Fandoms|Beziehungen|Figuren|Schlagwörter|Reihe|Kapitel|Stand|Wörter|Veröffentlicht|Geändert|Abgerufen|Quelle|Rechte|Kennung',
  fr: 'À propos de cet exemplaire|Classification|Avertissements|Fandoms|Relations|Personnages|Mots-clés|Série|Chapitres|État|Mots|Publié|Mis à jour|Consulté|Source|Droits|Identifiant',
  es: 'Sobre este ejemplar|Clasificación|Advertencias|Fandoms|Relaciones|Personajes|Etiquetas|Serie|Capítulos|Estado|Palabras|Publicado|Actualizado|Obtenido|Fuente|Derechos|Identificador',
  it: 'Su questa copia|Classificazione|Avvertenze|Fandom|Relazioni|Personaggi|Etichette|Serie|Capitoli|Stato|Parole|Pubblicato|Aggiornato|Prelevato|Fonte|Diritti|Identificatore',
  pt: 'Sobre este exemplar|Classificação|Avisos|Fandoms|Relações|Personagens|Etiquetas|Série|Capítulos|Estado|Palavras|Publicado|Atualizado|Obtido|Fonte|Direitos|Identificador',
  nl: 'Over dit exemplaar|Classificatie|Waarschuwingen|Fandoms|Relaties|Personages|Trefwoorden|Reeks|Hoofdstukken|Status|Woorden|Gepubliceerd|Bijgewerkt|Opgehaald|Bron|Rechten|Identificatie',
  sv: 'Om detta exemplar|Klassificering|Varningar|Fandomer|Relationer|Rollfigurer|Taggar|Serie|Kapitel|Status|Ord|Publicerad|Uppdaterad|Hämtad|Källa|Rättigheter|Identifierare',
  pl: 'O tym egzemplarzu|Kategoria|Ostrzeżenia|Fandomy|Relacje|Postacie|Tagi|Cykl|Rozdziały|Stan|Słowa|Opublikowano|Zaktualizowano|Pobrano|Źródło|Prawa|Identyfikator',
  cs: 'O tomto exempláři|Hodnocení|Varování|Fandomy|Vztahy|Postavy|Štítky|Série|Kapitoly|Stav|Slova|Vydáno|Aktualizováno|Staženo|Zdroj|Práva|Identifikátor',
  ru: 'Об этом экземпляре|Рейтинг|Предупреждения|Фэндомы|Отношения|Персонажи|Метки|Серия|Главы|Статус|Слов|Опубликовано|Обновлено|Получено|Источник|Права|Идентификатор',
  zh: '关于本版|分级|警告|原作|关系|人物|标签|系列|章数|状态|字数|发表|更新|获取|来源|权利|标识符',
  'zh-hant': '關於本版|分級|警告|原作|關係|人物|標籤|系列|章數|狀態|字數|發表|更新|取得|來源|權利|識別碼',
  ko: '이 판본에 대하여|등급|경고|원작|관계|등장인물|태그|시리즈|장 수|상태|단어 수|발표|갱신|가져온 날|출처|권리|식별자',
  fi: 'Tietoja tästä kappaleesta|Ikäraja|Varoitukset|Fandomit|Suhteet|Hahmot|Tunnisteet|Sarja|Luvut|Tila|Sanoja|Julkaistu|Päivitetty|Haettu|Lähde|Oikeudet|Tunniste',
};

/** The words for a BCP 47 language. */
export const aboutLabels = labelTable(aboutKeys, rows);
