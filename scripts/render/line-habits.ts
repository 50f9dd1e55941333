/**
 * How people type the lines of set pieces: who speaks, when, which words lead in, which marks say that a message was read. Tables of patterns, tried in
 * order; the groups of a pattern are what is marked. To know another habit, add a pattern.
 */
import type { LineHabit } from '../book/directives.ts';

export interface LineRule {
  /** Its groups are kinds of marks, with a figure behind the name where a kind has several; `italic` is a line in emphasis from end to end. */
  readonly pattern: RegExp | 'italic';
  readonly className: string;
  /** Whether it counts only right behind a line of its own class. */
  readonly goesOn?: true;
  /** Whether it counts only where the line opens in bold, which is who speaks; the pattern is that of the words behind. */
  readonly inBold?: true;
}

export interface Habit {
  readonly rules: readonly LineRule[];
  /** The class of lines that no rule knows; without one they go on with the line above, as in any paragraph. */
  readonly rest?: string;
  /** Whether all lines of a paragraph stay in it, each on its own line. */
  readonly keepsLines?: true;
  /** What holds lines of these classes that follow each other, of one paragraph or of several. */
  readonly group?: {
    readonly tagName: 'div' | 'ul';
    readonly className: string;
    readonly of: readonly string[];
    readonly acrossParagraphs: boolean;
  };
  /** What a line without a speaker needs, where the piece makes no sense without any: said to the author. */
  readonly wantsSpeaker?: string;
}

/** The element of each kind of mark; in bold is what must be told from the words behind it where no stylesheet is. */
export const marks = {
  speaker: 'b',
  label: 'b',
  time: 'span',
  receipt: 'span',
  direction: 'i',
} as const;

export type Mark = keyof typeof marks;

function once(make: () => Habit): () => Habit {
  let habit: Habit | undefined;
  return () => {
    habit ??= make();
    return habit;
  };
}

/** A time of day: `12:03`, `9.15 pm`, `12h03`, `12/03/2024, 10:42:13`; in brackets with a day before it. */
const bare =
  '(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},?[\\s\\u202F])?\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?(?:[\\s\\u202F]?[ap]\\.?m\\.?)?';
const bracketed = `\\[[^\\[\\]\\n]{0,24}${bare}[^\\[\\]\\n]{0,8}\\]|\\([^()\\n]{0,24}${bare}[^()\\n]{0,8}\\)`;
const time = `(?:${bracketed}|[[(]?${bare}[\\])]?)`;
/** A name, as far as a colon: no sentence, so without its marks. */
const name =
  '(?:(?:Mrs?|Ms|Dr|Mme|Mlle|St|Prof|Sra?|Hr|Fr|\\p{Lu})\\.[\\s\\u00A0]?){0,3}[^\\s:.!?;…“”"][^:\\n.!?;…“”"]{0,38}?';

const ticks = '[✓✔☑](?:[\\s\\u202F]?[✓✔☑])?';
const readWords =
  'Read|Seen|Delivered|Sent|Gelesen|Zugestellt|Gesendet|Lu|Vu|Distribué|Envoyé|Leído|Visto|Entregado|Enviado|Letto|Visualizzato|Consegnato|Inviato|Lida|Lido|Visualizado|Entregue|Gelezen|Bezorgd|Verzonden|Przeczytano|Dostarczono|Wysłano|Прочитано|Доставлено|Отправлено';
/** `Read 10:45`, `Seen by Ann`; a word in small letters needs a figure behind it, for it may be a message. */
const receipt = `(?:${ticks}|(?:${readWords}|(?:${readWords.toLowerCase()})(?=[^\\n]{0,12}\\d))(?: (?:by|von|par|por|da|door|przez) [^\\n()[\\]]{1,40})?)(?:[\\s,]{0,2}(?:(?:at|um|à|a las|alle|às|om|o|в) )?${bare})?(?:\\s?${ticks})?`;

/** Messages: a time before or behind the name, marks at the end. */
const message = () =>
  new RegExp(
    `^(?:(?<time>${time})[\\s\\u2060,–—-]*)?(?:(?<speaker>${name})\\s*(?<time2>${time})\\s*:(?=\\s|$)|(?<speaker2>${name}\\s*:)(?=\\s|$)|<(?<speaker3>[^\\s<>]{1,40})>(?=\\s|$))?.*?(?:\\s+(?![[(]${receipt}[\\])])(?<time3>${bracketed}|${bare}(?=\\s+[✓✔☑])))?(?:\\s+(?<receipt>${ticks}(?:\\s?${bare})?|\\(${receipt}\\)|\\[${receipt}\\]))?$`,
    'dsu',
  );
