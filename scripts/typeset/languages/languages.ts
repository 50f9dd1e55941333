/**
 * What each language does with its marks: book practice, which differs from CLDR's delimiters here and there.
 * To support a language, add a row.
 */
/** A dash within a sentence. */
export interface Dash {
  readonly glyph: '—' | '–' | '——';
  /** The space on either side of it; none where it is set close. */
  readonly before: '' | ' ' | '\u00A0';
  readonly after: '' | ' ';
  /** Whether two of them hold what stands between, as brackets do: “—así—”. */
  readonly paired?: true;
}

/** A dash with which somebody begins to speak. */
export interface SpeechDash {
  readonly glyph: '—' | '–';
  readonly after: '' | '\u00A0';
}

export interface Locale {
  /** Outer pair, then nested pair, each opening and closing. */
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  /** The no-break space inside the outer pair; absent where the language has nothing to say of it. */
  readonly gap?: string;
  readonly dash: Dash;
  readonly speech?: SpeechDash;
  /** What three typed dots become. */
  readonly ellipsis: '…' | '……';
  /** The space that stands before a mark. */
  readonly before?: Readonly<Record<string, string>>;
  /** One-letter words that are not left at the end of a line. */
  readonly tied?: string;
  /** The letters of an ordinal, by how they are typed after a figure. */
  readonly ordinals?: Readonly<Record<string, string>>;
  /** Whether quotation marks stand close to other words, as where there are no spaces or particles follow. */
  readonly dense?: true;
}

const nnbsp = '\u202F';
const nbsp = '\u00A0';

// Dashes within a sentence
const close: Dash = { glyph: '—', before: '', after: '' };
const spaced: Dash = { glyph: '–', before: nbsp, after: ' ' };
const wide: Dash = { glyph: '—', before: nbsp, after: ' ' };
const eastSlavic: Dash = { glyph: '—', before: nbsp, after: ' ' };
const raya: Dash = { glyph: '—', before: ' ', after: ' ', paired: true };
const double: Dash = { glyph: '——', before: '', after: '' };

// Dashes that open speech
const emSpeech: SpeechDash = { glyph: '—', after: nbsp };
const enSpeech: SpeechDash = { glyph: '–', after: nbsp };
const rayaSpeech: SpeechDash = { glyph: '—', after: '' };

/** A row for the four marks, outer pair then inner pair. */
function row(marks: string, dash: Dash, more: Partial<Locale> = {}): Locale {
  const [open = '', shut = '', innerOpen = '', innerShut = ''] = marks;
  return { outer: [open, shut], inner: [innerOpen, innerShut], dash, ellipsis: '…', ...more };
}

export const english: Locale = row('“”‘’', close);

const french = row('«»“”', wide, {
  gap: nnbsp,
  speech: emSpeech,
  before: { ';': nnbsp, '!': nnbsp, '?': nnbsp, ':': nbsp, '%': nnbsp, '‰': nnbsp, '€': nnbsp },
});
const swiss = row('«»‹›', spaced);
const spanish = row('«»“”', raya, { speech: rayaSpeech, ordinals: { o: 'º', a: 'ª' } });
const spanishOverseas = row('“”‘’', raya, { speech: rayaSpeech, ordinals: { o: 'º', a: 'ª' } });
const portuguese = row('«»“”', wide, { speech: emSpeech, ordinals: { o: 'º', a: 'ª' } });
const italian = row('«»“”', spaced, { speech: emSpeech, ordinals: { o: 'º', a: 'ª' } });
const norwegian = row('«»‘’', spaced, { speech: enSpeech });
const lowHigh = row('„“‚‘', spaced);
const baltic = row('„“‚‘', spaced, { speech: enSpeech });
const western = row('“”‘’', spaced);
const chinese = row('“”‘’', double, { ellipsis: '……', dense: true });
const cornered = row('「」『』', double, { ellipsis: '……', dense: true });

