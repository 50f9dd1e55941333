import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setParagraph } from '../setting.ts';

/**
 * A language, what is typed and what is set. So that they can be seen, a no-break space is written ·, a narrow one ‧ and
 * a hard line break ⏎.
 */
const goldens: readonly (readonly [lang: string, typed: string, set: string])[] = [
  [
    'fr',
    `-- Vous venez?⏎-- Non, dit-il -- l'ami d'"Anna" m'attend... Que faire?!`,
    `—·Vous venez‧?⏎—·Non, dit-il·— l’ami d’«‧Anna‧» m’attend… Que faire‧?!`,
  ],
  [
    'fr',
    `"J'ai lu 'Le Grenier'! dit Lise. Aujourd'hui: rien; 5 % à 10:30." L'été '68, c'était «loin»?`,
    `«‧J’ai lu “Le Grenier”‧! dit Lise. Aujourd’hui·: rien‧; 5‧% à 10:30.‧» L’été ’68, c’était «‧loin‧»‧?`,
  ],
  ['fr', `" Qui est là ? " -- « Moi » .`, `«‧Qui est là‧?‧»·— «‧Moi‧» .`],
  [
    'fr-CA',
    `"J'arrive!" cria-t-elle. Qui? Moi : «oui» ; c'est 5 %.`,
    `«·J’arrive!·» cria-t-elle. Qui? Moi·: «·oui·»; c’est 5·%.`,
  ],
  [
    'fr-CH',
    `"Qu'as-tu lu ? 'Le Grenier'", dit-il -- rien : rien...`,
    `«Qu’as-tu lu? ‹Le Grenier›», dit-il·— rien: rien…`,
  ],
  [
    'de',
    `"Ich hab' 'nen Brief -- für dich", sagte Hans' Schwester. "Darin steht: 'Komm heim!' Mehr nicht..." Geht's dir gut? 'ne Weile, 1914--1918.`,
    `„Ich hab’ ’nen Brief·– für dich“, sagte Hans’ Schwester. „Darin steht: ‚Komm heim!‘ Mehr nicht…“ Geht’s dir gut? ’ne Weile, 1914–1918.`,
  ],
  [
    'de',
    `Sie rief: "Komm nicht--" Dann Stille - lange. »Na«, sagte sie, »so ’was.«`,
    `Sie rief: „Komm nicht·–“ Dann Stille·– lange. »Na«, sagte sie, »so ’was.«`,
  ],
  ['de-AT', `"Servus", sagt er -- "wie geht's?"`, `„Servus“, sagt er·– „wie geht’s?“`],
  ['de-CH', `"Grüezi", sagte er. "Sie las 'Heidi' -- zweimal..."`, `«Grüezi», sagte er. «Sie las ‹Heidi›·– zweimal…»`],
  [
    'es',
    `-- ¿Vienes? -- preguntó Inés --. Te espero en el 2o piso.⏎-- No puedo -- dijo él.`,
    `—¿Vienes? —preguntó Inés—. Te espero en el 2º piso.⏎—No puedo —dijo él.`,
  ],
  ['es', `-Hola -dijo ella-. Soy la ex-novia.`, `—Hola —dijo ella—. Soy la ex-novia.`],
  [
    'es',
    `El hombre -- flaco, "casi 'nuevo' ya" -- salió--sin duda--de casa. "¡Adiós!"... La 1.a vez.`,
    `El hombre —flaco, «casi “nuevo” ya»— salió —sin duda— de casa. «¡Adiós!»… La 1.ª vez.`,
  ],
  ['es-MX', `"¿Quién vive?", dijo -- y calló.`, `“¿Quién vive?”, dijo —y calló.`],
  [
    'ca',
    `-- Bon dia -- va dir la Núria --. L'home d'"Olot" no hi és... la 2a porta.`,
    `—Bon dia —va dir la Núria—. L’home d’«Olot» no hi és… la 2a porta.`,
  ],
  ['eu', `-- Kaixo -- esan zuen Mirenek --. "Bai 'eta' ez"...`, `—Kaixo —esan zuen Mirenek—. «Bai “eta” ez»…`],
  ['gl', `-- Boas -- dixo ela --. "Non 'vou' hoxe"... O 3o día.`, `—Boas —dixo ela—. «Non “vou” hoxe»… O 3º día.`],
  [
    'pt',
    `-- Bom dia -- disse a Rita. -- Li "A casa 'velha'"... No 1.o andar, copo-d'água.`,
    `—·Bom dia·— disse a Rita.·— Li «A casa “velha”»… No 1.º andar, copo-d’água.`,
  ],
  [
    'pt-BR',
    `-- Oi -- disse o João. -- "A gente 'some', né?"... A 2a vez.`,
    `—·Oi·— disse o João.·— “A gente ‘some’, né?”… A 2ª vez.`,
  ],
  [
    'it',
    `"L'amico dell''orso' -- disse -- è un po' strano..." Negli anni '60, quell'"estate" finì al 2o piano.`,
    `«L’amico dell’“orso”·– disse·– è un po’ strano…» Negli anni ’60, quell’«estate» finì al 2º piano.`,
  ],
  ['it', `-- C'è nessuno? -- chiese Ada.`, `—·C’è nessuno?·– chiese Ada.`],
  [
    'ro',
    `-- Vii? întrebă Ana.⏎"Scria 'mâine' -- într-o zi..." N-am, dă-mi-l.`,
    `—·Vii? întrebă Ana.⏎„Scria «mâine»·– într-o zi…” N-am, dă-mi-l.`,
  ],
  [
    'nl',
    `'s Avonds zei ze: "'t Is laat, zo'n uur... 'Kom thuis', schreef pa." Foto's -- 'n stapel.`,
    `’s Avonds zei ze: “’t Is laat, zo’n uur… ‘Kom thuis’, schreef pa.” Foto’s·– ’n stapel.`,
  ],
  ['nl', `'Ja,' zei hij. ''t Is goed -- ga maar.'`, `‘Ja,’ zei hij. ‘’t Is goed·– ga maar.’`],
  ['af', `"Dis 'n 'mooi' dag," sê Anna -- en sy't gelag...`, `“Dis ’n ‘mooi’ dag,” sê Anna·– en sy’t gelag…`],
  [
    'sv',
    `-- Kom in, sa Nils. "Han skrev 'hem' -- och 'nu'"... Nils' bil.`,
    `–·Kom in, sa Nils. ”Han skrev ’hem’·– och ’nu’”… Nils’ bil.`,
  ],
  [
    'fi',
    `-- Tule, sanoi Aino. "Hän sanoi 'nyt' -- ja lähti"... Rock'n'roll.`,
    `–·Tule, sanoi Aino. ”Hän sanoi ’nyt’·– ja lähti”… Rock’n’roll.`,
  ],
  ['nb', `-- Kom, sa Kari. "Han skrev 'hjem' -- og gikk"...`, `–·Kom, sa Kari. «Han skrev ‘hjem’·– og gikk»…`],
  ['nn', `-- Kom, sa Kari. "Ho skreiv 'heim' -- og gjekk"...`, `–·Kom, sa Kari. «Ho skreiv ‘heim’·– og gjekk»…`],
  [
    'da',
    `-- Kom, sagde Ida. "Han skrev 'hjem' -- og gik"... Lars' hat.`,
    `–·Kom, sagde Ida. »Han skrev ›hjem‹·– og gik«… Lars’ hat.`,
  ],
  ['is', `"Komdu," sagði Jón -- "hún sagði 'nei'..."`, `„Komdu,“ sagði Jón·– „hún sagði ‚nei‘…“`],
  [
    'pl',
    `-- Idę -- rzekł Jan -- i wracam z domu... "On mówi: 'nie' w nocy". A u nas?`,
    `–·Idę·– rzekł Jan·– i·wracam z·domu… „On mówi: «nie» w·nocy”. A·u·nas?`,
  ],
  [
    'cs',
    `"Jdu," řekl Jan -- "k řece a v dešti... Psala: 'Přijď!'" Rok '45.`,
    `„Jdu,“ řekl Jan·– „k·řece a·v·dešti… Psala: ‚Přijď!‘“ Rok ’45.`,
  ],
  [
    'sk',
    `"Idem," povedal Ján -- "k rieke s ním... Písala: 'Príď!'"`,
    `„Idem,“ povedal Ján·– „k·rieke s·ním… Písala: ‚Príď!‘“`,
  ],
  [
    'hu',
    `-- Jössz? -- kérdezte Éva. "Azt írta: 'gyere' -- és elment"...`,
    `–·Jössz?·– kérdezte Éva. „Azt írta: »gyere«·– és elment”…`,
  ],
  [
    'ru',
    `-- Идёшь? -- спросила Анна. -- Я в доме, а он с ней.⏎"Он писал: 'Жди!' -- и всё"... Д'Артаньян — друг.`,
    `—·Идёшь?·— спросила Анна.·— Я·в·доме, а·он с·ней.⏎«Он писал: „Жди!“·— и·всё»… Д’Артаньян·— друг.`,
  ],
  [
    'uk',
    `-- Йдеш? -- спитала Ганна. "М'ята -- це 'трава' з лугу"... У п'ятницю.`,
    `—·Йдеш?·— спитала Ганна. «М’ята·— це „трава“ з·лугу»… У·п’ятницю.`,
  ],
  [
    'be',
    `-- Ідзеш? -- спытала Ганна. "Сям'я -- гэта 'дом' у лесе"...`,
    `—·Ідзеш?·— спытала Ганна. «Сям’я·— гэта „дом“ у·лесе»…`,
  ],
  [
    'bg',
    `-- Идваш ли? -- попита Ана. "Той писа 'ела' -- и тръгна"...`,
    `–·Идваш ли?·– попита Ана. „Той писа ‚ела‘·– и тръгна“…`,
  ],
  ['mk', `-- Доаѓаш? -- праша Ана. "Тој пиша 'дојди'"...`, `–·Доаѓаш?·– праша Ана. „Тој пиша ‚дојди‘“…`],
  [
    'sr',
    `-- Долазиш? -- пита Ана. "Писао је 'дођи' -- и отишао"...`,
    `–·Долазиш?·– пита Ана. „Писао је ’дођи’·– и отишао”…`,
  ],
  ['sr-Latn', `"Pisao je 'dođi' -- i otišao"...`, `„Pisao je ’dođi’·– i otišao”…`],
  [
    'hr',
    `-- Dolaziš? -- pita Ana. "Pisao je 'dođi' -- i otišao"...`,
    `–·Dolaziš?·– pita Ana. „Pisao je ‘dođi’·– i otišao”…`,
  ],
  [
    'sl',
    `-- Prideš? -- vpraša Ana. "Pisal je 'pridi' -- in šel"...`,
    `–·Prideš?·– vpraša Ana. „Pisal je ‚pridi‘·– in šel“…`,
  ],
  [
    'lt',
    `-- Ateini? -- klausia Ona. "Jis rašė 'ateik' -- ir išėjo"...`,
    `–·Ateini?·– klausia Ona. „Jis rašė ‚ateik‘·– ir išėjo“…`,
  ],
  [
    'lv',
    `-- Nāc? -- jautā Anna. "Viņš rakstīja 'nāc' -- un gāja"...`,
    `–·Nāc?·– jautā Anna. „Viņš rakstīja «nāc»·– un gāja”…`,
  ],
  [
    'et',
    `-- Tuled? -- küsis Anu. "Ta kirjutas 'tule' -- ja läks"...`,
    `–·Tuled?·– küsis Anu. „Ta kirjutas ‚tule‘·– ja läks“…`,
  ],
  [
    'el',
    `-- Έρχεσαι; ρώτησε η Άννα. "Έγραψε 'έλα' -- κι έφυγε"... Σ' αγαπώ, απ' το σπίτι.`,
    `—·Έρχεσαι; ρώτησε η Άννα. «Έγραψε “έλα”·– κι έφυγε»… Σ’ αγαπώ, απ’ το σπίτι.`,
  ],
  [
    'tr',
    `-- Geliyor musun? dedi Ayşe. "Ali'nin 'evi' bu -- Ankara'da"...`,
    `—·Geliyor musun? dedi Ayşe. “Ali’nin ‘evi’ bu·– Ankara’da”…`,
  ],
  ['sq', `-- Vjen? pyeti Ana. "Shkroi 'eja' -- dhe iku"...`, `–·Vjen? pyeti Ana. “Shkroi ‘eja’·– dhe iku”…`],
  [
    'eo',
    `"Venu, l' amiko," diris Ana -- "li skribis 'hejmen'..."`,
    `“Venu, l’ amiko,” diris Ana·– “li skribis ‘hejmen’…”`,
  ],
  ['la', `"Veni," inquit -- "scripsit 'domum'..."`, `“Veni,” inquit—“scripsit ‘domum’…”`],
  ['cy', `"Mae'r 'tŷ' yn fawr," meddai -- 'r wyf i yma...`, `“Mae’r ‘tŷ’ yn fawr,” meddai—’r wyf i yma…`],
  ['ga', `"D'imigh sé 'abhaile'," ar sise -- agus d'"Anna"...`, `“D’imigh sé ‘abhaile’,” ar sise—agus d’“Anna”…`],
  [
    'he',
    `"צה"ל הגיע," אמרה. "ג'ירפה ב"הארץ", ר' משה -- 'די'..." מנכ"לית.`,
    `”צה״ל הגיע,” אמרה. ”ג׳ירפה ב”הארץ”, ר׳ משה·– ’די’…” מנכ״לית.`,
  ],
  ['ar', `"تعال،" قالت -- "كتب 'بيت'..."`, `«تعال،» قالت·– «كتب “بيت”…»`],
  ['fa', `"بیا،" گفت -- "نوشت 'خانه'..."`, `«بیا،» گفت·– «نوشت ‹خانه›…»`],
  [
    'vi',
    `-- Anh đến à? Lan hỏi. "Anh viết 'về đi' -- rồi đi"...`,
    `–·Anh đến à? Lan hỏi. “Anh viết ‘về đi’·– rồi đi”…`,
  ],
  ['zh', `"你来吗？"她问--"他写了'回家'..."他说it's好。`, `“你来吗？”她问——“他写了‘回家’……”他说it’s好。`],
  ['zh-Hant', `"你來嗎？"她問--"他寫了'回家'..."`, `「你來嗎？」她問——「他寫了『回家』……」`],
  ['zh-TW', `"好。"她說。`, `「好。」她說。`],
  ['zh-Hans-SG', `"好。"她说。`, `“好。”她说。`],
  ['ja', `"来る？"と彼女は聞いた--"彼は'帰れ'と..."`, `「来る？」と彼女は聞いた——「彼は『帰れ』と……」`],
  ['ko', `"올 거야?" 그녀가 물었다 -- "그는 '집으로'라고..."`, `“올 거야?” 그녀가 물었다·— “그는 ‘집으로’라고…”`],
  ['gsw', `"Chumm," seit er -- "'s isch spaat..."`, `«Chumm,» seit er·– «’s isch spaat…»`],
  ['lb', `"Komm," sot hien -- "d'Anna schreift 'heem'..."`, `„Komm,“ sot hien·– „d’Anna schreift ‚heem‘…“`],
];

const shown = (text: string) => text.replaceAll('\u00A0', '·').replaceAll('\u202F', '‧').replaceAll('\u2028', '⏎');
const meant = (text: string) => text.replaceAll('·', '\u00A0').replaceAll('‧', '\u202F').replaceAll('⏎', '\u2028');

for (const [lang, typed, set] of goldens) {
  test(`sets ${lang}: ${set}`, () => {
    const once = setParagraph(meant(typed), lang);
    assert.equal(shown(once), set);
    assert.equal(shown(setParagraph(once, lang)), set);
  });
}
