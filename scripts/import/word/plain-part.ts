/**
 * A part of a Word document in the few elements that mammoth reads, as a careful person would have typed it: changes that
 * were tracked are made, boxes of text stand after their paragraph, formulas and symbols are characters, and what is in an
 * element that nobody knows is read as if it were not there. In: a part. Out: its blocks; what is left out is counted.
 * The words of an import are counted in what this makes, so each element here is kept, read through, or named in a table below.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { elementsIn, elementsNamed, rawText } from '../read-xml.ts';
import { borderRule, isDrawnLine } from './drawn-rules.ts';
import { childOf, element, namesOf } from './elements.ts';
import { type MathPiece, mathPieces } from './math-text.ts';
import { plainTable } from './plain-table.ts';
import { type SymbolAt, symbolOf, textIn } from './symbol-text.ts';
import type { Part } from './word-parts.ts';

/** What cannot come into the book. */
export type LeftOut = 'chunks' | 'diagrams' | 'charts' | 'comments' | 'symbols' | 'notes' | 'lines';

/** What a document is read with, and what is learned while it is read. */
export interface Reading {
  readonly symbolAt: SymbolAt;
  /** Whether there is a note: `footnote 2`. It is called once for each reference, in their order. */
  readonly hasNote: (name: string) => boolean;
  /** The number of a picture that can be had; undefined where its description stands in its place. */
  readonly pictureOf: (target: Part['targets'], id: string) => number | undefined;
  readonly leaveOut: (what: LeftOut) => void;
}

/** Where an element stands. */
interface At {
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
}

/** The relationship that every picture has in what this makes, and its address there; its number is its description. */
export const pictureTarget = { id: 'fleuronPicture', path: 'media/picture.png' };

/** The styles of runs that this gives to a ruby and to its reading. */
export const rubyStyles = { base: 'FleuronRuby', text: 'FleuronRubyText' };

/** What shows nothing: struck out, moved away, instructions, properties. */
const silent = namesOf(
  'w:del w:moveFrom w:delText w:delInstrText w:rPr w:pPr w:sectPr w:tblPr w:tblGrid w:sdtPr w:sdtEndPr w:footnoteRef ' +
    'w:endnoteRef w:annotationRef w:softHyphen w:bookmarkEnd w:lastRenderedPageBreak w:customXmlPr w:smartTagPr',
);

/** What of a run’s looks means something. */
const kept = namesOf('w:rStyle w:b w:i w:strike w:vertAlign w:rFonts');

/** What belongs in a line of text. */
const phrases = namesOf('w:r w:t w:hyperlink w:fldSimple w:drawing w:pict w:object m:oMath m:oMathPara');

const typedBreak = (): XmlElement => element('w:p', {}, [element('w:r', {}, [element('w:t', {}, ['* * *'])])]);
const borderBreak = typedBreak();

