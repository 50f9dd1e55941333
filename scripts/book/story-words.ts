/**
 * What stories in many languages call their parts, above headings and on title pages. To add a language, add a row; words are
 * parted by commas, and compared without accents and case. A word in capitals counts in capitals alone: in small letters it is said by people.
 */

export interface StoryWords {
  readonly chapter: string;
  /** Divisions of several chapters. */
  readonly part: string;
  readonly prologue: string;
  readonly epilogue: string;
  /** Above a list of the chapters. */
  readonly contents: string;
  readonly end: string;
  /** Before a colon, or before a name in a line of its own. */
  readonly author: string;
  /** Between a title and a name. */
  readonly by: string;
  readonly preface?: string;
  readonly afterword?: string;
  readonly dedication?: string;
  /** What an author says beside a story. */
  readonly notes?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly translator?: string;
}

const storyWords: readonly StoryWords[] = [
  { chapter: 'chapter,chap,ch', part: 'part,book,volume', prologue: 'prologue,prolog', epilogue: 'epilogue,epilog', contents: 'contents,table of contents,contents of this volume', end: 'the end,fin,finis,end', author: 'author,written by', by: 'by,written by', preface: 'preface', afterword: 'afterword', translator: 'translator,translated by' },
  // Western Europe
  { chapter: 'kapitel,kap,capitel,cap', part: 'teil,buch,band,abschnitt', prologue: 'prolog', epilogue: 'epilog', contents: 'inhalt,inhaltsverzeichnis', end: 'ende', author: 'autor,autorin,verfasser,verfasserin,geschrieben von', by: 'von', preface: 'vorwort,vorrede,einleitung', afterword: 'nachwort', dedication: 'widmung', notes: 'anmerkung des autors,anmerkung der autorin,anmerkungen des autors,anmerkungen der autorin', title: 'titel', summary: 'zusammenfassung,inhaltsangabe', translator: 'übersetzer,übersetzerin,übersetzt von,übersetzung' },
  { chapter: 'chapitre,chap', part: 'partie,livre,tome', prologue: 'prologue', epilogue: 'épilogue', contents: 'table des matières,table,sommaire,table des chapitres', end: 'fin', author: 'auteur,auteure,autrice', by: 'par', preface: 'préface,avant-propos', afterword: 'postface', dedication: 'dédicace', notes: 'note de l’auteur,note de l’auteure,note de l’autrice,notes de l’auteur', title: 'titre', summary: 'résumé', translator: 'traducteur,traductrice,traduit par,traduction' },
  { chapter: 'capítulo,cap', part: 'parte,libro,tomo', prologue: 'prólogo', epilogue: 'epílogo', contents: 'índice,contenido,tabla de contenidos', end: 'FIN', author: 'autor,autora,escrito por', by: 'por,de', preface: 'prefacio', afterword: 'posfacio', dedication: 'dedicatoria', notes: 'nota del autor,nota de la autora,notas del autor,notas de la autora', title: 'título', summary: 'resumen', translator: 'traductor,traductora,traducido por,traducción' },
  { chapter: 'capitolo,cap', part: 'parte,libro,volume', prologue: 'prologo', epilogue: 'epilogo', contents: 'indice,sommario', end: 'FINE', author: 'autore,autrice,scritto da', by: 'di', preface: 'prefazione', afterword: 'postfazione', dedication: 'dedica', notes: 'nota dell’autore,nota dell’autrice,note dell’autore,note dell’autrice', title: 'titolo', summary: 'riassunto', translator: 'traduttore,traduttrice,tradotto da,traduzione' },
  { chapter: 'capítulo,cap', part: 'parte,livro,tomo', prologue: 'prólogo', epilogue: 'epílogo', contents: 'índice,sumário', end: 'FIM', author: 'autor,autora,escrito por', by: 'por,de', preface: 'prefácio', afterword: 'posfácio', dedication: 'dedicatória', notes: 'nota do autor,nota da autora,notas do autor,notas da autora', title: 'título', summary: 'resumo', translator: 'tradutor,tradutora,traduzido por,tradução' },
  { chapter: 'capítol', part: 'part,llibre', prologue: 'pròleg', epilogue: 'epíleg', contents: 'índex,taula', end: 'FI', author: 'autor,autora', by: 'per', preface: 'prefaci' },
  { chapter: 'hoofdstuk', part: 'deel,boek', prologue: 'proloog', epilogue: 'epiloog', contents: 'inhoud,inhoudsopgave', end: 'einde', author: 'auteur,schrijver,schrijfster,geschreven door', by: 'door', preface: 'voorwoord,inleiding', afterword: 'nawoord', dedication: 'opdracht', notes: 'noot van de schrijver', title: 'titel', summary: 'samenvatting', translator: 'vertaler,vertaling,vertaald door' },
  // The north
  { chapter: 'kapitel,kapitlet,kap', part: 'del,delen,bok,boken', prologue: 'prolog', epilogue: 'epilog', contents: 'innehåll,innehållsförteckning', end: 'SLUT', author: 'författare,skriven av', by: 'av', preface: 'förord', afterword: 'efterord', notes: 'författarens anmärkning', summary: 'sammanfattning', translator: 'översättare,översättning' },
  { chapter: 'kapitel,kapitlet,kap', part: 'del,bog', prologue: 'prolog', epilogue: 'epilog', contents: 'indhold,indholdsfortegnelse', end: 'SLUT', author: 'forfatter', by: 'af', preface: 'forord', afterword: 'efterskrift', notes: 'forfatterens note', translator: 'oversætter' },
  { chapter: 'kapittel,kapitlet', part: 'del,bok', prologue: 'prolog', epilogue: 'epilog', contents: 'innhold,innholdsfortegnelse', end: 'SLUTT', author: 'forfatter,forfattar', by: 'av', preface: 'forord,føreord', afterword: 'etterord', translator: 'oversetter' },
  { chapter: 'kafli,kapítuli', part: 'hluti,bók', prologue: 'formáli', epilogue: 'eftirmáli', contents: 'efnisyfirlit', end: 'ENDIR', author: 'höfundur', by: 'eftir' },
  { chapter: 'luku', part: 'osa,kirja', prologue: 'prologi', epilogue: 'epilogi', contents: 'sisällys,sisällysluettelo', end: 'LOPPU', author: 'kirjoittaja,kirjailija,tekijä,kirjoittanut', by: 'kirjoittanut', preface: 'esipuhe,johdanto', afterword: 'jälkisanat,loppusanat', title: 'otsikko', translator: 'suomentaja,suomentanut,kääntäjä' },
  { chapter: 'peatükk', part: 'osa,raamat', prologue: 'proloog', epilogue: 'epiloog', contents: 'sisukord', end: 'LÕPP', author: 'autor', by: 'kirjutanud', preface: 'eessõna' },
  { chapter: 'nodaļa', part: 'daļa,grāmata', prologue: 'prologs', epilogue: 'epilogs', contents: 'saturs', end: 'BEIGAS', author: 'autors', by: 'sarakstījis' },
  { chapter: 'skyrius', part: 'dalis,knyga', prologue: 'prologas', epilogue: 'epilogas', contents: 'turinys', end: 'PABAIGA', author: 'autorius', by: 'parašė' },
  // Middle and eastern Europe
  { chapter: 'rozdział', part: 'część,tom,księga', prologue: 'prolog', epilogue: 'epilog', contents: 'spis treści,spis rozdziałów', end: 'koniec', author: 'autor,autorka,napisał,napisała', by: 'napisał,napisała', preface: 'przedmowa,wstęp', afterword: 'posłowie', dedication: 'dedykacja', notes: 'od autora,od autorki', title: 'tytuł', summary: 'streszczenie', translator: 'tłumacz,tłumaczka,przekład,tłumaczenie,przełożył,przełożyła' },
  { chapter: 'kapitola,hlava', part: 'část,díl,kniha', prologue: 'prolog', epilogue: 'epilog', contents: 'obsah', end: 'konec', author: 'autor,autorka,napsal,napsala', by: 'napsal,napsala', preface: 'předmluva,úvod', afterword: 'doslov', notes: 'poznámka autora', translator: 'překlad,přeložil,přeložila' },
  { chapter: 'kapitola', part: 'časť,diel,kniha', prologue: 'prológ', epilogue: 'epilóg', contents: 'obsah', end: 'koniec', author: 'autor,autorka', by: 'napísal,napísala', preface: 'predslov,úvod', translator: 'preklad,preložil,preložila' },
  { chapter: 'fejezet', part: 'rész,könyv,kötet', prologue: 'prológus', epilogue: 'epilógus', contents: 'tartalom,tartalomjegyzék', end: 'vége', author: 'szerző,írta', by: 'írta', preface: 'előszó', afterword: 'utószó', title: 'cím', translator: 'fordító,fordította' },
  { chapter: 'capitolul,cap', part: 'partea,cartea,volumul', prologue: 'prolog', epilogue: 'epilog', contents: 'cuprins', end: 'sfârșit', author: 'autor,autoare,scris de', by: 'de', preface: 'prefață', title: 'titlu', translator: 'traducător,traducere' },
  { chapter: 'poglavlje,glava', part: 'dio,deo,knjiga', prologue: 'prolog', epilogue: 'epilog', contents: 'sadržaj', end: 'KRAJ', author: 'autor,autorica,pisac', by: 'napisao,napisala', preface: 'predgovor', afterword: 'pogovor' },
  { chapter: 'глава,гл', part: 'часть,книга,том', prologue: 'пролог', epilogue: 'эпилог', contents: 'содержание,оглавление', end: 'конец', author: 'автор', by: 'написал,написала', preface: 'предисловие,введение,от автора', afterword: 'послесловие', dedication: 'посвящение', notes: 'примечание автора,примечания автора,от автора', title: 'название', summary: 'краткое содержание', translator: 'переводчик,перевод,перевёл,перевела' },
  { chapter: 'розділ,глава', part: 'частина,книга,том', prologue: 'пролог', epilogue: 'епілог', contents: 'зміст', end: 'кінець', author: 'автор,авторка', by: 'написав,написала', preface: 'передмова,вступ', afterword: 'післямова', notes: 'примітка автора', title: 'назва', translator: 'перекладач,переклад,переклав,переклала' },
  { chapter: 'глава', part: 'част,книга', prologue: 'пролог', epilogue: 'епилог', contents: 'съдържание', end: 'край', author: 'автор', by: 'написал', preface: 'предговор', translator: 'превод,преводач' },
  { chapter: 'глава,поглавље', part: 'део,књига', prologue: 'пролог', epilogue: 'епилог', contents: 'садржај', end: 'КРАЈ', author: 'аутор', by: 'написао,написала', preface: 'предговор' },
  { chapter: 'κεφάλαιο', part: 'μέρος,βιβλίο,τόμος', prologue: 'πρόλογος', epilogue: 'επίλογος', contents: 'περιεχόμενα', end: 'τέλος', author: 'συγγραφέας', by: 'του,της', preface: 'εισαγωγή', title: 'τίτλος', translator: 'μετάφραση,μεταφραστής' },
  { chapter: 'bölüm', part: 'kısım,kitap,cilt', prologue: 'prolog,önsöz', epilogue: 'epilog,sonsöz', contents: 'içindekiler', end: 'SON', author: 'yazar,yazan', by: 'yazan', title: 'başlık', translator: 'çeviren,çevirmen' },
  { chapter: 'ĉapitro', part: 'parto,libro', prologue: 'prologo', epilogue: 'epilogo', contents: 'enhavo', end: 'FINO', author: 'aŭtoro', by: 'de', preface: 'antaŭparolo' },
  { chapter: 'caput', part: 'pars,liber', prologue: 'prologus', epilogue: 'epilogus', contents: 'index capitum', end: 'FINIS', author: 'auctor', by: 'auctore', preface: 'praefatio' },
  // Asia
  { chapter: 'الفصل,فصل', part: 'الجزء,الكتاب,الباب,القسم', prologue: 'تمهيد,مدخل', epilogue: 'خاتمة,الخاتمة', contents: 'المحتويات,الفهرس,فهرس', end: 'النهاية,تمت', author: 'المؤلف,المؤلفة,الكاتب,الكاتبة,تأليف,بقلم', by: 'بقلم,تأليف', preface: 'مقدمة,المقدمة', dedication: 'إهداء', title: 'العنوان', translator: 'ترجمة,المترجم' },
  { chapter: 'פרק', part: 'חלק,ספר', prologue: 'פרולוג', epilogue: 'אפילוג', contents: 'תוכן העניינים,תוכן', end: 'סוף', author: 'מחבר,מחברת,מאת', by: 'מאת', preface: 'הקדמה', dedication: 'הקדשה', notes: 'הערת המחבר', title: 'כותרת', translator: 'תרגום,מתרגם' },
  { chapter: 'فصل', part: 'بخش,کتاب,جلد', prologue: 'پیش‌گفتار,درآمد', epilogue: 'پی‌گفتار', contents: 'فهرست,فهرست مطالب', end: 'پایان', author: 'نویسنده,نوشته', by: 'نوشته,نوشتهٔ', preface: 'مقدمه,دیباچه', title: 'عنوان', translator: 'مترجم,ترجمه' },
  { chapter: 'अध्याय', part: 'भाग,खंड', prologue: 'प्रस्तावना', epilogue: 'उपसंहार', contents: 'विषय सूची,अनुक्रम', end: 'समाप्त', author: 'लेखक,लेखिका', by: 'लेखक', preface: 'भूमिका' },
  { chapter: 'บทที่,ตอนที่', part: 'ภาคที่,ภาค', prologue: 'บทนำ', epilogue: 'บทส่งท้าย', contents: 'สารบัญ', end: 'จบ', author: 'ผู้แต่ง,ผู้เขียน', by: 'โดย' },
  { chapter: 'chương,hồi', part: 'phần,quyển,tập', prologue: 'mở đầu', epilogue: 'kết,vĩ thanh', contents: 'mục lục', end: 'hết', author: 'tác giả', by: 'của', preface: 'lời nói đầu,lời tựa', title: 'tiêu đề', translator: 'dịch giả,người dịch' },
  { chapter: 'bab,babak', part: 'bagian,buku', prologue: 'prolog', epilogue: 'epilog', contents: 'daftar isi,isi kandungan', end: 'tamat', author: 'pengarang,penulis', by: 'oleh', preface: 'kata pengantar', title: 'judul', translator: 'penerjemah' },
  { chapter: '章,回,节,節', part: '卷,部,篇,集,册', prologue: '楔子,序章,序幕,引子,引首', epilogue: '尾声,尾聲,终章,終章', contents: '目录,目錄', end: '完,全文完,全书完,全書完,终,終,剧终', author: '作者,著者', by: '作者,著者', preface: '前言,序,序言,自序', afterword: '后记,後記', notes: '作者有话说,作者的话', title: '书名,書名,标题,標題', summary: '简介,簡介,内容简介,文案', translator: '译者,譯者' },
  { chapter: '章,話,回', part: '部,巻,編,篇', prologue: 'プロローグ,序章,序幕', epilogue: 'エピローグ,終章', contents: '目次', end: '完,了,終,終わり,おわり', author: '作者,著者', by: '作者,著者', preface: 'まえがき,前書き,はじめに', afterword: 'あとがき,後書き', title: 'タイトル,題名', summary: 'あらすじ', translator: '訳者,翻訳' },
  { chapter: '장,화,회', part: '부,편,권,막', prologue: '프롤로그,서장', epilogue: '에필로그,종장', contents: '목차,차례', end: '끝,완,完', author: '작가,저자,지은이,글쓴이', by: '지은이,글쓴이', preface: '서문,머리말', afterword: '후기,작가의 말', title: '제목', summary: '줄거리', translator: '옮긴이,번역' },
];

