/**
 * What a typesetter does to a text, rule by rule, and which house style asks for it.
 * To add a rule, add a row: `book.yaml` then takes it under `typography.rules`, and `docs/typography.md` lists it.
 */
export const houseStyles = ['chicago', 'standard-ebooks', 'oxford', 'off'] as const;
export type HouseStyle = (typeof houseStyles)[number];

/** Which pair of marks stands outermost: ‘single “double” single’, or “double ‘single’ double”. */
export const outermostQuotes = ['single', 'double'] as const;
export type OutermostQuotes = (typeof outermostQuotes)[number];

interface RuleTraits {
  readonly about: string;
  /** The styles that follow the rule where an author says nothing. */
  readonly styles: readonly HouseStyle[];
}

const all = ['chicago', 'standard-ebooks', 'oxford'] as const satisfies readonly HouseStyle[];

export const typographyRules = {
  // What a typist's keys stand for
  'quotes': { styles: all, about: 'Straight quotation marks and apostrophes become those of the language.' },
  'dashes': { styles: all, about: 'Hyphens that stand for a dash become the dash of the language, spaced as it spaces it.' },
  'interruptions': { styles: all, about: 'A hyphen at the edge of speech, where somebody breaks off or cuts in, becomes a dash.' },
  'dialogue-dashes': { styles: all, about: 'Where a language opens speech with a dash, hyphens at the start of a paragraph become one.' },
  'ellipses': { styles: all, about: 'Three dots become one glyph.' },
  'ranges': { styles: all, about: 'A hyphen between numbers that mean a span becomes an en dash.' },
  'minus': { styles: all, about: 'A hyphen before a number that is below nought becomes a minus sign.' },
  'primes': { styles: all, about: 'Marks after a number that mean feet, inches, minutes or seconds become primes.' },
  'multiplication': { styles: all, about: 'An x between numbers becomes a multiplication sign.' },
  'fractions': { styles: all, about: 'Common fractions become one glyph.' },
  'degrees': { styles: all, about: 'A degree sign stands where one is meant.' },
  'ditto': { styles: all, about: 'A mark alone in its place means that the words above are said again.' },
  'ordinals': { styles: all, about: 'Ordinal letters after a number become the indicators of the language, where it has some.' },
  'numero': { styles: [], about: '“No.” before a number becomes the numero sign.' },
  'clock-times': { styles: ['standard-ebooks'], about: 'Times of day are written 5 a.m. and 5:30 p.m.' },

  // Space
  'spaces': { styles: all, about: 'Doubled spaces become one, and none stands before a comma or a full stop.' },
  'no-break': { styles: all, about: 'What belongs together stays on one line: Mr. and the name, a number and its unit.' },
  'punctuation-spacing': { styles: all, about: 'Marks that a language sets off get the space it sets them off with.' },
  'heading-widows': { styles: all, about: 'The last two words of a heading stay together.' },
  'touching-quotes': { styles: all, about: 'Two quotation marks that touch get a thin space between them.' },
  'ellipsis-spacing': { styles: ['standard-ebooks'], about: 'An ellipsis is set off by hair spaces.' },
  'word-joiners': { styles: ['standard-ebooks'], about: 'A word joiner keeps a dash from beginning a line.' },

  // What is shown, not changed
  'doubts': { styles: all, about: 'Marks that could be read two ways are told as hints.' },
  'balance': { styles: all, about: 'Quotations that do not close, or close twice, are told as hints.' },
  'consistency': { styles: all, about: 'One text that uses two ways of quoting, or types two dots and three, is told as a hint.' },
  'emphatic-marks': { styles: all, about: 'Runs of ?!?! and words in capitals are told as hints.' },
} as const satisfies Record<string, RuleTraits>;

export type TypographyRule = keyof typeof typographyRules;

export const typographyRuleNames = Object.keys(typographyRules) as [TypographyRule, ...TypographyRule[]];

/** The house style and what differs from it in one book. */
export interface Typography {
  /** `off` leaves the text as it was typed. */
  readonly style: HouseStyle;
  /** Which quotation marks stand outermost, however they are typed; the style’s if not given. */
  readonly quotes?: OutermostQuotes | undefined;
  /** Words that begin with an apostrophe in this book: “’cept”. */
  readonly elisions: readonly string[];
  /** Rules set on or off against the style. */
  readonly rules: Partial<Readonly<Record<TypographyRule, boolean>>>;
}

/** Which quotation marks a book wants outermost; undefined leaves them in the order that they are typed in. */
export function outermostIn({ style, quotes }: Typography): OutermostQuotes | undefined {
  return quotes ?? (style === 'oxford' ? 'single' : undefined);
}

/** Whether a book follows a rule. */
export function follows({ style, rules }: Typography, rule: TypographyRule): boolean {
  return rules[rule] ?? (typographyRules[rule].styles as readonly HouseStyle[]).includes(style);
}
