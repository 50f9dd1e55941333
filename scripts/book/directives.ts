/**
 * The set pieces of a text: what stands between `:::verse` and `:::`. Names, elements, and how lines are read; nothing here parses Markdown.
 * To add one, add a row, below one whose classes are the first of its own; a new way of reading lines is a row of `render/line-habits.ts`, and its look is in `templates/core-pieces.css`.
 */
export interface SetPiece {
  /** What people and other tools call it, besides its own name. */
  readonly aliases: readonly string[];
  /** A quotation where the piece is a document that the story shows: without a stylesheet it is set in. */
  readonly element: 'div' | 'blockquote';
  /** The last says which piece it is. */
  readonly className?: readonly string[];
  /** EPUB Structural Semantics and DPUB-ARIA have words for an epigraph, and none for the others. */
  readonly epubType?: string;
  readonly role?: string;
  /** How the lines of its paragraphs are read. */
  readonly lines?: LineHabit;
  /** How its paragraphs are read by where they stand. */
  readonly parts?: 'letter' | 'signed' | 'report' | 'attributed';
  /** What its titles are: headings, and, where names are not typed so, paragraphs that are bold from end to end. */
  readonly titles?: 'headings' | 'headings or bold';
  /** Whether it holds paragraphs as a chapter does. */
  readonly isProse?: true;
  /** Whether words in capitals are what anybody expects in it. */
  readonly inCapitals?: true;
  /** Whether spaces before a line set it in. */
  readonly keepsIndents?: true;
}

export type LineHabit = 'verse' | 'song' | 'chat' | 'texts' | 'fields' | 'posts' | 'sign' | 'play' | 'people';

const pieces = {
  verse: { aliases: ['poem', 'poetry', 'line-block'], element: 'div', className: ['verse'], lines: 'verse', keepsIndents: true },
  song: { aliases: ['lyrics'], element: 'div', className: ['verse', 'song'], lines: 'song', keepsIndents: true, titles: 'headings or bold' },
  letter: { aliases: [], element: 'blockquote', className: ['letter'], parts: 'letter' },
  handwritten: { aliases: ['handwriting', 'handwritten-letter'], element: 'blockquote', className: ['letter', 'handwritten'], parts: 'letter' },
  email: { aliases: ['e-mail', 'mail', 'emails', 'e-mails'], element: 'blockquote', className: ['email'], lines: 'fields', parts: 'letter', titles: 'headings or bold' },
  chat: { aliases: ['chat-log', 'chatlog', 'discord', 'irc', 'slack'], element: 'div', className: ['chat'], lines: 'chat', titles: 'headings' },
  texts: { aliases: ['messages', 'text-messages', 'sms', 'imessage', 'whatsapp', 'group-chat', 'groupchat', 'dms'], element: 'div', className: ['chat', 'texts'], lines: 'texts', titles: 'headings' },
  forum: { aliases: ['forum-post', 'forum-thread', 'thread', 'comments', 'reddit'], element: 'blockquote', className: ['forum'], lines: 'posts', titles: 'headings' },
  newspaper: { aliases: ['clipping', 'cutting', 'newspaper-article', 'newspaper-cutting', 'press-cutting'], element: 'blockquote', className: ['newspaper'], parts: 'report', titles: 'headings or bold' },
  sign: { aliases: ['signboard', 'plaque', 'poster', 'placard', 'inscription'], element: 'blockquote', className: ['sign'], lines: 'sign', titles: 'headings or bold', inCapitals: true, keepsIndents: true },
  telegram: { aliases: ['telegramme', 'cablegram'], element: 'blockquote', className: ['telegram'], lines: 'fields', parts: 'signed', titles: 'headings or bold', inCapitals: true },
  play: { aliases: ['script', 'screenplay', 'stage-play', 'drama'], element: 'div', className: ['play'], lines: 'play', keepsIndents: true, titles: 'headings', inCapitals: true },
  people: { aliases: ['cast', 'cast-list', 'dramatis-personae', 'personae', 'persons'], element: 'div', className: ['people'], lines: 'people', titles: 'headings', inCapitals: true },
  epigraph: { aliases: [], element: 'blockquote', className: ['chapter-epigraph'], epubType: 'epigraph', role: 'doc-epigraph', parts: 'attributed' },
  note: { aliases: [], element: 'div', className: ['authors-note'], isProse: true },
  quote: { aliases: ['quotation', 'blockquote', 'excerpt', 'diary', 'aside'], element: 'blockquote', isProse: true },
} as const satisfies Readonly<Record<string, SetPiece>>;

export type DirectiveName = keyof typeof pieces;

export const setPieces: Readonly<Record<DirectiveName, SetPiece>> = pieces;

export const directiveNames = Object.keys(pieces) as readonly DirectiveName[];

/** The div that holds what a new import has where the folder has something else: it is no part of the book (docs/growing.md). */
export const theirsName = 'theirs';

export function isDirectiveName(name: string): name is DirectiveName {
  return Object.hasOwn(pieces, name);
}

const aliases: ReadonlyMap<string, DirectiveName> = new Map(
  directiveNames.flatMap((name) => setPieces[name].aliases.map((alias) => [alias, name] as const)),
);

/** The set piece that the name of a div means, or the name. */
export function nameOfDiv(name: string): string {
  const plain = name.toLowerCase();
  return aliases.get(plain) ?? plain;
}

/** The row of a set piece by any of its names; undefined for other divs. */
export function setPieceOf(name: string): SetPiece | undefined {
  const own = nameOfDiv(name);
  return isDirectiveName(own) ? setPieces[own] : undefined;
}
