/** Numbers as headings have them: digits, Roman numerals, and words of many languages. In: words. Out: whether they are a number. */
import { numberOfWord } from './number-words.ts';
import { folded } from './story-words.ts';

/** One, two, three … as far as headings go, in the forms that stand beside “chapter”; endings follow each after a slash. To add a language, add a row. */
const rows = [
  'thirty forty fifty sixty hundred first second third fourth fifth sixth seventh eighth ninth tenth last',
  'erst zweit dritt viert fünft sechst siebt siebent acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst dreißigst vierzigst fünfzigst letzt / e er es',
  'zwanzig dreißig vierzig fünfzig sechzig',
  'premier première second seconde deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième vingtième unième trentième quarantième cinquantième dernier dernière trente quarante cinquante soixante quatre',
  'primer tercer primero primera segundo segunda tercero tercera cuarto cuarta quinto quinta sexto sexta séptimo séptima octavo octava noveno novena décimo décima undécimo duodécimo decimotercero decimocuarto vigésimo trigésimo último última veintiuno veintidós treinta cuarenta',
  'primo prima secondo seconda terzo terza quarto quarta quinto quinta sesto sesta settimo settima ottavo ottava nono nona decimo decima ultimo ultima trenta quaranta',
  'undicesim dodicesim tredicesim quattordicesim quindicesim sedicesim diciassettesim diciottesim diciannovesim ventesim trentesim unesim duesim treesim quattresim cinquesim seiesim settesim ottesim novesim / o a',
  'primeiro primeira segundo terceiro terceira quarto quinto sexto sétimo sétima oitavo oitava nono décimo vigésimo trigésimo último trinta quarenta',
  'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste dertigste veertigste laatste dertig veertig',
  'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde sista ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio',
  'første anden andet andre tredje fjerde femte sjette syvende sjuende ottende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tyvende tjuende sidste siste en et to tre fire fem seks syv otte åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tjue',
  'ensimmäinen toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes yhdestoista kahdestoista kolmastoista neljästoista viidestoista kuudestoista seitsemästoista kahdeksastoista yhdeksästoista kahdeskymmenes viimeinen yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen',
  'pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast dwudziest trzydziest czterdziest ostatn / y a i ia e',
  'prvn druh třet čtvrt pát šest sedm osm devát desát jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacát třicát posledn prv tret štvrt piat šiest siedm ôsm deviat desiat / í ý á é a y ia',
  'első második harmadik negyedik ötödik hatodik hetedik nyolcadik kilencedik tizedik huszadik harmincadik egyedik kettedik utolsó',
  'întâi întîi doilea doua treilea treia patrulea patra cincilea cincea șaselea șasea șaptelea optulea nouălea zecelea unsprezecelea doisprezecelea treisprezecelea prima unu doi trei patru cinci',
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат тридцат сороков пятидесят последн / ый ой ая ий ья яя ое',
  'двадцать тридцать сорок пятьдесят один два три четыре пять шесть семь восемь девять десять',
  'перш друг трет четверт п’ят шост сьом восьм дев’ят десят одинадцят дванадцят тринадцят чотирнадцят двадцят останн / ий а я ій',
  'първ втор трет четвърт пет шест седм осм девет десет единадесет дванадесет последн / и а о я',
  'πρώτ δεύτερ τρίτ τέταρτ πέμπτ έκτ έβδομ όγδο ένατ δέκατ ενδέκατ δωδέκατ τελευταί / ο ος η α',
  'birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu on yirmi yirminci otuz son bir iki üç dört beş altı yedi sekiz dokuz',
  'unua dua tria kvara kvina sesa sepa oka naŭa deka lasta',
  'primum secundum tertium quartum quintum sextum septimum octavum nonum decimum primus secundus tertius quartus prima secunda tertia',
  'الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع السابعة الثامن الثامنة التاسع التاسعة العاشر العاشرة الحادي عشر العشرون والعشرون الثلاثون والثلاثون الأخير',
  'ראשון ראשונה שני שנייה שניה שלישי שלישית רביעי רביעית חמישי חמישית שישי שישית שביעי שביעית שמיני שמינית תשיעי תשיעית עשירי עשירית אחרון אחד שתיים שלוש ארבע חמש',
  'اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم آخر یک دو سه چهار پنج',
  'पहला दूसरा तीसरा चौथा पाँचवाँ छठा सातवाँ आठवाँ नौवाँ दसवाँ एक दो तीन चार पाँच',
  'một hai ba bốn tư năm sáu bảy tám chín mười nhất cuối',
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh pertama kedua ketiga keempat kelima terakhir',
];
const words: ReadonlySet<string> = new Set(
  rows.flatMap((row) => {
    const [stems = '', endings = ''] = folded(row).split(' / ');
    return stems.split(' ').flatMap((stem) => endings.split(' ').map((ending) => stem + ending));
  }),
);

/** “Einund-zwanzigstes”, “eenen-twintigste”, “huszon-egyedik”, “ventun-esimo”: what stands before the rest of a number in one word. */
const compound =
  /^(?:(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en|tizen|huszon|harminc|negyven|venti?|trenta?|quaranta?|tjugo|trettio|tjue|kahdeskymmenes|kolmaskymmenes)(.+)$/;

const ideographs = /^[一二三四五六七八九十百千零〇两兩壹贰叁]{1,8}$/;

const seconds =
  /^(?:2$|ii$|two|second|zwei|deux|dos|segund|due|dois|duas|twee|tva$|andra$|anden$|andet$|andre$|toinen|drug|dwa|druh|dva|masodik|ketto|doi|втор|два|две|друг|дру|δευτερ|ikinci|iki$|dua$|secund|الثاني|שני|二)/;

/** Whether a word says two, or second. */
export const isSecond = (word: string): boolean => seconds.test(folded(word));

/** Whether a word is a number, or a part of one. */
export function isNumber(word: string): boolean {
  const plain = folded(word);
  const digits = /^\p{Nd}+/u.exec(plain)?.[0].length ?? 0;
  if (digits > 0 && digits < 5 && /^(?:e|er|re|ère|st|nd|rd|th|º|ª)?$/.test(plain.slice(digits))) return true;
  if (ideographs.test(word)) return true;
  const rest = compound.exec(plain)?.[1];
  return words.has(plain) || numberOfWord(plain) !== undefined || (rest !== undefined && words.has(rest));
}

/** Hebrew and Greek count with letters, which take a mark: י״א, Α΄. */
export const isLetterNumber = (word: string): boolean =>
  /^[א-ת]{1,2}[׳']?$|^[א-ת]{1,2}["״][א-ת]$|^[Α-ΩϚ]{1,2}[΄ʹ'’´]?$/u.test(word);
