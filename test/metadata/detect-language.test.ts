import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../scripts/book/bytes.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import { detectLanguage } from '../../scripts/metadata/detect-language.ts';
import { importLoaded } from '../../scripts/pipeline/import.ts';
import { read } from '../tools/manuscript.ts';

/** Two sentences of a story in each language. */
const stories: Readonly<Record<string, string>> = {
  de: 'Es regnete die ganze Nacht, und am Morgen war die Straße nicht mehr zu befahren. Der alte Mann trat vor die Tür und sagte nichts.',
  fr: 'La pluie tomba toute la nuit, et au matin le chemin était impraticable. Le vieil homme sortit sur le seuil et ne dit rien.',
  es: 'Llovió toda la noche, y por la mañana el camino estaba intransitable. El viejo salió a la puerta y no dijo nada.',
  it: 'Piovve tutta la notte, e al mattino la strada era impraticabile. Il vecchio uscì sulla soglia e non disse nulla.',
  pt: 'Choveu a noite inteira, e de manhã o caminho estava intransitável. O velho saiu à porta e não disse nada.',
  nl: 'Het regende de hele nacht, en in de ochtend was de weg onbegaanbaar. De oude man kwam naar buiten en zei niets.',
  sv: 'Det regnade hela natten, och på morgonen var vägen inte längre framkomlig. Den gamle mannen gick ut på trappan och sade ingenting.',
  da: 'Det regnede hele natten, og om morgenen var vejen ikke længere farbar. Den gamle mand gik ud på trappen og sagde ingenting.',
  fi: 'Satoi koko yön, ja aamulla tie oli mahdoton kulkea. Vanha mies astui ovelle, katsoi taivaalle eikä sanonut mitään.',
  pl: 'Padało całą noc, a rano droga była już nieprzejezdna. Stary człowiek wyszedł przed dom, spojrzał w niebo i nic nie powiedział.',
  cs: 'Pršelo celou noc a ráno už byla cesta nesjízdná. Starý muž vyšel před dveře, podíval se na nebe a neřekl nic.',
  hu: 'Egész éjjel esett az eső, és reggelre az út járhatatlanná vált. Az öregember kilépett az ajtón, és nem szólt semmit.',
  tr: 'Bütün gece yağmur yağdı ve sabah yol artık geçilmez olmuştu. Yaşlı adam kapıya çıktı, göğe baktı ve hiçbir şey söylemedi.',
  hr: 'Kiša je padala cijelu noć, a ujutro je cijela cesta bila neprohodna. Djeca su spavala, a starac nije vidio nigdje mjesta za odmor.',
  ml: 'രാത്രി മുഴുവൻ മഴ പെയ്തു, രാവിലെ വഴി നടക്കാൻ കഴിയാത്തതായി. വൃദ്ധൻ വാതിലിൽ വന്നു, ആകാശത്തേക്ക് നോക്കി, ഒന്നും പറഞ്ഞില്ല.',
  ru: 'Дождь шёл всю ночь, и к утру дорога стала совсем непроходимой. Старик вышел на крыльцо и ничего не сказал.',
  uk: 'Дощ ішов цілу ніч, і до ранку дорога стала зовсім непрохідною. Старий вийшов на ґанок і нічого не сказав.',
  el: 'Έβρεχε όλη τη νύχτα και το πρωί ο δρόμος ήταν αδιάβατος. Ο γέρος βγήκε στην πόρτα και δεν είπε τίποτα.',
  ar: 'هطل المطر طوال الليل، وفي الصباح صار الطريق لا يُسلك. خرج الشيخ إلى الباب ونظر إلى السماء ولم يقل شيئا.',
  he: 'הגשם ירד כל הלילה, ובבוקר הדרך כבר לא הייתה עבירה. האיש הזקן יצא אל הדלת, הביט בשמיים ולא אמר דבר.',
  fa: 'تمام شب باران بارید و صبح جاده دیگر قابل عبور نبود. پیرمرد دم در آمد، به آسمان نگاه کرد و هیچ نگفت.',
  zh: '雨下了一整夜，到了早晨路已经完全不能走了。老人走到门口，看了看天，什么也没说，过了很久他们才回来。',
  'zh-Hant': '雨下了一整夜，到了早晨路已經完全不能走了。老人走到門口，看了看天，什麼也沒說，過了很久他們才回來。',
  ja: '一晩中雨が降り、朝には道はもう通れなくなっていた。老人は戸口に出て空を見上げ、何も言わなかった。',
  ko: '밤새 비가 내렸고 아침에는 길을 더 이상 다닐 수 없었다. 노인은 문간에 나와 하늘을 보고 아무 말도 하지 않았다.',
};

for (const [tag, story] of Object.entries(stories))
  test(`two sentences in ${tag} tell their language`, async () => {
    const found = await detectLanguage([story]);
    assert.equal(found?.tag, tag);
    assert.ok(found.confidence > 0.7, JSON.stringify(found));
  });

test('few words tell their language where there is no doubt, parted or not', async () => {
  assert.equal(
    (await detectLanguage(['# Kapitel 1\n\nEr ging nach Hause und blieb dort bis zum', 'Abend. Sie kam nicht.']))?.tag,
    'de',
  );
  assert.equal((await detectLanguage(['銀の道\n\n第一章', '「そうか」と言った。川だった。']))?.tag, 'ja');
});

