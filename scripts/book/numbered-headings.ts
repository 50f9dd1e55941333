/** Headings that name themselves by a word and a number, in any language: “Chapter 3”, “Erstes Kapitel”, “第一章”. In: a line. Out: what it opens. */
import { isLetterNumber, isNumber } from './heading-numbers.ts';
import { allWords, folded } from './story-words.ts';

interface NumberedHeading {
  readonly opens: 'chapter' | 'part';
  /** What follows the number, with the sign before it: “: The Door”. */
  readonly rest: string;
}

/** A heading that says “chapter”, “part”, “act” or “scene”, in this order or the other, and its number. */
export function numberedHeading(line: string): NumberedHeading | undefined {
  const row = line.trim();
  if (row.length > 240) return undefined;
  const found = inEastAsia(row) ?? named(row);
  return found && isTitle(found.rest) ? found : undefined;
}

/** “第一章 雨”, “제3장”, “3장”: the number stands between signs. */
function inEastAsia(row: string): NumberedHeading | undefined {
  if (!/[\u3000-\u9FFF\uAC00-\uD7A3]/.test(row)) return undefined;
  const match =
    /^(?:第\s*|제\s*)(?:\p{Nd}{1,4}|[一二三四五六七八九十百千零〇两兩일이삼사오육칠팔구십]{1,8})\s*([章回节節话話集幕折장화회막卷部篇巻編부편권])(?!\p{L}*[들은는이가])/u.exec(
      row,
    ) ??
    /^(?:\p{Nd}{1,3})\s?(장|화|회|부|편|권|막|話|章)(?=$|[\s.:：])/u.exec(row) ??
    /^([卷部])\s?[一二三四五六七八九十]{1,3}(?=$|[\s:：])/u.exec(row);
  return match
    ? { opens: /[卷部篇巻編부편권]/.test(match[1] ?? '') ? 'part' : 'chapter', rest: row.slice(match[0].length) }
    : undefined;
}

interface Token {
  readonly word: string;
  readonly end: number;
}

const articles = /^(?:the|das|der|die|la|le|les|el|il|lo|o|a|het|de|al|ال|το|no|nr|nº|n°|№|#)$/;

function named(row: string): NumberedHeading | undefined {
  const tokens: Token[] = [];
  for (const match of row.matchAll(/[\p{L}\p{M}\p{Nd}'’׳״"΄ʹº°]+|№|#|[^\s]/gu)) {
    if (tokens.length === 12) break;
    tokens.push({ word: match[0], end: match.index + match[0].length });
    if (tokens.length === 2 && !mayBegin(tokens[skip(tokens, 0)])) return undefined; // nearly every line
  }
  let at = skip(tokens, 0);
  const first = opensWith(tokens[at]);
  if (first) {
    const from = skip(tokens, at + (tokens[at + 1]?.word === '.' ? 2 : 1));
    const to = numberEnd(tokens, from) ?? (isLetterNumber(tokens[from]?.word ?? '') ? from + 1 : undefined);
    return to === undefined ? undefined : { opens: first, rest: row.slice(tokens[to - 1]?.end) };
  }
  if (/^(?:i|one|an?|une?|uno|una|uma?|eine?|een|en|ett?|bir)$/i.test(tokens[at]?.word ?? '')) return undefined; // “un libro”
  at = numberEnd(tokens, at) ?? 0;
  if (at > 0 && tokens[at]?.word === '.') at++;
  const second = at > 0 ? opensWith(tokens[at]) : undefined;
  return second && { opens: second, rest: row.slice(tokens[at]?.end) };
}

const mayBegin = (token: Token | undefined): boolean =>
  token !== undefined && (opensWith(token) !== undefined || isNumber(token.word));

const skip = (tokens: readonly Token[], at: number): number =>
  articles.test(tokens[at]?.word.toLowerCase() ?? '') ? at + 1 : at;

function opensWith(token: Token | undefined): NumberedHeading['opens'] | undefined {
  const word = folded(token?.word ?? '');
  if (word === '') return undefined;
  if (allWords('chapter').has(word) || acts.has(word) || scenes.has(word)) return 'chapter';
  return allWords('part').has(word) ? 'part' : undefined;
}

/** A play’s own divisions are set as chapters. */
const acts: ReadonlySet<string> = new Set(
  'act acte akt aufzug acto atto ato bedrijf naytos действие акт felvonas dejstvi'.split(' '),
);
const scenes: ReadonlySet<string> = new Set(
  'scene szene auftritt escena scena cena toneel tooneel scen nayttamo сцена явление jelenet'.split(' '),
);

interface DivisionOfPlay {
  readonly is: 'act' | 'scene';
  readonly word: string;
  /** Whether the word stands before its number. */
  readonly opens: boolean;
}

/** How a heading names an act or a scene: a chapter may have scenes, and an act of a novel chapters. */
export function divisionOfPlay(line: string): DivisionOfPlay | undefined {
  const words = (line.match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, 2).map(folded);
  const word = words.find((each) => acts.has(each)) ?? words.find((each) => scenes.has(each));
  return word === undefined ? undefined : { is: acts.has(word) ? 'act' : 'scene', word, opens: word === words[0] };
}

/** “ERSTER AKT.” and “ACT I.”, “ZWEITE SCENE.” and “SCENE II.”: a libretto has each heading twice, in two languages. */
export function isSameDivision(one: string, other: string): boolean {
  if (one.length > 40 || other.length > 40 || !numberedHeading(one) || !numberedHeading(other)) return false;
  const [first, second] = [divisionOfPlay(one), divisionOfPlay(other)];
  const isElsewhere = first?.word !== second?.word || first?.opens !== second?.opens;
  return first !== undefined && first.is === second?.is && isElsewhere;
}

/** The index after a number of up to four words: “twenty-first”, “двадцать первая”, “al doilea”. */
function numberEnd(tokens: readonly Token[], from: number): number | undefined {
  let end: number | undefined;
  for (let at = from; at < from + 5; at++) {
    const word = tokens[at]?.word ?? '';
    if (isNumber(word)) end = at + 1;
    else if (end === undefined || !/^(?:[-‐]|et|y|e|und|og|och|en|and|i|و|și)$/i.test(word)) break;
  }
  return end;
}

/** Whether what follows a number may be a title: it stands after a sign, or it begins as names do and is no sentence. */
function isTitle(rest: string): boolean {
  const text = rest.trim();
  if (/^[.:：)\]—–-]*(?:\[[\d*†]{1,4}\]|\uE000\d+\uE001)?$/.test(text)) return true; // perhaps with the mark of a note
  // “Chapter 4. Of what befell our friend when he left the inn”, as long as old books have it
  if (text.length > 80) return /^[.:：]\s*\p{Lu}/u.test(text) && text.length <= 220 && !/[.,;:!?…]["”’»)]?$/.test(text);
  if (/^[.:：)\]—–|-]/.test(text)) return !/[,;]$/.test(text);
  const words = text.replace(/^[,、，]\s*/, '');
  return /^["“‘'«「『(¿¡]?(?!\p{Ll})[\p{L}\p{N}]/u.test(words) && !/[.,:;!?。，．；！？]["”’»]?$/.test(words);
}
