/** The numbers of chapters, in figures and words, as headings begin with them. In: a heading's words. Out: what of them is its number. */

/** Words that stand before a number, in the languages that the press has labels for. */
const labels: ReadonlySet<string> = new Set(
  'appendix chapter part book volume episode act canto chapitre partie livre tome kapitel teil buch band capítulo parte libro capitolo hoofdstuk deel boek del bok rozdział część tom kapitola část kniha глава часть том'.split(
    ' ',
  ),
);
/** A figure of up to three digits, a Roman numeral below ninety, or a letter (Appendix A). */
const figure = '\\d{1,3}|(?:XL|L?X{0,3})(?:IX|IV|V?I{1,3}|V|(?<=[XL]))|[A-Z]';
const ones = 'one|two|three|four|five|six|seven|eight|nine';
const word = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\\s](?:${ones}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${ones}`;
const others =
  'un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici';
const afterLabel = new RegExp(`\\s+(?:the\\s+)?(?:${figure}|${word}|${others})(?![\\p{L}\\p{N}])`, 'iuy');
/** A number of any case would take “Mix:” or “I know” for one. */
const bare = /^(?:\d{1,3}|(?:XL|L?X{0,3})(?:IX|IV|V?I{1,3}|V|(?<=[XL])))(?![\p{L}\p{N}’'])/u;
const alone = new RegExp(`^(?:${word})(?=[\\s.:]*$)`, 'iu');
const opening =
  /^(?:prologue|epilogue|interlude|prolog|epilog|prólogo|epílogo|prologo|epilogo|пролог|эпилог)(?![\p{L}\p{N}])/iu;
/** “第十二章”, with a space before the name. */
const counted = /^第[〇一二三四五六七八九十百千0-9０-９]{1,6}[章回部話话節节卷篇](?=[\s:：]|$)/u;

/** “Part the Third”. With the labels in it, the pattern would take V8 a millisecond to compile. */
function named(heading: string): string | undefined {
  const label = /^\p{L}+/u.exec(heading)?.[0] ?? '';
  if (!labels.has(label.toLowerCase())) return undefined;
  afterLabel.lastIndex = label.length;
  const number = afterLabel.exec(heading)?.[0];
  return number && label + number;
}

/** The number that a heading begins with: “Chapter Two”, “XIV”, “第十二章”, “Prologue”; a word alone only where that is the `whole`. */
export function chapterNumber(
  heading: string,
  whole: boolean,
): { readonly number: string; readonly isCounted: boolean } | undefined {
  const numbered = counted.exec(heading)?.[0];
  const number =
    numbered ??
    named(heading) ??
    (bare.exec(heading) ?? opening.exec(heading) ?? (whole ? alone.exec(heading) : null))?.[0];
  return number === undefined ? undefined : { number, isCounted: numbered !== undefined };
}

/** Whether a heading is a number and nothing else. */
export function isLoneNumber(heading: string): boolean {
  const found = chapterNumber(heading, true);
  return found !== undefined && /^[\s.:]*$/.test(heading.slice(found.number.length));
}
