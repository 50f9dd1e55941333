/**
 * Lines that somebody drew between scenes: a shape alone in its paragraph, a border below one. Mammoth sees none of
 * them. In: a Word document’s XML. Out: the same, a paragraph `* * *` after each; and how many shapes stand beside words.
 */
import { SaxesParser } from 'saxes';

export interface RulesTyped {
  readonly xml: string;
  /** Lines drawn beside the words of a paragraph: above them or below, nobody can tell. */
  readonly unplaced: number;
}

/** The first line of a paragraph’s state; paragraphs nest, in boxes of text. */
interface Open {
  hasText: boolean;
  hasPicture: boolean;
  hasLine: boolean;
  readonly borders: Set<string>;
  inBorders: boolean;
  styled: boolean;
}

const typed = '<w:p><w:r><w:t>* * *</w:t></w:r></w:p>';

/** Types the breaks that were drawn. */
export function typeRules(xml: string): RulesTyped {
  const parser = new SaxesParser();
  const open: Open[] = [];
  const after: { readonly position: number; readonly isBorderOfText: boolean; readonly paragraph: number }[] = [];
  let paragraph = 0;
  let isWords = false;
  let unplaced = 0;
  let boxes = 0; // words in a box beside the text are no words of the paragraph it hangs on
  parser.on('error', () => {}); // mammoth will say what is wrong
  parser.on('opentag', ({ name, attributes }) => {
    const top = open.at(-1);
    if (name === 'w:p')
      open.push({
        hasText: false,
        hasPicture: false,
        hasLine: false,
        borders: new Set(),
        inBorders: false,
        styled: false,
      });
    else if (name === 'w:txbxContent') boxes++;
    else if (name === 'w:t') isWords = true;
    if (!top) return;
    if (name === 'w:pBdr') top.inBorders = true;
    else if (top.inBorders && !/^(?:none|nil)$/.test(String(attributes['w:val']))) top.borders.add(name);
    else if (name === 'w:pStyle') top.styled = /^(?:Title|Subtitle|Heading)/i.test(String(attributes['w:val']));
    else if (isLine(name, attributes)) top.hasLine = true;
    else if (name === 'pic:pic' || name === 'v:imagedata') top.hasPicture = true;
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top && isWords && text.trim() !== '') top.hasText = true; // shapes have numbers between their tags
  });
  parser.on('closetag', ({ name }) => {
    const top = open.at(-1);
    if (name === 'w:txbxContent') boxes--;
    if (name === 'w:t') isWords = false;
    if (name === 'w:pBdr' && top) top.inBorders = false;
    if (name !== 'w:p') return;
    open.pop();
    if (!top || boxes > 0 || open.length > 0) return;
    paragraph++;
    const isEmpty = !top.hasText && !top.hasPicture;
    const isBordered = top.borders.size > 0 && !top.borders.has('w:left') && !top.borders.has('w:right');
    const isBorderOfText =
      !isEmpty && isBordered && top.borders.has('w:bottom') && !top.borders.has('w:top') && !top.styled;
    // Neighbours with one border share it: it is drawn below the last of them.
    if (isBorderOfText && after.at(-1)?.isBorderOfText && after.at(-1)?.paragraph === paragraph - 1) after.pop();
    if ((isEmpty && (top.hasLine || isBordered)) || isBorderOfText)
      after.push({ position: parser.position, isBorderOfText, paragraph });
    else if (top.hasLine && !top.hasPicture) unplaced++;
  });
  parser.write(xml).close();
  let done = 0;
  const parts = after.map(({ position }) => {
    const part = xml.slice(done, position) + typed;
    done = position;
    return part;
  });
  return { xml: parts.join('') + xml.slice(done), unplaced };
}

/** A line as Word and LibreOffice draw one: DrawingML, or VML in older files. */
function isLine(name: string, attributes: Readonly<Record<string, unknown>>): boolean {
  if (name === 'a:prstGeom') return /^(?:line|straightConnector1)$/.test(String(attributes['prst']));
  if (name === 'v:line') return true;
  return name === 'v:rect' && /^t/.test(String(attributes['o:hr']));
}
