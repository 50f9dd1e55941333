/**
 * A part of a Word document in the few elements that mammoth reads, as a careful person would have typed it: changes that
 * were tracked are made, boxes of text stand after their paragraph, formulas and symbols are characters, and what is in an
 * element that nobody knows is read as if it were not there. In: a part. Out: its blocks; what is left out is counted.
 * The words of an import are counted in what this makes, so each element here is kept, read through, or has a row in `element-readers.ts`.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed } from '../../html/read-xml.ts';
import { borderRule, isDrawnLine } from './drawn-rules.ts';
import { type At, type Reading, readers, type Walk } from './element-readers.ts';
import { element, namesOf, showsSomething, textRun } from './elements.ts';
import { type FrontRole, lineGap } from './front-lines.ts';
import { settingOf } from './paragraph-looks.ts';
import type { Part } from './word-parts.ts';

/** What shows nothing: struck out, moved away, instructions, properties. */
const silent = namesOf(
  'w:del w:moveFrom w:delText w:delInstrText w:rPr w:pPr w:sectPr w:tblPr w:tblGrid w:sdtPr w:sdtEndPr w:footnoteRef ' +
    'w:endnoteRef w:annotationRef w:softHyphen w:bookmarkEnd w:lastRenderedPageBreak w:customXmlPr w:smartTagPr',
);

/** What belongs in a line of text. */
const phrases = namesOf('w:r w:t w:hyperlink w:fldSimple w:drawing w:pict w:object m:oMath m:oMathPara');

/** What of a paragraph’s properties means something; what it was taken for is a style. */
function looksOf(properties: XmlElement | undefined, style: string | undefined): readonly XmlElement[] {
  const looks = elementsIn(properties ?? element('w:pPr')).filter(({ name }) => /^w:(?:pStyle|numPr|ind)$/.test(name));
  if (style === undefined) return looks;
  return [element('w:pStyle', { 'w:val': style }), ...looks.filter(({ name }) => name === 'w:ind')];
}

const typedBreak = (): XmlElement => element('w:p', {}, [textRun('* * *')]);
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

  const visit = (node: XmlElement, at: At): void => {
    const { name } = node;
    if (silent.has(name)) return;
    if (at.line && isDrawnLine(node)) at.line.hasLine = true;
    const read = readers.get(name);
    if (!at.line && phrases.has(name)) paragraph(element('w:p', {}, [node]), at);
    else if (read) read(node, at, walk);
    else each(node, at);
  };

  const looksIn = (node: XmlElement, role: FrontRole | undefined): readonly XmlElement[] => {
    const own = childOf(node, 'w:pPr');
    if (role !== undefined) return looksOf(own, role);
    const setting = settingOf(own, reading.styles);
    const level = reading.headings.has(node) ? 1 : reading.traits.level(own);
    return [
      ...looksOf(own, level === undefined ? undefined : `Heading${level}`),
      ...(setting === undefined ? [] : [element('w:jc', { 'w:val': setting })]),
    ];
  };

  const numberOf = (node: XmlElement): readonly XmlElement[] => {
    const number = reading.numbers.get(node);
    return number === undefined ? [] : [textRun(number)];
  };

  const paragraph = (node: XmlElement, at: At): void => {
    const own = childOf(node, 'w:pPr');
    const role = reading.front.get(node);
    if (role === 'contents' || reading.traits.isContents(node)) {
      reading.leaveOut('contents');
      return;
    }
    const looks = looksIn(node, role);
    const line = { runs: [...at.joined.splice(0), ...numberOf(node)], hasLine: false };
    const inside: At = { ...at, blocks: [], line, properties: new Map(), joined: [] };
    each(node, inside);
    const boxes = settled(inside);
    // A large first letter stands in a frame of its own before its paragraph (ECMA-376 Part 1 §17.3.1.11).
    const isInitial = /^(?:drop|margin)$/.test(childOf(own, 'w:framePr')?.attributes['w:dropCap'] ?? '');
    const isJoined = role === 'joined';
    if (isInitial || isJoined || childOf(childOf(own, 'w:rPr'), 'w:del')) {
      if (isJoined) line.runs.push(lineGap);
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

  const walk: Walk = { targets, reading, each, paragraph, blocksIn };
  return blocksIn(root);
}
