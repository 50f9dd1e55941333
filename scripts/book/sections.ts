/**
 * What the book trade calls the divisions of a book, and what EPUB calls them.
 * To add a kind, add a row. Nothing here knows of files, Markdown or XHTML.
 */
import { numberedHeading } from './numbered-headings.ts';
import { isStoryWord } from './story-words.ts';

export type Matter = 'frontmatter' | 'bodymatter' | 'backmatter';

interface SectionTraits {
  readonly matter: Matter;
  /** EPUB Structural Semantics Vocabulary 1.1; empty where it has no term. */
  readonly epubType: string;
  /** DPUB-ARIA 1.1, and only where the role may stand on a `section`. */
  readonly role?: string;
  /** File and folder names (without number and extension) that mean this kind. */
  readonly names: readonly string[];
  /** What a level-1 heading says when it means this kind; matched on the whole heading, without case. */
  readonly heading?: RegExp;
  /** The name in contents and landmarks for a section without a heading. */
  readonly label: string;
  /** Whether it is listed in the contents; a dedication or an epigraph only under a heading of its own. */
  readonly listed: boolean | 'if titled';
  /** Its conventional place among the sections of its matter; equal places keep the manuscript's order. */
  readonly place: number;
}

export const sections = {
  'cover':            { matter: 'frontmatter', epubType: 'cover', names: ['cover'], label: 'Cover', listed: false, place: 0 },
  'half-title':       { matter: 'frontmatter', epubType: 'halftitlepage', names: ['half-title', 'halftitle', 'half-title-page'], label: 'Half Title', listed: false, place: 1 },
  'title-page':       { matter: 'frontmatter', epubType: 'titlepage', names: ['title-page', 'titlepage', 'title'], label: 'Title Page', listed: false, place: 2 },
  'copyright':        { matter: 'frontmatter', epubType: 'copyright-page', names: ['copyright', 'copyright-page', 'imprint', 'legal'], heading: /copyright|imprint/, label: 'Copyright', listed: true, place: 3 },
  'disclaimer':       { matter: 'frontmatter', epubType: 'copyright-page', names: ['disclaimer', 'disclaimers'], heading: /disclaimers?/, label: 'Disclaimer', listed: true, place: 4 },
  'dedication':       { matter: 'frontmatter', epubType: 'dedication', role: 'doc-dedication', names: ['dedication'], heading: /dedication/, label: 'Dedication', listed: 'if titled', place: 5 },
  'epigraph':         { matter: 'frontmatter', epubType: 'epigraph', role: 'doc-epigraph', names: ['epigraph'], heading: /epigraph/, label: 'Epigraph', listed: 'if titled', place: 6 },
  'contents':         { matter: 'frontmatter', epubType: '', names: ['contents', 'toc', 'table-of-contents'], label: 'Contents', listed: false, place: 7 },
  'whats-new':        { matter: 'frontmatter', epubType: '', names: ['whats-new', 'what-is-new'], label: 'What Is New', listed: true, place: 7.5 },
  'foreword':         { matter: 'frontmatter', epubType: 'foreword', role: 'doc-foreword', names: ['foreword'], heading: /foreword/, label: 'Foreword', listed: true, place: 8 },
  'preface':          { matter: 'frontmatter', epubType: 'preface', role: 'doc-preface', names: ['preface'], heading: /preface/, label: 'Preface', listed: true, place: 9 },
  'summary':          { matter: 'frontmatter', epubType: 'abstract', role: 'doc-abstract', names: ['summary', 'synopsis', 'blurb'], heading: /summary|synopsis/, label: 'Summary', listed: true, place: 10 },
  'introduction':     { matter: 'frontmatter', epubType: 'introduction', role: 'doc-introduction', names: ['introduction', 'intro'], heading: /introduction/, label: 'Introduction', listed: true, place: 11 },
  'characters':       { matter: 'frontmatter', epubType: '', names: ['characters', 'dramatis-personae', 'cast'], heading: /dramatis personae|(cast of )?characters/, label: 'Characters', listed: true, place: 12 },
  'map':              { matter: 'frontmatter', epubType: '', names: ['map', 'maps'], label: 'Map', listed: true, place: 12.5 },
  'family-tree':      { matter: 'frontmatter', epubType: '', names: ['family-tree', 'genealogy'], label: 'Family Tree', listed: true, place: 12.6 },
  'plate':            { matter: 'frontmatter', epubType: '', names: ['plate'], label: 'Plate', listed: 'if titled', place: 12.7 },
  'preamble':         { matter: 'frontmatter', epubType: 'preamble', names: ['preamble'], label: 'Preamble', listed: 'if titled', place: 13 },
  'prologue':         { matter: 'bodymatter', epubType: 'prologue', role: 'doc-prologue', names: ['prologue'], heading: /prologue/, label: 'Prologue', listed: true, place: 0 },
  'part':             { matter: 'bodymatter', epubType: 'part', role: 'doc-part', names: ['part', 'book', 'volume'], heading: /(part|book|volume)\s+(the\s+)?([0-9]+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth)\b.*/, label: 'Part', listed: true, place: 1 },
  'chapter':          { matter: 'bodymatter', epubType: 'chapter', role: 'doc-chapter', names: ['chapter', 'chap', 'ch', 'story'], label: 'Chapter', listed: true, place: 1 },
  'interlude':        { matter: 'bodymatter', epubType: 'chapter', role: 'doc-chapter', names: ['interlude', 'intermission', 'interval'], label: 'Interlude', listed: true, place: 1 },
  'epilogue':         { matter: 'bodymatter', epubType: 'epilogue', role: 'doc-epilogue', names: ['epilogue'], heading: /epilogue/, label: 'Epilogue', listed: true, place: 2 },
  'afterword':        { matter: 'backmatter', epubType: 'afterword', role: 'doc-afterword', names: ['afterword'], heading: /afterword/, label: 'Afterword', listed: true, place: 0 },
  'notes':            { matter: 'backmatter', epubType: 'afterword', role: 'doc-afterword', names: ['notes', 'authors-notes', 'author-notes', 'authors-note', 'author-note', 'a-n', 'an', 'end-notes'], heading: /(author[’']?s?[’']?\s+)?notes?|a\/n/, label: 'Author’s Notes', listed: true, place: 1 },
  'acknowledgements': { matter: 'backmatter', epubType: 'acknowledgments', role: 'doc-acknowledgments', names: ['acknowledgements', 'acknowledgments', 'thanks'], heading: /acknowledge?ments/, label: 'Acknowledgements', listed: true, place: 2 },
  'appendix':         { matter: 'backmatter', epubType: 'appendix', role: 'doc-appendix', names: ['appendix'], heading: /appendix\b.*/, label: 'Appendix', listed: true, place: 3 },
  'endnotes':         { matter: 'backmatter', epubType: 'endnotes', role: 'doc-endnotes', names: ['endnotes'], label: 'Notes', listed: true, place: 3.5 },
  'glossary':         { matter: 'backmatter', epubType: 'glossary', role: 'doc-glossary', names: ['glossary'], heading: /glossary/, label: 'Glossary', listed: true, place: 4 },
  'bibliography':     { matter: 'backmatter', epubType: '', names: ['bibliography', 'works-cited'], heading: /bibliography/, label: 'Bibliography', listed: true, place: 5 },
  'about-the-author': { matter: 'backmatter', epubType: '', names: ['about-the-author', 'about-author', 'author', 'bio'], heading: /about the authors?/, label: 'About the Author', listed: true, place: 6 },
  'also-by':          { matter: 'backmatter', epubType: '', names: ['also-by', 'other-works'], heading: /also by\b.*/, label: 'Also by the Author', listed: true, place: 7 },
  'excerpt':          { matter: 'backmatter', epubType: '', names: ['excerpt', 'teaser', 'sneak-peek'], label: 'Excerpt', listed: true, place: 7.5 },
  'colophon':         { matter: 'backmatter', epubType: 'colophon', role: 'doc-colophon', names: ['colophon'], heading: /colophon/, label: 'Colophon', listed: true, place: 8 },
  'about-this-copy':  { matter: 'backmatter', epubType: '', names: ['about-this-copy', 'about-this-edition'], heading: /about this (copy|edition)/, label: 'About This Copy', listed: true, place: 9 },
} as const satisfies Record<string, SectionTraits>;