export const languages: Readonly<Record<string, Locale>> = {
  en: english,
  ga: english,
  gd: english,
  cy: english,
  la: english,

  // Romance
  fr: french,
  'fr-ca': { ...french, gap: nbsp, before: { ':': nbsp, ';': '', '!': '', '?': '', '%': nbsp, '€': nbsp } },
  'fr-ch': {
    ...swiss,
    dash: wide,
    gap: '',
    speech: emSpeech,
    before: { ':': '', ';': '', '!': '', '?': '', '%': nnbsp, '‰': nnbsp, '€': nnbsp },
  },
  br: french,
  oc: row('«»“”', wide, { speech: emSpeech }),
  es: spanish,
  'es-419': spanishOverseas,
  'es-mx': spanishOverseas,
  'es-us': spanishOverseas,
  // Catalan writes 1r, 2n, 2a in plain letters.
  ca: row('«»“”', raya, { speech: rayaSpeech }),
  eu: row('«»“”', raya, { speech: rayaSpeech }),
  gl: spanish,
  pt: portuguese,
  'pt-br': row('“”‘’', wide, { speech: emSpeech, ordinals: { o: 'º', a: 'ª' } }),
  it: italian,
  'it-ch': { ...italian, inner: ['‹', '›'] },
  ro: row('„”«»', spaced, { speech: emSpeech }),

  // Germanic
  de: lowHigh,
  'de-ch': swiss,
  'de-li': swiss,
  gsw: swiss,
  lb: lowHigh,
  nl: western,
  af: western,
  fy: western,
  sv: row('””’’', spaced, { speech: enSpeech }),
  nb: norwegian,
  nn: norwegian,
  da: row('»«›‹', spaced, { speech: enSpeech }),
  fo: lowHigh,
  is: lowHigh,

  // Slavic and Baltic
  pl: row('„”«»', spaced, { speech: enSpeech, tied: 'aiouwz' }),
  cs: row('„“‚‘', spaced, { speech: enSpeech, tied: 'aikosuvz' }),
  sk: row('„“‚‘', spaced, { speech: enSpeech, tied: 'aikosuvz' }),
  ru: row('«»„“', eastSlavic, { speech: emSpeech, tied: 'авикосуя' }),
  uk: row('«»„“', eastSlavic, { speech: emSpeech, tied: 'авзійоуяє' }),
  be: row('«»„“', eastSlavic, { speech: emSpeech, tied: 'аізйоуўя' }),
  bg: baltic,
  mk: baltic,
  sr: row('„”’’', spaced, { speech: enSpeech }),
  hr: row('„”‘’', spaced, { speech: enSpeech }),
  bs: row('„”‘’', spaced, { speech: enSpeech }),
  sl: baltic,
  lt: baltic,
  lv: row('„”«»', spaced, { speech: enSpeech }),

  // Others of Europe
  fi: row('””’’', spaced, { speech: enSpeech }),
  et: baltic,
  hu: row('„”»«', spaced, { speech: enSpeech }),
  el: row('«»“”', spaced, { speech: emSpeech }),
  tr: row('“”‘’', spaced, { speech: emSpeech }),
  az: row('«»‹›', spaced, { speech: emSpeech }),
  sq: row('“”‘’', spaced, { speech: enSpeech }),
  hy: row('«»“”', spaced, { speech: enSpeech }),
  ka: row('„“‚‘', spaced, { speech: enSpeech }),
  eo: western,

  // Asia
  he: row('””’’', spaced, { speech: enSpeech }),
  yi: row('””’’', spaced),
  ar: row('«»“”', spaced, { speech: enSpeech }),
  fa: row('«»‹›', spaced, { speech: enSpeech }),
  ur: row('“”‘’', spaced),
  vi: row('“”‘’', spaced, { speech: enSpeech }),
  zh: chinese,
  'zh-hant': cornered,
  ja: cornered,
  ko: row('“”‘’', wide, { dense: true }),
};