test('an alphabet of one language tells it in a few words, unless another alphabet stands beside it', async () => {
  assert.equal((await detectLanguage(['# 1\n\n"שלום", אמר הוא...']))?.tag, 'he');
  assert.equal((await detectLanguage(['「はい」と彼は言った。']))?.tag, 'ja');
  assert.equal((await detectLanguage(['Καλημέρα, είπε.']))?.tag, 'el');
  assert.equal(await detectLanguage(['He said שלום to us.']), undefined);
  assert.equal(await detectLanguage(['第一章']), undefined);
});

const english =
  'It rained all night, and in the morning the road was gone. The old man stood at the door, and said nothing. ';

test('English is known by its words, and of a text that is too short, or has none of the words, nothing is told', async () => {
  const names =
    'Anna. Boris. Carla. Daniel. Emma. Frank. Gerda. Hugo. Ida. Jakob. Karla. Leo. Maria. Nina. Otto. Paul.';
  assert.equal((await detectLanguage([english]))?.tag, 'en');
  for (const text of ['Глава 1', 'Der alte Mann schwieg.', names, '', '* * *', '12 34 56'])
    assert.equal(await detectLanguage([text]), undefined, text);
});

test('a song in another language does not decide', async () => {
  const song = `${stories['fr']}\n`.repeat(6);
  assert.equal((await detectLanguage([english.repeat(40), song, english.repeat(40)]))?.tag, 'en');
  const german = `${stories['de']}\n`.repeat(60);
  assert.equal((await detectLanguage([german, english.repeat(4), german]))?.tag, 'de');
});

const { ar = '', ru = '' } = stories;

test('an import takes its language from a line that says it, else from the words, with a hint', async () => {
  const importOf = async (name: string, text: string) => {
    const loaded = { name, bytes: encodeUtf8(text), beside: () => undefined };
    const { value, problems } = await importLoaded(loaded, usualLimits);
    return [value?.manuscript.facts?.lang, problems.some(({ rule }) => rule === 'language-guessed')];
  };
  assert.deepEqual(await importOf('a.txt', `Дом\n\n${ru}\n\n${ru}\n`), ['ru', true]);
  assert.deepEqual(await importOf('a.txt', `Title: Дом\nLanguage: Bulgarian\n\n${ru}\n\n${ru}\n`), ['bg', false]);
  assert.deepEqual(await importOf('a.html', `<html><body><h1>Дом</h1><p>${ru}</p></body></html>`), ['ru', true]);
  assert.deepEqual(await importOf('a.html', `<html lang="be"><body><h1>Дом</h1><p>${ru}</p></body></html>`), [
    'be',
    false,
  ]);
  assert.deepEqual(await importOf('a.md', `---\nlanguage: bg\n---\n\n# Дом\n\n${ru}\n`), ['bg', false]);
  assert.deepEqual(await importOf('a.txt', 'The Door\n\nIt was open.\n'), [undefined, false]);
});

test('a book whose words leave a doubt is set as English, which is told; one in English says nothing', async () => {
  const told = async (text: string) => {
    const { book, problems } = await read({ '1.md': `# One\n\n${text}\n` });
    const reasons = problems.filter(({ rule }) => rule === 'language-guessed').map(({ reason }) => reason);
    return [book.metadata.lang, reasons];
  };
  const doubt = 'The words do not tell the language, so the book is set as English.';
  assert.deepEqual(await told('Wex dor limma, kest ulvo parradin. '.repeat(200)), ['en', [doubt]]);
  assert.deepEqual(await told(english.repeat(4)), ['en', []]);
});

test('a manuscript that does not say its language has that of its words, and their direction', async () => {
  const { book, problems } = await read({ '1.md': `# One\n\n${ar}\n` });
  assert.deepEqual([book.metadata.lang, book.metadata.dir], ['ar', 'rtl']);
  assert.deepEqual(
    problems.filter(({ rule }) => rule === 'language-guessed').map(({ place, reason }) => [place?.path, reason]),
    [['1.md', 'The text is in Arabic by its words, so the book is set as Arabic (“lang: ar”).']],
  );
  const said = await read({ 'book.yaml': 'lang: fa\n', '1.md': `# One\n\n${ar}\n` });
  assert.deepEqual(
    [said.book.metadata.lang, said.problems.some(({ rule }) => rule === 'language-guessed')],
    ['fa', false],
  );
  const { book: ofFile } = await read({ 'book.yaml': 'title: x\n', '1.md': `---\nlang: ar\n---\n# One\n\n${ar}\n` });
  assert.deepEqual([ofFile.metadata.lang, ofFile.sections[0]?.lang], ['en', 'ar']);
});

test('code and tables have no vote, and more than half of them leave a doubt', async () => {
  const code = 'insert into schema migrations version values '.repeat(50);
  const words = `${stories['ru']} `.repeat(30);
  assert.equal((await detectLanguage([words, words, code]))?.tag, 'ru');
  assert.deepEqual(await detectLanguage([words, code, code, code]), { tag: undefined, confidence: 0.4 });
});
