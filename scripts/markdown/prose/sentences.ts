/** What tells a line of prose from code and from a title. In: the words of a line. Out: yes or no. */

/** Quotation marks, brackets and emphasis behind the last word. */
const closing = '["\'”’»›)\\]*_」』]*';
const ended = new RegExp(`(?:[.!?…。！？؟۔।]|[-–—](?=["”’»]))${closing}$`, 'u');
const stopped = new RegExp(`[.!?…。！？؟۔।,;:—–-]${closing}$`, 'u');
const begun = () => /^[*_]{0,3}(?:[-–—―]{1,3}\s?)?["'“‘„«‹¿¡…([「『]*(?:\.{3})?[*_]{0,3}[\p{Lu}\p{Lo}\p{N}]/u;
const code =
  /[{};]$|=>|[!=<>]=|&&|\|\||\w\([^()]{0,80}\)[;{]|\w=\S|\w\.\w+\(|^(?:\$|>>>|#!|\/\/|\/\*|@\w+$|<[a-zA-Z/!])|^(?:import|from|def|class|function|var|const|let|return|if|for|while|print|sudo|npm|git|cd|pip|apt|curl|make)\b(?!.*[.!?]$)/;

/** How much of a line is looked at, at its start and at its end: whoever types longer ones types prose. */
const sight = 300;

/** Whether a line ends as a sentence does. */
export const endsSentence = (line: string): boolean => ended.test(line.slice(-sight));

/** Whether a line ends with any mark of punctuation. */
export const endsWithStop = (line: string): boolean => stopped.test(line.slice(-sight));

/** Whether a line begins as a sentence does, perhaps with a dash or quotation mark. */
export const beginsSentence = (line: string): boolean => begun().test(line);

/** Whether a line begins and ends as sentences do. */
export const isSentence = (line: string): boolean => beginsSentence(line) && endsSentence(line) && !looksLikeCode(line);

/** Whether a line has what only code has. */
export const looksLikeCode = (line: string): boolean => code.test(line.slice(0, sight));

/** Whether lines are prose rather than code: one of them is a sentence, and few look like code. */
export function areProse(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line !== '');
  return filled.some(isSentence) && filled.filter(looksLikeCode).length * 3 < filled.length;
}

/** Whether somebody speaks with the line: its first mark is a quotation mark or a dash. */
export const isSpoken = (line: string): boolean => /^[*_]{0,3}(?:["“”‘'„«‹「『]|[-–—―]{1,3}\s?\p{L})/u.test(line);

/** How far a short line above an underline is a title; undefined where it is a sentence. */
export function titleLikeness(line: string): 'title' | 'perhaps' | undefined {
  if (line.length > 80) return undefined;
  const words = line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  if (/^(?:\p{L}+\s+)?(?:\d{1,4}|[IVXLC]{1,8}|\p{Lu})\.?$/u.test(line)) return 'title';
  const long = words.filter((word) => /\p{L}{4}/u.test(word));
  const raised = long.filter((word) => /^\P{L}*[\p{Lu}\p{Lo}\p{N}]/u.test(word));
  const isRaised = /^\P{Ll}/u.test(line) && raised.length === long.length;
  if (endsWithStop(line)) return isRaised && words.length > 1 && /[!?]$/.test(line) ? 'title' : undefined;
  if (!/^\P{Ll}/u.test(line)) return 'perhaps';
  return isRaised || words.length <= 3 || /[`[<]/.test(line) ? 'title' : 'perhaps';
}
