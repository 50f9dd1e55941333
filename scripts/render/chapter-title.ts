/**
 * Parts a chapter's heading into its number, its name and its subtitle, so that a theme can set each on a line.
 * In: a heading as hast, edited in place. Out: nothing but spans around its words, every one of which stays.
 */
import type { Element, ElementContent } from 'hast';

/** Words that stand before a number, in the languages that the press has labels for. */
const label =
  'appendix|chapter|part|book|volume|episode|act|canto|chapitre|partie|livre|tome|kapitel|teil|buch|band|capítulo|parte|libro|capitolo|hoofdstuk|deel|boek|del|bok|rozdział|część|tom|kapitola|část|kniha|глава|часть|том';
/** A figure of up to three digits, a Roman numeral below ninety, or a letter (Appendix A). */
const figure = '\\d{1,3}|(?:XL|L?X{0,3})(?:IX|IV|V?I{1,3}|V|(?<=[XL]))|[A-Z]';
const ones = 'one|two|three|four|five|six|seven|eight|nine';
const word = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\\s](?:${ones}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${ones}`;
const others =
  'un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici';
const named = new RegExp(`^(?:${label})\\s+(?:the\\s+)?(?:${figure}|${word}|${others})(?![\\p{L}\\p{N}])`, 'iu');
/** A number of any case would take “Mix:” or “I know” for one. */
const bare = /^(?:\d{1,3}|(?:XL|L?X{0,3})(?:IX|IV|V?I{1,3}|V|(?<=[XL])))(?![\p{L}\p{N}’'])/u;
const alone = new RegExp(`^(?:${word})(?=[\\s.:]*$)`, 'iu');
const opening =
  /^(?:prologue|epilogue|interlude|prolog|epilog|prólogo|epílogo|prologo|epilogo|пролог|эпилог)(?![\p{L}\p{N}])/iu;
/** “第十二章”, with a space before the name. */
const counted = /^第[〇一二三四五六七八九十百千0-9０-９]{1,6}[章回部話话節节卷篇](?=[\s:：]|$)/u;
/** What stands between a number and a name: a stop, or a dash. */
const stop = /^[\s\u2060]*(?:[:.)]|[–—]|-{1,3})[\s\u2060]*/;
const tight = /^[-–—][\p{L}\p{N}]/u;

/** Puts spans around number, name and subtitle; a heading without number and line break stays as it is. */
export function splitTitle(heading: Element): void {
  const [first = [], ...more] = linesOf(heading.children);
  const number = takeNumber(first);
  if (!number && more.length === 0) return;
  const parts: Element[] = [];
  let name = first;
  if (number) {
    name = number.rest.length > 0 ? number.rest : (more.shift() ?? []);
    parts.push(span(name.length > 0 ? 'chapter-number' : 'lone-number', number.children));
  }
  if (name.length > 0) parts.push(span('chapter-name', name));
  for (const line of more) parts.push(span('chapter-subtitle', line));
  // A space between them: there are readers to whom spans are no blocks.
  heading.children = parts.flatMap((part, at): ElementContent[] => (at === 0 ? [part] : [text(' '), part]));
}

/** The lines of a heading that holds line breaks. */
function linesOf(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.map(trimmed).filter((line) => line.length > 0);
}

interface Numbered {
  readonly children: ElementContent[];
  readonly rest: ElementContent[];
}

function takeNumber([first, ...others]: readonly ElementContent[]): Numbered | undefined {
  if (first?.type !== 'text') return undefined;
  const { value } = first;
  const whole = others.length === 0;
  const numbered = counted.exec(value);
  const match =
    numbered ?? named.exec(value) ?? bare.exec(value) ?? opening.exec(value) ?? (whole ? alone.exec(value) : null);
  if (!match) return undefined;
  const number = match[0];
  const left = value.slice(number.length);
  if (whole && /^[\s.:]*$/.test(left)) return { children: [text(value)], rest: [] };
  const between = (numbered ? /^[\s:：]+/ : stop).exec(left)?.[0];
  // “Part-time”, “1.5 miles”: a stop that belongs to a word has no space behind it.
  if (
    between === undefined ||
    tight.test(left) ||
    (!numbered && /[:.)]$/.test(between) && left.length > between.length)
  )
    return undefined;
  const rest = trimmed([text(left.slice(between.length)), ...others]);
  if (rest.length === 0) return undefined;
  const mark = between.trim();
  return { children: [text(number), ...(mark ? [span('number-stop', [text(mark)])] : [])], rest };
}

/** Without white space at both ends. */
function trimmed(line: readonly ElementContent[]): ElementContent[] {
  const ends = line.map((node, at): ElementContent => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (at === 0) value = value.trimStart();
    if (at === line.length - 1) value = value.trimEnd();
    return { ...node, value };
  });
  return ends.filter((node) => node.type !== 'text' || node.value !== '');
}

const text = (value: string): ElementContent => ({ type: 'text', value });

function span(name: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: [name] }, children };
}