/** Without accents and case: how words are compared. */
export function folded(words: string): string {
  const small = words.toLowerCase();
  if (/^[a-z\d]*$/.test(small)) return small;
  return small.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/['‘]/g, '’').replace(/\s+/g, ' ').trim();
}

/** Whether a line says a word of a kind, and no more than it. */
export function isStoryWord(line: string, kind: keyof StoryWords): boolean {
  const row = line.trim();
  return row.length <= 40 && (wordsOf(kind).folded.has(folded(row)) || wordsOf(kind).capitals.has(row));
}

/** All words of a kind, as they are compared. */
export const allWords = (kind: keyof StoryWords): ReadonlySet<string> => wordsOf(kind).folded;

interface Words {
  readonly folded: ReadonlySet<string>;
  readonly capitals: ReadonlySet<string>;
}

const made = new Map<keyof StoryWords, Words>();

function wordsOf(kind: keyof StoryWords): Words {
  const known = made.get(kind);
  if (known) return known;
  const all = storyWords.flatMap((row) => row[kind]?.split(',') ?? []);
  const isCapital = (word: string) => /^\p{Lu}+$/u.test(word);
  const words = {
    folded: new Set(folded(all.filter((word) => !isCapital(word)).join(',')).split(',')),
    capitals: new Set(all.filter(isCapital)),
  };
  made.set(kind, words);
  return words;
}
