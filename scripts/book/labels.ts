/**
 * The few words a press adds of its own, in the book's language. To add a language, add a row; the order of the words is that of `keys`,
 * then of `roles`. A language without a row gets English, as its catalogues do. Arabic, Persian, Hebrew and Japanese were compared with the
 * captions of LaTeX’s babel and the catalogues of Sphinx and Docutils.
 */
import { labelTable, lookUpLanguage } from './look-up.ts';
import type { ContributorRole } from './metadata.ts';

/**
 * `chapter`: before the number of a chapter without a name; or around it, at `#`. `coverOf`: alternative text of a cover picture, before the
 * title. `pages`: over the list of printed pages.
 */
// biome-ignore format: a line of words reads better
const keys = [
  'cover', 'titlePage', 'contents', 'landmarks', 'notes', 'chapter', 'text', 'backToText', 'coverOf', 'pages',
] as const;

/** What stands before the name of each who is no author, on the title page. */
// biome-ignore format: a line of words reads better
const roles = [
  'editor', 'illustrator', 'translator', 'beta', 'cover-artist', 'narrator', 'contributor',
] as const satisfies readonly ContributorRole[];

type RoleLabels = Readonly<Record<Exclude<ContributorRole, 'author'>, string>>;
export type Labels = Readonly<Record<(typeof keys)[number], string>> & { readonly roles: RoleLabels };

const rows: Readonly<Record<string, string>> = {
  en: 'Cover|Title Page|Contents|Landmarks|Notes|Chapter|Text|Back to the text|Cover of|Pages|Edited by|Illustrated by|Translated by|Beta read by|Cover by|Read by|With',
  ar: 'الغلاف|صفحة العنوان|المحتويات|معالم الكتاب|الحواشي|الفصل|النص|العودة إلى النص|غلاف|الصفحات|تحرير|رسوم|ترجمة|مراجعة|تصميم الغلاف|قراءة|بمشاركة',
  fa: 'جلد|صفحهٔ عنوان|فهرست مطالب|نشانه‌های کتاب|یادداشت‌ها|فصل|متن|بازگشت به متن|جلد|صفحه‌ها|ویراستار|تصویرگر|مترجم|بازخوان|طراح جلد|گوینده|با همکاری',
  he: 'כריכה|עמוד השער|תוכן העניינים|ציוני דרך|הערות|פרק|טקסט|חזרה לטקסט|הכריכה של|עמודים|עריכה|איורים|תרגום|קריאת ביקורת|עיצוב הכריכה|קריינות|בהשתתפות',
  ja: '表紙|扉|目次|ランドマーク|注|第#章|本文|本文に戻る|表紙：|ページ|編集|挿絵|翻訳|校閲|装画|朗読|協力',
  de: 'Umschlag|Titelseite|Inhalt|Orientierungspunkte|Anmerkungen|Kapitel|Text|Zurück zum Text|Umschlag von|Seiten|Herausgegeben von|Illustriert von|Übersetzt von|Probegelesen von|Umschlag von|Gelesen von|Mit',
  fr: 'Couverture|Page de titre|Table des matières|Points de repère|Notes|Chapitre|Texte|Retour au texte|Couverture de|Pages|Édité par|Illustré par|Traduit par|Relu par|Couverture de|Lu par|Avec',
  es: 'Cubierta|Portada|Índice|Puntos de referencia|Notas|Capítulo|Texto|Volver al texto|Cubierta de|Páginas|Edición de|Ilustraciones de|Traducción de|Revisión de|Cubierta de|Narración de|Con',
  it: 'Copertina|Frontespizio|Indice|Punti di riferimento|Note|Capitolo|Testo|Torna al testo|Copertina di|Pagine|A cura di|Illustrazioni di|Traduzione di|Revisione di|Copertina di|Lettura di|Con',
  pt: 'Capa|Folha de rosto|Sumário|Pontos de referência|Notas|Capítulo|Texto|Voltar ao texto|Capa de|Páginas|Edição de|Ilustrações de|Tradução de|Revisão de|Capa de|Narração de|Com',
  nl: 'Omslag|Titelpagina|Inhoud|Oriëntatiepunten|Noten|Hoofdstuk|Tekst|Terug naar de tekst|Omslag van|Pagina’s|Redactie:|Illustraties:|Vertaling:|Proeflezer:|Omslag:|Voorgelezen door|Met',
  sv: 'Omslag|Titelsida|Innehåll|Landmärken|Noter|Kapitel|Text|Tillbaka till texten|Omslag till|Sidor|Redaktör:|Illustrationer:|Översättning:|Betaläsare:|Omslag:|Uppläsning:|Med',
  pl: 'Okładka|Strona tytułowa|Spis treści|Punkty orientacyjne|Przypisy|Rozdział|Tekst|Powrót do tekstu|Okładka książki|Strony|Redakcja:|Ilustracje:|Przekład:|Pierwsza lektura:|Okładka:|Czyta:|Współpraca:',
  cs: 'Obálka|Titulní strana|Obsah|Orientační body|Poznámky|Kapitola|Text|Zpět k textu|Obálka knihy|Strany|Redakce:|Ilustrace:|Překlad:|První čtení:|Obálka:|Čte:|Spolupráce:',
  ru: 'Обложка|Титульный лист|Содержание|Ориентиры|Примечания|Глава|Текст|Назад к тексту|Обложка книги|Страницы|Редактор:|Иллюстрации:|Перевод:|Бета-чтение:|Обложка:|Читает:|Участие:',
  zh: '封面|书名页|目录|导航|注释|第#章|正文|返回正文|封面：|页码|编辑|插图|翻译|校阅|封面设计|朗读|协力',
  'zh-hant': '封面|書名頁|目錄|導覽|註釋|第#章|正文|返回正文|封面：|頁碼|編輯|插圖|翻譯|校閱|封面設計|朗讀|協力',
  ko: '표지|속표지|차례|길잡이|주석|제#장|본문|본문으로 돌아가기|표지:|쪽|엮음|그림|옮김|교정|표지 그림|낭독|도움',
  fi: 'Kansi|Nimiölehti|Sisällys|Kirjan osat|Viitteet|Luku|Teksti|Takaisin tekstiin|Kansi:|Sivut|Toimittanut|Kuvittanut|Suomentanut|Esilukenut|Kannen tehnyt|Lukenut|Mukana',
};
const words = labelTable([...keys, ...roles], rows);

/** The press's words for a BCP 47 language. */
export function labelsFor(lang: string): Labels {
  const all = words(lang);
  return { ...all, roles: all };
}

/** The language those words are in. */
export function labelLanguage(lang: string): string {
  return lookUpLanguage(rows, lang) ? lang : 'en';
}
