/** What people type between scenes, above chapters and at the end. In: a line. Out: whether it is one. */
import { numberOfIdeographs, numberOfWord } from '../book/number-words.ts';
import { numberedHeading } from '../book/numbered-headings.ts';
import { isStoryWord } from '../book/story-words.ts';

/** `***`, `* * *`, `~`, `---`, `-0-`, `xXx`, `o0o`, `#`, and their like: no words, or one of the rows of letters that stand for a rule. */
export function isSceneBreak(line: string): boolean {
  const row = line.trim();
  // A row of one sign may be as wide as a page.
  if (row === '' || row.length > (/^([-–—_=*#•·~+])\1+$/.test(row) ? 120 : 60)) return false;
  if (
    /^[*~\-–—_=+#•·⁂❦♦◊★☆.o0\s]+$/.test(row) &&
    /[*~\-–—_=+#•·⁂❦♦◊★☆]/.test(row) &&
    !/^[-–—.…\s]{1,2}$|^\.+$/.test(row)
  )
    return true;
  const letters = row.replace(/[\s\-–—~*=+_•·]/g, '');
  return /^[xo0]{3,}$/i.test(letters) && /[xo]/i.test(letters);
}

const pictures = 'Illustrations?|Illustrazione|Ilustraci[óo]n|Ilustração|Abbildung|Illustratie|Bild|Kuva|Image';
const place = new RegExp(`^\\s*\\[(?:${pictures})\\.?\\]\\s*$`, 'i');
const label = new RegExp(`^\\[(?:${pictures})[:.]`, 'i');

/** “[Illustration]” alone: the place of a picture that a text cannot have. */
export const isPicturePlace = (line: string): boolean => place.test(line);

/** What stands below a picture that a text cannot have: “[Illustration: The mill]”. */
export function captionOf(lines: readonly string[]): string | undefined {
  const [opening] = label.exec(lines[0]?.trimStart() ?? '') ?? [];
  if (opening === undefined || !lines.at(-1)?.trimEnd().endsWith(']')) return undefined;
  const words = lines.join('\n').trim().slice(opening.length, -1).trim();
  return words === '' ? undefined : words;
}

/** “~fin~”, “The End”, “TBC”, “Конец”, “完”. */
export function isEndMark(line: string): boolean {
  const row = line.trim();
  if (row.length > 40) return false;
  const words = row.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
  return (
    isStoryWord(words, 'end') ||
    /^(?:tbc|to be continued|end (?:file|chapter|of (?:story|file|part [^\W_]+|chapter [^\W_]+)))$/i.test(words)
  );
}

/** “Chapter 3”, “PART TWO: The Door”, “Erstes Kapitel”, “第一章”, “III.”, “Prologue”: a heading that names itself. */
export function isChapterHeading(line: string): boolean {
  const row = withoutOrnaments(line);
  return (
    row.length <= 240 &&
    (numberedHeading(row) !== undefined ||
      isNamedPart(row) ||
      (/^[IVXLC]{1,9}\.?$/.test(row) &&
        !/^C+\.?$/.test(row) &&
        numberOfWord(row.replace('.', '').toLowerCase()) !== undefined))
  );
}

/** “Prologue”, “Epilog: Heimkehr”, “PREFACE TO THE SECOND EDITION”, “Préface de 1832”. */
function isNamedPart(row: string): boolean {
  const [, name = '', title = ''] = /^([^:.–—-]{2,30}?)(?:\s*[:.–—-]\s*(.{0,60}))?$/.exec(row) ?? [];
  const kinds = ['prologue', 'epilogue', 'preface', 'afterword'] as const;
  return (
    ((kinds.some((kind) => isStoryWord(name, kind)) || /^(?:interlude|foreword|introduction)$/i.test(name.trim())) &&
      !/^\p{Ll}/u.test(title)) ||
    (/^(?:PREFACE|FOREWORD|INTRODUCTION) (?:TO|BY|OF)\b/.test(row) && isInCapitals(row.replace(/\.$/, ''))) ||
    (/^\p{Lu}[\p{L}-]+ (?:de|of|del|di|von) 1\d{3}$/u.test(row) && isStoryWord(/^\S+/.exec(row)?.[0] ?? '', 'preface'))
  );
}

/** The number of “3. The Door” or “4) A Lamp”: a heading where others of its kind count on; alone, perhaps an item of a list. */
export function numberOfHeading(line: string): number | undefined {
  const sign =
    /^[（(]?([一二三四五六七八九十][〇一二三四五六七八九十]{0,2})[）)]?$|^([一二三四五六七八九十]{1,3})[、．]\S{1,20}$/.exec(
      /^[\p{sc=Han}\s]+$/u.test(line) ? line.replace(/\s+/g, '') : line.trim(), // some part the words
    );
  if (sign) return numberOfIdeographs(sign[1] ?? sign[2] ?? '');
  return numberOfTitle(line, /^(\d{1,3})[.):]\s+(\S.{0,70})$/);
}

/** The number of “II. The Stair”, “II - The Stair.”. */
export const romanOfTitle = (line: string): number | undefined =>
  numberOfTitle(
    line.replace(/^(\s*[IVXLC]{1,8}) [-–—] (.{1,60}?)\.?$/, '$1. $2'),
    /^([IVXLC]{1,8})[.):]\s+(\S.{0,90})$/,
  );

/** The number of “[ 2 ]”, “[ 2 ] THE STAIR”. */
export const numberInBrackets = (line: string): number | undefined => {
  const digits = /^\[\s*(\d{1,3})\s*\](?:\s+\P{Ll}{3,60})?$/u.exec(line.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** The number of “2 The Stair”, which alone may be the beginning of any sentence. */
export const bareNumberOfTitle = (line: string): number | undefined => numberOfTitle(line, /^(\d{1,3})\s+(\S.{0,90})$/);

function numberOfTitle(line: string, form: RegExp): number | undefined {
  const [, digits, title = ''] = form.exec(withoutOrnaments(line)) ?? [];
  return digits === undefined || /[.,;:]$/.test(title) || !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(title)
    ? undefined
    : numberOfWord(digits.toLowerCase());
}

/** A short line in capitals that no voice shouts: “THE DOOR”. */
export function isInCapitals(line: string): boolean {
  const row = line.trim();
  return (
    row.length <= 60 &&
    /\p{Lu}{3}/u.test(row) &&
    !/\p{Ll}/u.test(row) &&
    /[\p{L}\p{N}’']$/u.test(row) &&
    /^\p{L}/u.test(row)
  );
}

function withoutOrnaments(line: string): string {
  const row = line.trim().replace(/^[—–]\s*(.*?)\s*[—–]$/, '$1');
  if (/^--?\s*\p{L}.*[^-]$/u.test(row)) return row; // somebody speaks
  const hasNone = !/[*_=~-]/.test(row.charAt(0) + row.charAt(row.length - 1)); // nearly every line
  return hasNone ? row : row.replace(/^[*_=~\-\s]+|(?<![*_=~\-\s])[*_=~\-\s]+$/g, '');
}
