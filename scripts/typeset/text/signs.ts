/**
 * Signs that are no sentence's: addresses, faces made of marks, arrows, options of a program. No rule touches them.
 * In: a text. Out: the offsets of their characters.
 */

const marksOfSentence = ".,;:!?…'’)]";

/** What all hints have in common, found three times as fast: four texts of five have none of it. */
const anyHint = /[@~{}|^+=<>\\/]|-[-_.;']|[:;]['-]?[()[\]*DPp]|[xX]-?[()]|www\./;
/** What a text must hold for one of the patterns to be tried. */
const hints =
  /:\/\/|www\.|@|~\/|--\S{1,60}\.[a-z]|[{}|^+][-~=]|[-~=][{}|^+]|[:;=]['-]?[()[\]|/\\*DPp]|[xX]-?[()]|[-~=]>|<[-=3]|-[_.;]+-|\^-|(?<![^\s\u2028(])--[a-z]|'-'|\.(?:com|org|net|edu|gov|io)\//;

/** By what they all have, and in full. Ends with what may be the sentence's own: that is given back. */
const addresses = [
  [/:\/\/|www\./, /(?:https?:\/\/|www\.)[^\s<>"“”]+/g],
  [/@/, /(?<![\w.+'’-])\w[\w.+'’-]{0,63}@\w[\w-]{0,63}(?:\.\w[\w-]{0,63})+/g],
  // Files
  [
    /~\/|--\S{1,60}\.[a-z]/,
    /(?<![^\s("'“‘])(?:~\/[^\s"“”]*|[\w.-]{1,60}--[\w.-]{1,60}\.(?:txt|md|pdf|docx?|epub|jpe?g|png|gif|html?|zip|mp[34]))(?![\w-])/g,
  ],
  [/\.(?:com|org|net|edu|gov|io)\//, /(?<![\w.@-])(?:\w[\w-]{0,63}\.){1,4}(?:com|org|net|edu|gov|io)\/[^\s<>"“”]*/g],
] as const;

const before = `(?<![^\\s\\u2028("“'‘*])`;
const after = `(?![^\\s\\u2028.,;!?…)"”'’*])`;
const shapes = [
  // Faces that lie on their side, either way up: :-) ;'( =D (-:
  `[<>]?[:;=]['’]?-?(?:[()[\\]|/\\\\*]+|[DPp])`,
  `[xX8]-?[()]+`,
  `[()]+-?['’]?[:;=]`,
  // Faces that stand: -_- ;-; ^-^ '-'
  `-[_.]{1,3}-;{0,2}`,
  `;[-_]{1,2};`,
  `\\^[-.]{1,2}\\^`,
  // Hearts, whole and broken, and arrows
  `<[/\\\\]?3+`,
  `<?[-=]{1,5}>{1,2}|<{1,2}[-=]{1,5}`,
  // What is drawn: @--}---
  `(?=\\S{0,20}[-=~])(?=\\S{0,20}[@{}<>|\\\\^+])[-=~@{}<>|/\\\\^+#_.:;,]{3,20}`,
];
const signs = new RegExp(`${before}(?:${shapes.join('|')})${after}`, 'gu');

/** Options that no other word could be, and others where something says that they are options. */
const option = new RegExp(
  [
    `(?:help|version|verbose|debug|dry-run|no-[a-z-]+|save-dev|[a-z][a-z-]*=\\S+)(?![\\w-])`,
    `[a-z][a-z-]*(?= (?:flag|option|switch|argument|parameter)s?\\b)`,
  ]
    .map((name) => `--(?<=(?:^|[\\s\\u2028(])--)${name}`)
    .join('|'),
  'g',
);
const moreOptions = /(?<=^|[\s\u2028(])--?[a-z][a-z-]*(?![\w-])/g;

/** The offsets of the characters of a text that belong to signs, in no order. */
export function* signsIn(text: string): Iterable<number> {
  if (!anyHint.test(text) || !hints.test(text)) return;
  for (const [part, pattern] of addresses) {
    if (!part.test(text)) continue;
    for (const { 0: whole, index } of text.matchAll(pattern)) {
      let end = index + whole.length;
      // A full stop at its end is the sentence's.
      while (marksOfSentence.includes(text.charAt(end - 1))) end--;
      yield* span(index, end);
    }
  }
  for (const { 0: whole, index } of text.matchAll(signs)) yield* span(index, index + whole.length);
  if (!option.test(text)) return;
  option.lastIndex = 0;
  for (const pattern of [option, moreOptions])
    for (const { 0: whole, index } of text.matchAll(pattern)) yield* span(index, index + whole.length);
}

function* span(start: number, end: number): Iterable<number> {
  for (let at = start; at < end; at++) yield at;
}
