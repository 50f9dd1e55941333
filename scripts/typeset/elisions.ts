/**
 * Words that lose their first letters in English, written after an apostrophe: ’tis, ’em, ’bout.
 */
const plain = `
tis twas twere twill twould twouldn twasn tisn tain twon em bout cause cos coz til till round gainst tween twixt neath ware
ere eard ead eads ome ouse ow owever im er erself isself imself un uns ud ull im ope ospital orse orses ot our ours undred
appen appens appened ave aven avin av ad adn as asn ard ardly arf alf and ands at ats ate eart elp elped ere eres eavens
ell ellish igh igher ill ills ims it its old olding oller ome omes oo ood op oped ope orrible ow owl ullo ung unt urry urt
nough nuff nother tother t twarn taint tarnal scuse spect spects spose sposed specially spite stead stonish stonished stonishing
pon prentice prentices fraid fore fess fessed long long less lectric lectricity lowed low most mongst mid midst nless n nd nds
way right shun tater taters tention zackly xactly xcept cept ceptin cepting ceitful count counts course cross cute gin
gree head havior haviour hind hold larum lasses lotted merican mericans mind mission mount neer neers nigh nighted oman omen
pears peared pendicitis pothecary quaintance sides side sieged sparagus stall sturb suage tall tatoes thout tween twon vantage
ventures whiles yond zat zee zis sblood sdeath slid slife swounds zounds zooks s d ll m re ve kay sup til bye nite morning
afternoon evening night lo im urricane yer ye y all ol ole gator gators phone plane bus copter roo varsity
`;

/** Also whole words that a quotation may well begin with. */
const doubtful = new Set('all and are as at a cause course cross course count counts course ill it its long less live low lot mind mission morning mount most night evening afternoon our ours old owl round right side sides stall till way head hold hind bus bye phone plane spite ware less ere ate ope high'.split(' '));

let words: ReadonlySet<string> | undefined;

/** How a word that follows an apostrophe stands to elision. */
export function elided(word: string): 'plain' | 'doubtful' | 'unknown' {
  words ??= new Set(plain.trim().split(/\s+/));
  if (!words.has(word)) return 'unknown';
  return doubtful.has(word) ? 'doubtful' : 'plain';
}
