/** Word documents of tests. In: the XML of a body, and other parts. Out: a package, as small as one can be. */
import { packZip } from './zip.ts';

const namespaces = [
  'w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'm="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'v="urn:schemas-microsoft-com:vml"',
  'o="urn:schemas-microsoft-com:office:office"',
  'a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
].map((each) => ` xmlns:${each}`);

const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  readonly footnotes?: string;
  /** Of the document, by identifier: kind and address, outside where it has a scheme, or no folder. */
  readonly targets?: Readonly<Record<string, readonly [string, string]>>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Packs a document. */
export function docx(body: string, { footnotes, targets = {}, files = {} }: DocxParts = {}): Uint8Array {
  const root = (name: string, inside: string) =>
    `<?xml version="1.0"?><w:${name}${namespaces.join('')}>${inside}</w:${name}>`;
  const links = Object.entries(targets).map(([id, [kind, target]]) => {
    const outside = /^(?:[a-z]+:|[^/]+$)/i.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"${outside}/>`;
  });
  const relationships = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return packZip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relationships(`<Relationship Id="r1" Type="${kinds}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(links.join('')),
    ...(footnotes !== undefined && { 'word/footnotes.xml': root('footnotes', footnotes) }),
    ...files,
  });
}

/** A paragraph of runs. */
export const paragraph = (inside: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;

/** A run of text, or of other elements. */
export const run = (inside: string): string =>
  `<w:r>${inside.startsWith('<') ? inside : `<w:t xml:space="preserve">${inside}</w:t>`}</w:r>`;
