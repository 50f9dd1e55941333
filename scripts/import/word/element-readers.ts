/**
 * How each element of a Word document is read, a row for each: a new one is kept, read through, or told here.
 * In: an element, and where it stands. Out: what mammoth reads in its place, put there.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed, rawText } from '../../html/read-xml.ts';
import { texOf } from '../html/mathml-tex.ts';
import { element, namesOf } from './elements.ts';
import type { FrontRole } from './front-lines.ts';
import { mathOf } from './omml.ts';
import type { StyleProperties } from './paragraph-looks.ts';
import { plainTable } from './plain-table.ts';
import type { StyleTraits } from './style-traits.ts';
import { type SymbolAt, symbolOf, textIn } from './symbol-text.ts';
import type { Part } from './word-parts.ts';

/** What cannot come into the book. */
export type LeftOut =
  | 'chunks'
  | 'contents'
  | 'diagrams'
  | 'charts'
  | 'comments'
  | 'formulas'
  | 'symbols'
  | 'notes'
  | 'lines';

/** What a document is read with, and what is learned while it is read. */
export interface Reading {
  readonly styles: StyleProperties;
  readonly symbolAt: SymbolAt;
  readonly traits: StyleTraits;
  /** What Word’s lists put before the words of chapters’ headings. */
  readonly numbers: ReadonlyMap<XmlElement, string>;
  /** Paragraphs that their looks alone make headings. */
  readonly headings: ReadonlySet<XmlElement>;
  /** What the lines before the first chapter are by their looks. */
  readonly front: ReadonlyMap<XmlElement, FrontRole>;
  /** Whether there is a note: `footnote 2`. It is called once for each reference, in their order. */
  readonly hasNote: (name: string) => boolean;
  /** The number of a picture that can be had; undefined where its description stands in its place. */
  readonly pictureOf: (target: Part['targets'], id: string) => number | undefined;
  readonly leaveOut: (what: LeftOut) => void;
}

/** Where an element stands. */
export interface At {
  /** The blocks made so far. */
  readonly blocks: XmlElement[];
  /** The paragraph that is being read; absent between paragraphs. */
  readonly line?: { readonly runs: XmlElement[]; hasLine: boolean } | undefined;
  /** Properties of the run: one of each name. */
  readonly properties: ReadonlyMap<string, XmlElement>;
  /** The runs of a paragraph whose end was struck out: they belong to the next. */
  readonly joined: XmlElement[];
  /** What a drawing says of itself. */
  readonly description?: string | undefined;
  /** Whether formulas stand on lines of their own. */
  readonly isDisplay?: boolean | undefined;
}

/** The walk through a part, which readers go on with. */
export interface Walk {
  readonly targets: Part['targets'];
  readonly reading: Reading;
  /** Reads the elements in one. */
  readonly each: (parent: XmlElement, at: At) => void;
  readonly paragraph: (node: XmlElement, at: At) => void;
  /** The blocks in an element that stands for itself: a cell. */
  readonly blocksIn: (parent: XmlElement) => readonly XmlElement[];
}

type Read = (node: XmlElement, at: At, walk: Walk) => void;

/** The relationship that every picture has in what this makes, and its address there; its number is its description. */
export const pictureTarget = { id: 'fleuronPicture', path: 'media/picture.png' };

/** The styles of runs that this gives to a ruby and to its reading. */
export const rubyStyles = { base: 'FleuronRuby', text: 'FleuronRubyText' };

/** The styles of runs that are TeX. */
export const mathStyles = { inline: 'FleuronMath', display: 'FleuronMathDisplay' };

/** What of a run’s looks means something. */
const kept = namesOf('w:rStyle w:b w:i w:strike w:smallCaps w:vertAlign w:rFonts');

