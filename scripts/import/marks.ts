/** What people type for the parts of a story: labels, chapter headings, scene breaks, ends. */
import type { SectionKind } from '../book/sections.ts';

export interface Header {
  /** The label as typed, without its colon: “Author's Notes”. */
  readonly label: string;
  readonly text: string;
  /** A section of its own … */
  readonly kind?: SectionKind | undefined;
  /** … or a fact about the book. */
  readonly field?: 'title' | 'subtitle' | 'author' | 'description' | 'other' | undefined;
}

const labels: readonly { readonly pattern: RegExp; readonly kind?: SectionKind; readonly field?: Header['field'] }[] = [
  { pattern: /^disclaimers?$/, kind: 'disclaimer', field: 'other' },
  { pattern: /^(?:author[’']?s?[’']?\s+)?notes?$|^a\/?n$|^end\s?notes?$/, kind: 'notes', field: 'other' },
  { pattern: /^dedication$/, kind: 'dedication', field: 'other' },
  { pattern: /^acknowledge?ments?$/, kind: 'acknowledgements', field: 'other' },
  { pattern: /^title$/, field: 'title' },
  { pattern: /^subtitle$|^tagline$/, field: 'subtitle' },
  { pattern: /^authors?$|^(?:written\s+)?by$|^penname$/, field: 'author' },
  { pattern: /^summary$|^description$|^synopsis$/, field: 'description' },
  {
    pattern:
      /^(?:rating|warnings?|fandoms?|pairings?|relationships?|characters?|genres?|status|language|words?|word count|series|published|updated|completed|archive|category|categories|tags|spoilers?|beta|feedback|date|source|url|link)$/,
    field: 'other',
  },
];

/** A line that starts with a label and a colon, or is one of the labels of a section alone. */
export function headerOf(line: string): Header | undefined {
  const match = /^[*_]{0,2}([A-Za-z][A-Za-z/’' ]{0,24}?)[*_]{0,2}\s*(:|$)[*_]{0,2}\s*(.*)$/.exec(line.trim());
  if (!match) return undefined;
  const [, label = '', colon, text = ''] = match;
  const words = label.toLowerCase().replace(/\s+/g, ' ');
  const found = labels.find(({ pattern }) => pattern.test(words));
  if (!found || (!colon && !found.kind)) return undefined;
  return { label, text, kind: found.kind, field: found.field };
}

/** `***`, `* * *`, `~`, `---`, `-0-`, `xXx`, `oOo`, `#`, and their like: no words, or one of the rows of letters that stand for a rule. */
export function isSceneBreak(line: string): boolean {
  const row = line.trim();
  if (row === '' || row.length > 60) return false;
  if (
    /^[*~\-–—_=+#•·⁂❦♦◊★☆.o0\s]+$/.test(row) &&
    /[*~\-–—_=+#•·⁂❦♦◊★☆]/.test(row) &&
    !/^[-–—.…\s]{1,2}$|^\.+$/.test(row)
  )
    return true;
  return (
    /^(?:[-~*]*\s*)?(?:x+|(?:xx?o)+x*|(?:ox)+o?|o{3,}|(?:oo?){2,}o?)(?:\s*[-~*]*)?$/i.test(row) &&
    row.replace(/[^a-z]/gi, '').length >= 3
  );
}

/** “~fin~”, “The End”, “TBC”. */
export function isEndMark(line: string): boolean {
  return /^[\W_]*(?:the end|fin|finis|end|ende|tbc|to be continued|end (?:file|chapter|of (?:story|file|part \w+|chapter \w+)))[\W_]*$/i.test(
    line.trim(),
  );
}

const number =
  '(?:\\d{1,3}|[ivxlcdm]{1,8}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ]\\w+)?|thirty(?:[- ]\\w+)?)';
const numbered = new RegExp(
  `^(?:chapter|part|book|act|scene|volume)\\s+(?:the\\s+)?${number}\\b(?:\\s*[:.\\-–—]\\s*.{1,60})?$|^(?:chapter|part)\\s+${number}$`,
  'i',
);

/** “Chapter 3”, “PART TWO: The Door”, “III.”, “Prologue”: a heading that names itself. */
export function isChapterHeading(line: string): boolean {
  const row = line.trim().replace(/^[*_=~\-\s]+|[*_=~\-\s]+$/g, '');
  if (row.length > 80) return false;
  return (
    numbered.test(row) ||
    /^(?:prologue|epilogue|interlude|preface|foreword|afterword)(?:\s*[:.\-–—]\s*.{1,60})?$/i.test(row) ||
    /^(?=[IVXL])(?:X{0,3}(?:IX|IV|V?I{0,3})|L?X{0,3}(?:IX|IV|V?I{0,3}))\.?$/.test(row)
  );
}