const messages = (): readonly LineRule[] => [
  { pattern: 'italic', className: 'chat-notice' },
  { pattern: new RegExp(`^[[(]?${receipt}[\\])]?$`, 'u'), className: 'receipt' },
  // “[Ann has left]”, “-- Monday --”
  {
    pattern: /^(?:\[(?!\^)[^[\]\n]{0,80}\p{L}[^[\]\n]{0,80}\]|[–—-]{1,3}\s[^\n]{1,80}\s[–—-]{1,3})$/u,
    className: 'chat-notice',
  },
  { pattern: message(), className: 'message' },
];
const chat = once(() => ({
  rules: messages(),
  rest: 'message',
  wantsSpeaker: 'Put a name and a colon before each message: “Ann: Here.”',
}));

/** What stands at the head of an e-mail, a telegram and a post, in the languages of those who write them. */
const topicWords =
  'subject|re|fwd?|thread|board|topic|title|posted|date|betreff|thema|objet|sujet|asunto|oggetto|assunto|onderwerp|temat|тема';
const senderWords =
  'from|to|cc|bcc|sent|received|reply-to|handed in|von|an|gesendet|de|à|envoyé|para|enviado|da|inviato|aan|verzonden|od|wysłano|от|кому|отправлено';
const fieldsWith = (words: string): readonly LineRule[] => [
  { pattern: new RegExp(`^(?<label>(?:${words})[\\s\\u202F]?:)(?=\\s|$)`, 'diu'), className: 'field' },
  { pattern: /^(?<label>\p{Lu}[\p{L} -]{0,24}[\s\u202F]?:)(?=\s|$)/du, className: 'field', goesOn: true },
];
const fieldsGroup = { tagName: 'div', className: 'fields', of: ['field'], acrossParagraphs: true } as const;