const put = (atom: XmlElement, at: At, own?: readonly (readonly [string, string])[]): void => {
  const properties = new Map([
    ...at.properties,
    ...(own ?? []).map(([name, value]) => [name, element(name, { 'w:val': value })] as const),
  ]);
  const run = element('w:r', {}, [
    ...(properties.size > 0 ? [element('w:rPr', {}, [...properties.values()])] : []),
    atom,
  ]);
  if (at.line) at.line.runs.push(run);
  else at.blocks.push(element('w:p', {}, [run]));
};
const type = (text: string, at: At, own?: readonly (readonly [string, string])[]): void =>
  put(element('w:t', { 'xml:space': 'preserve' }, [text]), at, own);

/** What Word and PowerPoint say of a picture when nobody does: a guess, and that it is one. */
const machineWords =
  /(?:description automatically generated|automatisch generierte beschreibung|description générée automatiquement|descripción generada automáticamente|descrizione generata automaticamente|descrição gerada automaticamente|automatisch gegenereerde beschrijving|автоматически созданное описание|已自动生成说明|自動的に生成された説明)(?: with \S+ confidence)?\.?$|^(?:picture|image|grafik|bild|рисунок|изображение|图片) ?\d*$/iu;

const picture = (id: string | undefined, own: string | undefined, at: At, walk: Walk): void => {
  const number = walk.reading.pictureOf(walk.targets, id ?? '');
  const told = own?.trim() || (at.description ?? '').trim();
  const description = machineWords.test(told) ? '' : told;
  if (number === undefined) {
    if (description !== '') type(` ${description} `, at);
    return;
  }
  const blip = element('a:blip', { 'r:embed': pictureTarget.id });
  const nested = ['pic:blipFill', 'pic:pic', 'a:graphicData', 'a:graphic'].reduce(
    (child, parent) => element(parent, {}, [child]),
    blip,
  );
  const named = element('wp:docPr', { descr: `${number} ${description}` });
  put(element('w:drawing', {}, [element('wp:inline', {}, [named, nested])]), at);
};

const link = (
  node: XmlElement,
  { 'r:id': id = '', 'w:anchor': anchor }: XmlElement['attributes'],
  at: At,
  walk: Walk,
): void => {
  const start = at.line?.runs.length ?? 0;
  walk.each(node, at);
  const to = { ...(walk.targets.has(id) && { 'r:id': id }), ...(anchor !== undefined && { 'w:anchor': anchor }) };
  if (at.line && Object.keys(to).length > 0) at.line.runs.push(element('w:hyperlink', to, at.line.runs.splice(start)));
};

const field = (instruction: string, node: XmlElement, at: At, walk: Walk): void => {
  const mark = (kind: string) => put(element('w:fldChar', { 'w:fldCharType': kind }), at);
  mark('begin');
  put(element('w:instrText', {}, [instruction]), at);
  mark('separate');
  walk.each(node, at);
  mark('end');
};

const note =
  (kind: string): Read =>
  (node, at, walk): void => {
    if (walk.reading.hasNote(`${kind} ${node.attributes['w:id'] ?? ''}`))
      put(element(node.name, { 'w:id': node.attributes['w:id'] ?? '' }), at);
    else walk.reading.leaveOut('notes');
  };

const leaveOut =
  (what: LeftOut): Read =>
  (_node, _at, { reading }) =>
    reading.leaveOut(what);

/** A formula as TeX; its letters where TeX has no sign for one of its elements. */
const formula: Read = (node, at, { reading }) => {
  const tex = texOf(mathOf(node));
  if (tex !== undefined)
    return type(` ${tex} `, at, [['w:rStyle', at.isDisplay ? mathStyles.display : mathStyles.inline]]);
  const letters = [...elementsNamed(node, 'm:t'), ...elementsNamed(node, 'w:t')].map(rawText).join(' ');
  if (letters.trim() === '') return;
  reading.leaveOut('formulas');
  type(letters, at);
};