export type SectionKind = keyof typeof sections;

/** The kinds in the order of the table. */
export const sectionKinds = Object.keys(sections) as readonly SectionKind[];

/** The traits of a kind, as the general type. */
export function traitsOf(kind: SectionKind): SectionTraits {
  return sections[kind];
}

const plates: ReadonlySet<SectionKind> = new Set(['map', 'family-tree', 'plate']);

/** Whether a page of the kind is a picture, with words about it. */
export const isPlate = (kind: SectionKind): boolean => plates.has(kind);

const narrative: ReadonlySet<SectionKind> = new Set(['chapter', 'prologue', 'epilogue', 'interlude']);

/** Whether a section of the kind tells the story, and begins as a chapter does. */
export const isNarrative = (kind: SectionKind): boolean => narrative.has(kind);

const matters: readonly Matter[] = ['frontmatter', 'bodymatter', 'backmatter'];

/** Where books have a kind of section: front matter, body and back matter, each in its usual order. */
export function rankOfKind(kind: SectionKind): number {
  const { matter, place } = traitsOf(kind);
  return matters.indexOf(matter) * 100 + place;
}

/** The kind that a class, or a word of EPUB's structural vocabulary, names. */
export function kindOfWord(word: string): SectionKind | undefined {
  const plain = word.toLowerCase();
  if (plain === '' || plain === 'excerpt') return undefined; // a quotation in a chapter is called so, too
  return sectionKinds.find((kind) => {
    const { names, epubType } = traitsOf(kind);
    return kind === plain || names.includes(plain) || (epubType === plain && plain !== 'chapter');
  });
}

/** The kind that the first of some classes or words names that names one. */
export function kindAmong(words: readonly string[]): SectionKind | undefined {
  for (const word of words) {
    const kind = kindOfWord(word);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** The section that a page belongs to, by its id: long ones are bound in several. */
export const sectionOfPage = (id: string): string => id.replace(/-\d+-continued$/, '');

/** The kind that the words of a heading name: “Prologue”, “Part Two”. */
export function kindNamedBy(heading: string, kinds: readonly SectionKind[] = sectionKinds): SectionKind | undefined {
  const words = heading
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<![.:!])[.:!]+$/, '');
  const own = kinds.find((kind) => {
    const match = traitsOf(kind).heading?.exec(words);
    return match?.index === 0 && match[0].length === words.length;
  });
  return own ?? kinds.find((kind) => isNamedElsewhere(heading, kind));
}

/** The same in other languages. */
function isNamedElsewhere(heading: string, kind: SectionKind): boolean {
  switch (kind) {
    case 'prologue':
    case 'epilogue':
    case 'preface':
    case 'afterword':
    case 'dedication':
    case 'notes':
    case 'summary':
      return isStoryWord(heading.replace(/[.:!\s]+$/, ''), kind);
    case 'part':
      return numberedHeading(heading)?.opens === 'part';
    default:
      return false;
  }
}