/** Who wrote a post, in a line above it or at its start. */
const posts = (): readonly LineRule[] => [
  ...fieldsWith(topicWords),
  {
    pattern:
      /^(?:(?<time>(?:On|Am|Le|El|Il|Em|Op)\s[^\n]{4,60}?),?\s)?(?<speaker>[^\s:][^:\n]{0,38}?)\s(?:wrote|said|posted|writes|replied|schrieb|sagte|a écrit|écrit|escribió|ha scritto|scrive|escreveu|schreef|napisała?|написала?)(?:\s(?<time2>[^\n:]{1,40}(?:\d[:.h]\d{2})?))?[\s\u202F]?:$/du,
    className: 'post-head',
  },
  {
    pattern:
      /^(?:Posted|Submitted|Written|Geschrieben|Publié|Publicado|Scritto)\s(?:by|von|par|por|da)\s(?<speaker>[^\s,]+)(?:,?\s(?<time>[^\n]{1,60}))?$/du,
    className: 'post-head',
  },
  { pattern: /^(?<speaker>[@\p{L}\p{N}][^\s·•|]{0,38})\s*[·•|]\s*(?<time>[^\n]{1,60})$/du, className: 'post-head' },
  {
    pattern: new RegExp(
      `^(?<speaker>[@\\p{L}][^:,.!?()\\n]{0,38}?)(?:\\s+(?<time>\\([^()\\n]*\\d[^()\\n]*\\))|,\\s+(?<time2>[^\\n!?]{0,30}${bare}))\\s?:?$`,
      'du',
    ),
    className: 'post-head',
  },
  { pattern: new RegExp(`^(?<speaker>${name}\\s*:)(?=\\s|$)`, 'du'), className: 'post' },
  { pattern: /^\s*(?<time>[\d(·•|,–—-][^\n]{0,60})?$/du, className: 'post-head', inBold: true },
];

/** A name in capitals, two at least: `HAMLET`, `MRS. QUOIN`, `1ST WITCH`. */
const capitals =
  "(?=[\\p{N}\\s]{0,4}\\p{Lu}[^\\p{Lu}\\n]?\\p{Lu})[\\p{Lu}\\p{N}](?:[\\p{Lu}\\p{M}\\p{N}'’& \\u00A0-]|\\.(?=\\s\\p{Lu}{2})){1,40}";
const direction = '(?:\\([^()\\n]{1,200}\\)|\\[[^[\\]\\n]{1,200}\\])';
/** Speeches: `HAMLET. Words`, `Hamlet (aside): words`, a name in capitals alone on its line; directions behind the name and at the end. */
const speech = () =>
  new RegExp(
    `^(?:(?<speaker>${capitals}|${name})\\s*(?<direction>${direction})\\s*[.:](?=\\s|$)|(?<speaker2>${capitals})\\s+(?<direction2>${direction})(?=\\s|$)|(?<speaker3>(?:${capitals})\\s*(?:[.:]|\\s[–—]))(?=\\s|$)|(?<speaker4>${name}\\s*:)(?=\\s|$)|(?<speaker5>${capitals})$)(?:\\s*(?<direction3>${direction}))?.*?(?:\\s(?<direction4>\\[[^[\\]\\n]{1,200}\\]|\\(\\p{Lu}[^()\\n]{1,200}\\)))?$`,
    'dsu',
  );
const play = (): readonly LineRule[] => [
  { pattern: 'italic', className: 'stage-direction' },
  { pattern: new RegExp(`^${direction}\\.?$`, 'u'), className: 'stage-direction' },
  {
    pattern: /^(?:(?:Exit|Exeunt|Curtain)\.?|(?:Enter|Re-enter|Exit|Exeunt)\s[^\n]*\p{Lu}{2}[^\n]*)$/u,
    className: 'stage-direction',
  },
  {
    pattern:
      /^(?:(?:ACT|SCENE|AKT|AUFZUG|SZENE|AUFTRITT|ACTE|SCÈNE|ACTO|ESCENA|ATTO|SCENA|INT|EXT|INT\.?\/EXT)\b[^:\n]*|(?:Act|Scene|Akt|Aufzug|Szene|Auftritt|Acte|Scène|Acto|Escena|Atto|Scena)\s(?:[IVXLC]+|\d+|[a-z]+)\b[^:\n]{0,80}|(?:\p{Lu}[\p{L}]+|\d+\.)\s(?:Akt|Aufzug|Szene|Auftritt)\.?)$/u,
    className: 'piece-title',
  },
  { pattern: speech(), className: 'speech' },
  { pattern: /^/, className: 'speech', inBold: true },
];

/** Who is who: a name, and what is said of it behind a comma, a colon, a dash, dots or brackets. */
const people = (): readonly LineRule[] => [
  { pattern: /^[^\n]{1,60}[\s\u00A0\u202F]?:$/u, className: 'piece-line' },
  { pattern: /^/, className: 'person', inBold: true },
  { pattern: /^(?<speaker>[^\s,:(=][^\n,:(=]{0,59}?)(?=\s*(?:[,:(=]|\s[–—-]+\s|\.{3,}|…|$))/du, className: 'person' },
];

const song =
  /^(?:\[[^[\]\n]{1,40}\]|\(?(?:Chorus|Refrain|Bridge|Verse|Intro|Outro|Kehrreim|Strophe|Couplet|Estribillo|Ritornello|Refrão|Refrein|Refren|Припев)(?:\s\d{1,2})?\)?[\s\u00A0\u202F]?:?)$/u;

const stanza = { tagName: 'div', className: 'stanza', of: ['line', 'verse-label'], acrossParagraphs: false } as const;

/** Each is made when a piece first wants it: most books have none. */
export const lineHabits: Readonly<Record<LineHabit, () => Habit>> = {
  verse: once(() => ({ rules: [], rest: 'line', group: stanza })),
  song: once(() => ({ rules: [{ pattern: song, className: 'verse-label' }], rest: 'line', group: stanza })),
  chat,
  texts: chat,
  fields: once(() => ({ rules: fieldsWith(`${topicWords}|${senderWords}`), group: fieldsGroup })),
  posts: once(() => ({ rules: posts(), group: fieldsGroup })),
  sign: once(() => ({ rules: [], keepsLines: true })),
  play: once(() => ({
    rules: play(),
    rest: 'line',
    wantsSpeaker: 'Put the name of who speaks before a speech: “HAMLET. Words.” or “Hamlet: Words.”',
  })),
  people: once(() => ({
    rules: people(),
    rest: 'person',
    group: { tagName: 'ul', className: 'persons', of: ['person'], acrossParagraphs: true },
  })),
};