/** How elements are read; what has no row is read through. */
export const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['w:p', (node, at, walk) => walk.paragraph(node, at)],
  ['w:tbl', (node, at, walk) => void at.blocks.push(...plainTable(node, walk.blocksIn))],
  [
    'w:r',
    (node, at, walk) => {
      const own = elementsIn(childOf(node, 'w:rPr') ?? node).filter(({ name }) => kept.has(name));
      walk.each(node, { ...at, properties: new Map(own.map((one) => [one.name, one])) });
    },
  ],
  [
    'w:t',
    (node, at, walk) => {
      const fonts = at.properties.get('w:rFonts')?.attributes ?? {};
      type(textIn(fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '', rawText(node), walk.reading.symbolAt), at);
    },
  ],
  ['w:noBreakHyphen', (_, at) => type('\u2011', at)],
  ['w:tab', (node, at) => put(node, at)],
  ['w:ptab', (_, at) => put(element('w:tab'), at)],
  ['w:br', (_, at) => put(element('w:br'), at)],
  ['w:cr', (_, at) => put(element('w:br'), at)],
  [
    'w:sym',
    ({ attributes }, at, walk) => {
      const text = symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '', walk.reading.symbolAt);
      if (text === undefined) walk.reading.leaveOut('symbols');
      else type(text, at);
    },
  ],
  ['w:fldChar', (node, at) => put(node, at)],
  ['w:instrText', (node, at) => put(element('w:instrText', {}, [rawText(node)]), at)],
  ['w:fldSimple', (node, at, walk) => field(node.attributes['w:instr'] ?? '', node, at, walk)],
  ['w:bookmarkStart', (node, at) => void (at.line?.runs ?? at.blocks).push(node)],
  ['w:hyperlink', (node, at, walk) => link(node, node.attributes, at, walk)],
  ['w:footnoteReference', note('footnote')],
  ['w:endnoteReference', note('endnote')],
  ['w:commentReference', leaveOut('comments')],
  ['w:altChunk', leaveOut('chunks')],
  ['dgm:relIds', leaveOut('diagrams')],
  ['c:chart', leaveOut('charts')],
  [
    'w:ruby',
    (node, at) => {
      const styled = (name: string, style: string): void => {
        const own = element('w:rStyle', { 'w:val': style });
        for (const part of elementsIn(node).filter((one) => one.name === name))
          for (const text of elementsNamed(part, 'w:t').map(rawText))
            type(text, { ...at, properties: new Map([['w:rStyle', own]]) });
      };
      styled('w:rubyBase', rubyStyles.base);
      styled('w:rt', rubyStyles.text);
    },
  ],
  ['m:oMath', formula],
  ['m:oMathPara', (node, at, walk) => walk.each(node, { ...at, isDisplay: true })],
  [
    'mc:AlternateContent',
    (node, at, walk) => {
      const size = (): number => at.blocks.length + (at.line?.runs.length ?? 0);
      const before = size();
      for (const choice of elementsIn(node)) if (size() === before) walk.each(choice, at);
    },
  ],
  [
    'w:drawing',
    (node, at, walk) => {
      const named = elementsIn(node).flatMap((each) => childOf(each, 'wp:docPr') ?? [])[0];
      const { descr, title } = named?.attributes ?? {};
      const described = { ...at, description: descr?.trim() ? descr : title };
      link(node, childOf(named, 'a:hlinkClick')?.attributes ?? {}, described, walk);
    },
  ],
  ['v:shape', (node, at, walk) => walk.each(node, { ...at, description: node.attributes['alt'] })],
  ['v:textpath', ({ attributes }, at) => type(` ${attributes['string'] ?? ''} `, at)],
  ['a:p', (node, at, walk) => walk.paragraph(node, at)],
  ['a:t', (node, at) => type(rawText(node), at)],
  ['a:br', (_, at) => put(element('w:br'), at)],
  [
    'pic:pic',
    (node, at, walk) => {
      const blip = elementsNamed(node, 'a:blip')[0]?.attributes ?? {};
      picture(blip['r:embed'] || blip['r:link'], elementsNamed(node, 'pic:cNvPr')[0]?.attributes['descr'], at, walk);
    },
  ],
  [
    'v:imagedata',
    ({ attributes }, at, walk) => picture(attributes['r:id'] || attributes['r:href'], attributes['o:title'], at, walk),
  ],
]);
