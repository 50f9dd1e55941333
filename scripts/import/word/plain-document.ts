/**
 * A Word document as mammoth can read all of it. In: its files. Out: a package of plain parts (`plain-part.ts`), the words in
 * them, the addresses of its pictures, and what it has that no book can hold.
 */
import { encodeUtf8 } from '../../book/bytes.ts';
import { printXml, type XmlElement } from '../../book/xml-element.ts';
import { elementsIn, elementsNamed, rawText } from '../../html/read-xml.ts';
import { pictureEnding, readPicture } from '../html/collect-pictures.ts';
import { isSceneBreak } from '../story-marks.ts';
import type { Files } from '../unzip.ts';
import { type LeftOut, pictureTarget, type Reading } from './element-readers.ts';
import { element } from './elements.ts';
import { frontLines } from './front-lines.ts';
import { numberedChapters } from './numbered-chapters.ts';
import { keepEmptyLines, styleProperties } from './paragraph-looks.ts';
import { plainPart } from './plain-part.ts';
import { sizedHeadings } from './sized-headings.ts';
import { styleTraits } from './style-traits.ts';
import type { SymbolAt } from './symbol-text.ts';
import { type Part, partOfKind, prefixes, readPart } from './word-parts.ts';

export interface PlainDocument {
  readonly files: Files;
  /** The text of each paragraph. */
  readonly visible: readonly string[];
  /** The address of each picture, by the number that stands for it. */
  readonly pictures: readonly string[];
  /** The addresses of those that cannot be had. */
  readonly missing: readonly string[];
  readonly leftOut: ReadonlyMap<LeftOut, number>;
  /** The words of paragraphs that their looks alone make headings. */
  readonly headings: readonly string[];
}

interface Means {
  /** Whether its first lines may be a title page. */
  readonly hasFront: boolean;
  /** The authors that its properties name. */
  readonly creators: readonly string[];
  readonly beside: (path: string) => Uint8Array | undefined;
  readonly symbolAt: SymbolAt;
}

/** Makes the document, and the notes that it refers to. */
export function plainDocument(
  files: Files,
  document: Part,
  { hasFront, creators, beside, symbolAt }: Means,
): PlainDocument {
  const pictures: string[] = [];
  const missing = new Set<string>();
  const leftOut = new Map<LeftOut, number>();
  const kinds = ['footnote', 'endnote'].map((kind) => {
    const part = readPart(files, partOfKind(files, document, `${kind}s`));
    const notes = part ? elementsNamed(part.root, `w:${kind}`) : [];
    return { kind, part, byName: new Map(notes.map((note) => [`${kind} ${note.attributes['w:id'] ?? ''}`, note])) };
  });
  const wanted = new Set<string>();
  const body = elementsIn(document.root).find(({ name }) => name === 'w:body') ?? document.root;
  const styles = styleProperties(readPart(files, partOfKind(files, document, 'styles'))?.root);
  const traits = styleTraits(styles);
  const lists = readPart(files, partOfKind(files, document, 'numbering'))?.root;
  const numbers = numberedChapters(body, lists, styles);
  const byLooks = sizedHeadings(body, styles, traits.isHeading);
  const headings = new Set([...byLooks, ...numbers.keys()]);
  const reading: Reading = {
    symbolAt,
    styles,
    traits,
    numbers,
    headings,
    front: hasFront ? frontLines(body, { styles, traits, headings, creators }) : new Map(),
    hasNote: (name) => {
      const isThere = !wanted.has(name) && kinds.some(({ byName }) => byName.has(name));
      if (isThere) wanted.add(name);
      return isThere;
    },
    pictureOf: (targets, id) => {
      const { path = id, isOutside = false } = targets.get(id) ?? {};
      const bytes = isOutside ? readPicture(path, beside) : files.get(path);
      if (bytes && pictureEnding(bytes)) return pictures.push(isOutside ? path : addressOf(path)) - 1;
      missing.add(path);
      return undefined;
    },
    leaveOut: (what) => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1),
  };
  const parts = [
    {
      name: 'document',
      part: document,
      children: [element('w:body', {}, keepEmptyLines(plainPart(body, document.targets, reading)))],
    },
  ];
  for (const { kind, part, byName } of kinds) {
    if (!part) continue;
    const notes = [...byName].flatMap(([name, note]) => {
      if (!wanted.has(name)) return [];
      const id = { 'w:id': note.attributes['w:id'] ?? '' };
      return [element(`w:${kind}`, id, plainPart(note, part.targets, reading))];
    });
    parts.push({ name: `${kind}s`, part, children: notes });
  }
  const plain = parts.flatMap(({ name, part, children }): readonly (readonly [string, Uint8Array])[] => [
    [`word/${name}.xml`, encodeUtf8(printXml(element(`w:${name}`, declared, children)))],
    [`word/_rels/${name}.xml.rels`, encodeUtf8(printXml(relationships(part)))],
  ]);
  const kept = ['styles', 'numbering'].flatMap((name) => {
    const bytes = files.get(partOfKind(files, document, name) ?? '');
    return bytes ? [[`word/${name}.xml`, bytes] as const] : [];
  });
  return {
    files: new Map([...plain, ...kept]),
    visible: parts.flatMap(({ children }) => children.flatMap(paragraphsOf)),
    pictures,
    missing: [...missing],
    leftOut,
    headings: [...byLooks].map(textIn),
  };
}

const declared = Object.fromEntries(
  [...prefixes, ['urn:x', 'x'] as const].map(([uri, prefix]) => [`xmlns:${prefix}`, uri]),
);

function relationships({ targets }: Part): XmlElement {
  const named = [...targets].map(([id, { path, isOutside }]) => [id, isOutside ? path : ''] as const);
  const all = [...named, [pictureTarget.id, pictureTarget.path] as const];
  return element(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    all.map(([id, target]) => element('Relationship', { Id: id, Target: target, Type: '' })),
  );
}

/** A path as a page names it. */
const addressOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The text of each paragraph; a row of ornaments is a break, and none. */
function paragraphsOf(node: XmlElement): readonly string[] {
  if (node.name !== 'w:p') return elementsIn(node).flatMap(paragraphsOf);
  const line = textIn(node);
  return isSceneBreak(line) ? [] : [line];
}

function textIn(node: XmlElement): string {
  if (node.name === 'w:t') return rawText(node);
  if (node.name === 'w:tab' || node.name === 'w:br') return ' ';
  return elementsIn(node).map(textIn).join('');
}
