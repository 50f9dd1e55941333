/**
 * English words that lose their first letters, written after an apostrophe: ’tis, ’em, ’bout.
 * What each is worth was learned; here is only what kind of word it is.
 */

/** No words by themselves. */
const sure = `
tis tisn twas twasn twere tweren twill twould twouldn twon twixt tween tain twarn
ee em im erself isself imself un uns ud ull bout cos coz cuz til neath gainst mongst nother tother nuff nough
ome omes ouse ouses orse orses ospital undred undreds appen appens appened appening ave aven avin ad adn asn
arf ead eads eart earts eard earin elp elped ellish eavens igher ighness oliday oped oping orrible orrid ot owever ullo ungry
urry urt urts usband usbands oman ooman
cept cepting ceptin scuse spect spects spected spose sposed stonish stonished stonishing
fraid fess fessed lectric lectricity nless nd nds zackly zactly xactly xcept spensive speriment sperience
taters tater baccy bacca gator gators copter merican mericans rithmetic pothecary larum strordinary quaintance
twenties thirties forties fifties sixties seventies eighties nineties
sblood sdeath slife swounds zat zis kay twix caze kaze kase
`;

/** Words too, but less usual ones. */
const usual = `
ere er pon prentice prentices specially varsity stead gin ole ow owl ung unt ope ell elm eel ard ash ims ats ands alf ear twain
zounds zooks ware til midst tween salem deed re ve ll f
`;

/** Ordinary words, with which a quotation may well begin. */
const doubtful = `
round cause till less long live low lowed most night morning afternoon evening way right all and are arm as at ill it its is old
our ours hold head hind have count course cross side sides stall tall spite high phone plane bus bye mind fore
a e i o s t d m n y ay up us
`;

/** The kinds by name, from the most to the least certain. */
export const englishElisions = { sure, usual, doubtful } as const;