/** The blocks of a part, or of a note in it. */
export function plainPart(root: XmlElement, targets: Part['targets'], reading: Reading): readonly XmlElement[] {
  const blocksIn = (parent: XmlElement): readonly XmlElement[] => {
    const at: At = { blocks: [], properties: new Map(), joined: [] };
    each(parent, at);
    return settled(at);
  };

  /** What is left of a paragraph that nothing followed is one after all. */
  const settled = ({ blocks, joined }: At): readonly XmlElement[] =>
    joined.length > 0 ? [...blocks, element('w:p', {}, joined)] : blocks;

  const each = (parent: XmlElement, at: At): void => {
    for (const child of elementsIn(parent)) visit(child, at);
  };

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

  const visit = (node: XmlElement, at: At): void => {
    const { name } = node;
    if (silent.has(name)) return;
    if (at.line && isDrawnLine(node)) at.line.hasLine = true;
    const read = readers.get(name);
    if (!at.line && phrases.has(name)) paragraph(element('w:p', {}, [node]), at);
    else if (read) read(node, at);
    else each(node, at);
  };

  const paragraph = (node: XmlElement, at: At): void => {
    const own = childOf(node, 'w:pPr');
    const looks = elementsIn(own ?? element('w:pPr')).filter(({ name }) => /^w:(?:pStyle|numPr|ind)$/.test(name));
    const line = { runs: at.joined.splice(0), hasLine: false };
    const inside: At = { ...at, blocks: [], line, properties: new Map(), joined: [] };
    each(node, inside);
    const boxes = settled(inside);
    if (childOf(childOf(own, 'w:rPr'), 'w:del')) {
      at.joined.push(...line.runs);
      at.blocks.push(...boxes);
      return;
    }
    const isEmpty = !line.runs.some(showsSomething);
    const hasPicture = line.runs.some((run) => elementsNamed(run, 'w:drawing').length > 0);
    const rule = at.line ? undefined : borderRule(own);
    // Neighbours with one border share it: it is drawn below the last of them.
    const isBelow = !isEmpty && rule === 'below';
    if (isBelow && at.blocks.at(-1) === borderBreak) at.blocks.pop();
    at.blocks.push(element('w:p', {}, [element('w:pPr', {}, looks), ...line.runs]));
    if (isBelow) at.blocks.push(borderBreak);
    else if (!at.line && isEmpty && (line.hasLine || rule)) at.blocks.push(typedBreak());
    else if (!at.line && line.hasLine && !hasPicture) reading.leaveOut('lines');
    at.blocks.push(...boxes);
  };

  const picture = (id: string | undefined, own: string | undefined, at: At): void => {
    const number = reading.pictureOf(targets, id ?? '');
    const description = own?.trim() || (at.description ?? '').trim();
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

  const link = (node: XmlElement, { 'r:id': id = '', 'w:anchor': anchor }: XmlElement['attributes'], at: At): void => {
    const start = at.line?.runs.length ?? 0;
    each(node, at);
    const to = { ...(targets.has(id) && { 'r:id': id }), ...(anchor !== undefined && { 'w:anchor': anchor }) };
    if (at.line && Object.keys(to).length > 0)
      at.line.runs.push(element('w:hyperlink', to, at.line.runs.splice(start)));
  };

  const field = (instruction: string, node: XmlElement, at: At): void => {
    const mark = (kind: string) => put(element('w:fldChar', { 'w:fldCharType': kind }), at);
    mark('begin');
    put(element('w:instrText', {}, [instruction]), at);
    mark('separate');
    each(node, at);
    mark('end');
  };

  const note =
    (kind: string) =>
    (node: XmlElement, at: At): void => {
      if (reading.hasNote(`${kind} ${node.attributes['w:id'] ?? ''}`))
        put(element(node.name, { 'w:id': node.attributes['w:id'] ?? '' }), at);
      else reading.leaveOut('notes');
    };

  const leaveOut = (what: LeftOut) => (): void => reading.leaveOut(what);

  const formula = (node: XmlElement, at: At): void => {
    for (const { text, side } of mathPieces(node)) type(text, at, side && [['w:vertAlign', side]]);
  };

  const readers: ReadonlyMap<string, (node: XmlElement, at: At) => void> = new Map([
    ['w:p', paragraph],
    ['w:tbl', (node, at) => void at.blocks.push(...plainTable(node, blocksIn))],
    [
      'w:r',
      (node, at) => {
        const own = elementsIn(childOf(node, 'w:rPr') ?? node).filter(({ name }) => kept.has(name));
        each(node, { ...at, properties: new Map(own.map((one) => [one.name, one])) });
      },
    ],
    [
      'w:t',
      (node, at) => {
        const fonts = at.properties.get('w:rFonts')?.attributes ?? {};
        type(textIn(fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '', rawText(node), reading.symbolAt), at);
      },
    ],
    ['w:noBreakHyphen', (_, at) => type('\u2011', at)],
    ['w:tab', (node, at) => put(node, at)],
    ['w:ptab', (_, at) => put(element('w:tab'), at)],
    ['w:br', (_, at) => put(element('w:br'), at)],
    ['w:cr', (_, at) => put(element('w:br'), at)],
    [
      'w:sym',
      ({ attributes }, at) => {
        const text = symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '', reading.symbolAt);
        if (text === undefined) reading.leaveOut('symbols');
        else type(text, at);
      },
    ],
    ['w:fldChar', (node, at) => put(node, at)],
    ['w:instrText', (node, at) => put(element('w:instrText', {}, [rawText(node)]), at)],
    ['w:fldSimple', (node, at) => field(node.attributes['w:instr'] ?? '', node, at)],
    ['w:bookmarkStart', (node, at) => void (at.line?.runs ?? at.blocks).push(node)],
    ['w:hyperlink', (node, at) => link(node, node.attributes, at)],
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
            for (const { text } of textsIn(part)) type(text, { ...at, properties: new Map([['w:rStyle', own]]) });
        };
        styled('w:rubyBase', rubyStyles.base);
        styled('w:rt', rubyStyles.text);
      },
    ],
    ['m:oMath', formula],
    [
      'm:oMathPara',
      (node, at) => {
        if (at.line?.runs.some(showsSomething)) put(element('w:br'), at);
        each(node, at);
      },
    ],
    [
      'mc:AlternateContent',
      (node, at) => {
        const size = (): number => at.blocks.length + (at.line?.runs.length ?? 0);
        const before = size();
        for (const choice of elementsIn(node)) if (size() === before) each(choice, at);
      },
    ],
    [
      'w:drawing',
      (node, at) => {
        const named = elementsIn(node).flatMap((each) => childOf(each, 'wp:docPr') ?? [])[0];
        const { descr, title } = named?.attributes ?? {};
        link(node, childOf(named, 'a:hlinkClick')?.attributes ?? {}, {
          ...at,
          description: descr?.trim() ? descr : title,
        });
      },
    ],
    ['v:shape', (node, at) => each(node, { ...at, description: node.attributes['alt'] })],
    ['v:textpath', ({ attributes }, at) => type(` ${attributes['string'] ?? ''} `, at)],
    ['a:p', paragraph],
    ['a:t', (node, at) => type(rawText(node), at)],
    ['a:br', (_, at) => put(element('w:br'), at)],
    [
      'pic:pic',
      (node, at) => {
        const blip = elementsNamed(node, 'a:blip')[0]?.attributes ?? {};
        picture(blip['r:embed'] || blip['r:link'], elementsNamed(node, 'pic:cNvPr')[0]?.attributes['descr'], at);
      },
    ],
    [
      'v:imagedata',
      ({ attributes }, at) => picture(attributes['r:id'] || attributes['r:href'], attributes['o:title'], at),
    ],
  ]);

  return blocksIn(root);
}

const textsIn = (node: XmlElement): readonly MathPiece[] =>
  elementsNamed(node, 'w:t').map((each) => ({ text: rawText(each) }));

function showsSomething(run: XmlElement): boolean {
  return (
    elementsNamed(run, 'w:drawing').length > 0 || elementsNamed(run, 'w:t').some((each) => rawText(each).trim() !== '')
  );
}
