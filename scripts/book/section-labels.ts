/**
 * What a section without a heading is called in the contents, in the book's language. To add a language, add a row; the order of the words
 * is that of `keys`. A language without a row gets English.
 */
import { aboutLabels } from './about-labels.ts';
import { colophonLabels } from './colophon-labels.ts';
import { copyrightLabels } from './copyright-labels.ts';
import { labelsFor } from './labels.ts';
import { lookUpLanguage } from './look-up.ts';
import { type SectionKind, traitsOf } from './sections.ts';
import { updateLabels } from './update-labels.ts';

// biome-ignore format: a line of words reads better
const keys = [
  'disclaimer', 'dedication', 'epigraph', 'foreword', 'preface', 'summary', 'introduction', 'characters', 'map', 'family-tree', 'plate',
  'preamble', 'prologue', 'part', 'interlude', 'epilogue', 'afterword', 'notes', 'acknowledgements', 'appendix', 'endnotes', 'glossary',
  'bibliography', 'about-the-author', 'also-by', 'excerpt',
] as const satisfies readonly SectionKind[];

const rows: Readonly<Record<string, string>> = {
  ar: 'إخلاء مسؤولية|إهداء|اقتباس|تقديم|مقدمة|ملخص|مدخل|الشخصيات|خريطة|شجرة العائلة|لوحة|استهلال|تمهيد|جزء|فاصل|خاتمة|كلمة أخيرة|ملاحظات|شكر وتقدير|ملحق|الحواشي|مسرد|المراجع|عن المؤلف|كتب أخرى|مقتطف',
  fa: 'سلب مسئولیت|تقدیم|سرلوحه|پیش‌گفتار|دیباچه|خلاصه|مقدمه|شخصیت‌ها|نقشه|شجره‌نامه|تصویر|سرآغاز|پیش‌درآمد|بخش|میان‌پرده|مؤخره|پس‌گفتار|یادداشت‌ها|سپاسگزاری|پیوست|پی‌نوشت‌ها|واژه‌نامه|کتاب‌نامه|دربارهٔ نویسنده|کتاب‌های دیگر|گزیده',
  he: 'הצהרה משפטית|הקדשה|מוטו|פתח דבר|הקדמה|תקציר|מבוא|הדמויות|מפה|אילן יוחסין|לוח|דברי פתיחה|פרולוג|חלק|אתנחתא|אפילוג|אחרית דבר|הערות|תודות|נספח|הערות|מילון מונחים|ביבליוגרפיה|על המחבר|ספרים נוספים|קטע',
  ja: '免責事項|献辞|題辞|序文|まえがき|あらすじ|はじめに|登場人物|地図|家系図|図版|前置き|プロローグ|部|幕間|エピローグ|あとがき|注記|謝辞|付録|注|用語集|参考文献|著者について|他の著作|試し読み',
  zh: '免责声明|献词|题记|序|前言|内容提要|引言|人物表|地图|家谱|插图|开篇|序章|部|幕间|尾声|后记|作者的话|致谢|附录|注释|词汇表|参考书目|关于作者|其他作品|节选',
  'zh-hant':
    '免責聲明|獻詞|題記|序|前言|內容提要|引言|人物表|地圖|家譜|插圖|開篇|序章|部|幕間|尾聲|後記|作者的話|致謝|附錄|註釋|詞彙表|參考書目|關於作者|其他作品|節選',
  ko: '면책 조항|헌사|제사|서문|머리말|줄거리|들어가며|등장인물|지도|가계도|도판|서두|프롤로그|부|막간|에필로그|후기|작가의 말|감사의 말|부록|주석|용어 해설|참고 문헌|지은이 소개|다른 책|발췌',
  de: 'Rechtlicher Hinweis|Widmung|Motto|Geleitwort|Vorwort|Zusammenfassung|Einleitung|Personen|Karte|Stammbaum|Tafel|Vorbemerkung|Prolog|Teil|Zwischenspiel|Epilog|Nachwort|Anmerkungen|Danksagung|Anhang|Anmerkungen|Glossar|Literatur|Zur Person|Weitere Bücher|Leseprobe',
  fr: 'Avertissement|Dédicace|Épigraphe|Avant-propos|Préface|Résumé|Introduction|Personnages|Carte|Arbre généalogique|Planche|Préambule|Prologue|Partie|Interlude|Épilogue|Postface|Notes|Remerciements|Annexe|Notes|Glossaire|Bibliographie|À propos de l’auteur|Autres livres|Extrait',
  es: 'Aviso legal|Dedicatoria|Epígrafe|Presentación|Prefacio|Resumen|Introducción|Personajes|Mapa|Árbol genealógico|Lámina|Preámbulo|Prólogo|Parte|Interludio|Epílogo|Posfacio|Notas|Agradecimientos|Apéndice|Notas|Glosario|Bibliografía|Sobre el autor|Otros libros|Fragmento',
  it: 'Avvertenza|Dedica|Epigrafe|Presentazione|Prefazione|Riassunto|Introduzione|Personaggi|Mappa|Albero genealogico|Tavola|Premessa|Prologo|Parte|Interludio|Epilogo|Postfazione|Note|Ringraziamenti|Appendice|Note|Glossario|Bibliografia|Sull’autore|Altri libri|Estratto',
  pt: 'Aviso legal|Dedicatória|Epígrafe|Apresentação|Prefácio|Resumo|Introdução|Personagens|Mapa|Árvore genealógica|Gravura|Preâmbulo|Prólogo|Parte|Interlúdio|Epílogo|Posfácio|Notas|Agradecimentos|Apêndice|Notas|Glossário|Bibliografia|Sobre o autor|Outros livros|Excerto',
  nl: 'Disclaimer|Opdracht|Motto|Woord vooraf|Voorwoord|Samenvatting|Inleiding|Personages|Kaart|Stamboom|Plaat|Vooraf|Proloog|Deel|Intermezzo|Epiloog|Nawoord|Aantekeningen|Dankwoord|Bijlage|Noten|Woordenlijst|Bibliografie|Over de auteur|Andere boeken|Fragment',
  sv: 'Friskrivning|Dedikation|Motto|Företal|Förord|Sammanfattning|Inledning|Personer|Karta|Släktträd|Plansch|Inledande ord|Prolog|Del|Mellanspel|Epilog|Efterord|Anmärkningar|Tack|Bilaga|Noter|Ordlista|Litteratur|Om författaren|Fler böcker|Utdrag',
  fi: 'Vastuuvapauslauseke|Omistus|Motto|Alkusanat|Esipuhe|Tiivistelmä|Johdanto|Henkilöt|Kartta|Sukupuu|Kuvaliite|Aluksi|Prologi|Osa|Välisoitto|Epilogi|Jälkisanat|Huomautukset|Kiitokset|Liite|Viitteet|Sanasto|Kirjallisuus|Kirjailijasta|Muita kirjoja|Näyte',
  pl: 'Zastrzeżenie|Dedykacja|Motto|Słowo wstępne|Przedmowa|Streszczenie|Wstęp|Postacie|Mapa|Drzewo genealogiczne|Rycina|Wprowadzenie|Prolog|Część|Interludium|Epilog|Posłowie|Uwagi|Podziękowania|Dodatek|Przypisy|Słowniczek|Bibliografia|O autorze|Inne książki|Fragment',
  cs: 'Prohlášení|Věnování|Motto|Slovo úvodem|Předmluva|Shrnutí|Úvod|Postavy|Mapa|Rodokmen|Vyobrazení|Na úvod|Prolog|Část|Mezihra|Epilog|Doslov|Poznámky|Poděkování|Příloha|Poznámky|Slovníček|Literatura|O autorovi|Další knihy|Ukázka',
  ru: 'Отказ от прав|Посвящение|Эпиграф|Вступительное слово|Предисловие|Краткое содержание|Введение|Действующие лица|Карта|Родословная|Иллюстрация|Вступление|Пролог|Часть|Интерлюдия|Эпилог|Послесловие|Примечания|Благодарности|Приложение|Примечания|Словарь|Библиография|Об авторе|Другие книги|Отрывок',
};

/** The name of a kind of section, for a BCP 47 language. */
export function sectionLabel(kind: SectionKind, lang: string): string {
  switch (kind) {
    case 'cover':
      return labelsFor(lang).cover;
    case 'title-page':
      return labelsFor(lang).titlePage;
    case 'contents':
      return labelsFor(lang).contents;
    case 'copyright':
      return copyrightLabels(lang).copyright;
    case 'colophon':
      return colophonLabels(lang).colophon;
    case 'about-this-copy':
      return aboutLabels(lang).about;
    case 'whats-new':
      return updateLabels(lang).title;
    default: {
      const at = (keys as readonly SectionKind[]).indexOf(kind);
      return lookUpLanguage(rows, lang)?.split('|')[at] ?? traitsOf(kind).label;
    }
  }
}
