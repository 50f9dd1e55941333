/**
 * The parts of a Word document. In: its files. Out: the document and its notes as elements, under one set of prefixes whatever
 * the file calls them, and what their relationships lead to (ECMA-376 Part 2 §6; strict and transitional names alike).
 */
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { pathIn } from '../../book/epub-addresses.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { elementsIn, elementsNamed, readXml } from '../../html/read-xml.ts';
import { textOf } from '../epub/package.ts';
import type { Files } from '../unzip.ts';

export interface Target {
  /** The path in the archive; as it was written where it leads out. */
  readonly path: string;
  readonly type: string;
  readonly isOutside: boolean;
}

/** A part, and what the identifiers in it lead to. */
export interface Part {
  readonly root: XmlElement;
  readonly targets: ReadonlyMap<string, Target>;
}

/** The namespaces that a document is read by. What is of another has the prefix `x`. */
export const prefixes: readonly (readonly [string, string])[] = [
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
];

const byAddress = new Map([
  ...prefixes,
  ...prefixes.map(
    ([address, prefix]) =>
      [
        address.replace('http://schemas.openxmlformats.org/', 'http://purl.oclc.org/ooxml/').replace('/2006/', '/'),
        prefix,
      ] as const,
  ),
]);

/** The path of the main document: as the package names it, or where Word puts it. */
export function documentPath(files: Files): string | undefined {
  const named = [...targetsOf(files, '').values()].find(({ type }) => type.endsWith('/officeDocument'))?.path;
  return [named ?? '', 'word/document.xml'].find((path) => files.has(path));
}

/** Reads a part; undefined where there is none, or where it is not well-formed. */
export function readPart(files: Files, path: string | undefined): Part | undefined {
  const bytes = path === undefined ? undefined : files.get(path);
  const root = bytes && readNamespaced(textOf(bytes));
  return root && { root, targets: targetsOf(files, path ?? '') };
}

/** The path of the part that a relationship of this kind leads to, or where Word puts it. */
export const partOfKind = (files: Files, document: Part, kind: string): string | undefined =>
  [[...document.targets.values()].find(({ type }) => type.endsWith(`/${kind}`))?.path ?? '', `word/${kind}.xml`].find(
    (path) => files.has(path),
  );

function targetsOf(files: Files, path: string): ReadonlyMap<string, Target> {
  const bytes = files.get(path.replace(/([^/]*)$/, '_rels/$1.rels'));
  const root = bytes && readXml(textOf(bytes));
  const all = root ? elementsNamed(root, 'Relationship') : [];
  return new Map(
    all.flatMap(({ attributes }) => {
      const { Id: id, Target: target, Type: type = '' } = attributes;
      if (id === undefined || target === undefined) return [];
      const isOutside = attributes['TargetMode'] === 'External';
      const inside = isOutside ? undefined : target.startsWith('/') ? target.slice(1) : pathIn(path, target);
      return [[id, { path: inside ?? target, type, isOutside }] as const];
    }),
  );
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

function readNamespaced(text: string): XmlElement | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [{ name: '', attributes: {}, children: [] }];
  let isWhole = true;
  parser.on('error', ({ message }) => {
    if (!/namespace prefix/.test(message)) isWhole = false;
  });
  parser.on('opentag', ({ prefix, local, uri, attributes }) => {
    const named = Object.values(attributes as Record<string, SaxesAttributeNS>)
      .filter((each) => each.prefix !== 'xmlns' && each.name !== 'xmlns')
      .map((each) => [each.prefix === '' ? each.local : nameOf(each), each.value] as const);
    open.push({ name: nameOf({ prefix, local, uri }), attributes: Object.fromEntries(named), children: [] });
  });
  parser.on('text', (value) => void open.at(-1)?.children.push(value));
  parser.on('cdata', (value) => void open.at(-1)?.children.push(value));
  parser.on('closetag', () => {
    const done = open.length > 1 ? open.pop() : undefined;
    if (done) open.at(-1)?.children.push(done);
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  const [root] = open;
  return isWhole && root ? elementsIn(root)[0] : undefined;
}

/** A prefix that nothing declares is taken at its word. */
const nameOf = ({ prefix, local, uri }: Pick<SaxesAttributeNS, 'prefix' | 'local' | 'uri'>): string =>
  `${byAddress.get(uri) ?? (uri === '' && prefix !== '' ? prefix : 'x')}:${local}`;
