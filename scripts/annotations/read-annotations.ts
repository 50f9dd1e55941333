/**
 * Reads what reading programs export of highlights and remarks. In: a file’s text. Out: annotations in its order; undefined where it is
 * none of the known forms:
 *
 * - KOReader’s sidecar (`metadata.epub.lua`), of 2024 and later (`annotations`), and older (`highlight`, with remarks in `bookmarks`);
 * - calibre’s viewer and library (JSON, `highlights` or `annotations`);
 * - W3C Web Annotations (https://www.w3.org/TR/annotation-model/), as Readium and Thorium export them (`AnnotationSet`);
 * - Kobo’s and Adobe’s `.annot` (XML).
 */
import { parsedJson } from '../book/bytes.ts';
import type { XmlElement } from '../book/xml-element.ts';
import { elementsNamed, ownText, readXml } from '../html/read-xml.ts';
import type { Annotation } from './annotation.ts';
import { readLua } from './read-lua.ts';

/** Reads; undefined where the form is not known. */
export async function readAnnotations(text: string): Promise<readonly Annotation[] | undefined> {
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return fromJson(parsedJson(text) as Value);
  if (start.startsWith('<')) return fromXml(text);
  if (/^(?:--[^\n]*\n\s*)*return\s*\{/.test(start)) return fromKoreader(await readLua(text));
  return undefined;
}

type Value = unknown;

const at = (value: Value, ...keys: readonly string[]): Value =>
  keys.reduce<Value>((inner, key) => (isMapping(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
const isMapping = (value: Value): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null;
const listAt = (value: Value, ...keys: readonly string[]): readonly Value[] => {
  const found = at(value, ...keys);
  return Array.isArray(found) ? found : isMapping(found) ? Object.values(found) : [];
};
const textAt = (value: Value, ...keys: readonly string[]): string => {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found.trim() : '';
};

const isTold = ({ text, remark }: Annotation): boolean => text !== '' || remark !== '';

function fromKoreader(table: Value): readonly Annotation[] | undefined {
  if (table === undefined) return undefined;
  const made = listAt(table, 'annotations').map((each) => ({
    text: textAt(each, 'text'),
    remark: textAt(each, 'note'),
    before: '',
    behind: '',
    chapter: textAt(each, 'chapter'),
  }));
  // Older: highlights by page, and a bookmark for each, whose words are the remark where they are not made by the program.
  const remarks = new Map(listAt(table, 'bookmarks').map((each) => [textAt(each, 'datetime'), textAt(each, 'text')]));
  const older = listAt(table, 'highlight')
    .flatMap((page) => listAt(page))
    .map((each) => {
      const remark = remarks.get(textAt(each, 'datetime')) ?? '';
      const isMade = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(remark);
      return {
        text: textAt(each, 'text'),
        remark: isMade ? '' : remark,
        before: '',
        behind: '',
        chapter: textAt(each, 'chapter'),
      };
    });
  return [...made, ...(made.length > 0 ? [] : older)].filter(isTold);
}

function fromJson(value: Value): readonly Annotation[] | undefined {
  const items = Array.isArray(value) ? value : listAt(value, 'items');
  if (items.some((each) => at(each, 'target') !== undefined)) return items.map(fromWeb).filter(isTold);
  const own = Array.isArray(value) ? value : [...listAt(value, 'highlights'), ...listAt(value, 'annotations')];
  if (!own.some((each) => textOfCalibre(each, 'highlighted_text') !== '')) return undefined;
  return own
    .map((each) => ({
      text: textOfCalibre(each, 'highlighted_text'),
      remark: textOfCalibre(each, 'notes'),
      before: '',
      behind: '',
      chapter:
        [...listAt(each, 'toc_family_titles'), ...listAt(each, 'annotation', 'toc_family_titles')].map(String).at(-1) ??
        '',
    }))
    .filter(isTold);
}

/** In the library’s export the highlight stands one level deeper. */
const textOfCalibre = (value: Value, key: string): string => textAt(value, key) || textAt(value, 'annotation', key);

function fromWeb(value: Value): Annotation {
  const target = at(value, 'target');
  const selectors = Array.isArray(at(target, 'selector')) ? listAt(target, 'selector') : [at(target, 'selector')];
  const quote = selectors.find((each) => textAt(each, 'type') === 'TextQuoteSelector');
  const [body] = Array.isArray(at(value, 'body')) ? listAt(value, 'body') : [at(value, 'body')];
  return {
    text: textAt(quote, 'exact'),
    remark: textAt(body, 'value') || textAt(value, 'bodyValue'),
    before: textAt(quote, 'prefix'),
    behind: textAt(quote, 'suffix'),
    chapter: typeof target === 'string' ? target : textAt(target, 'source'),
  };
}

/** The words stand in the fragment that the target names, the remark in the content. */
function fromXml(text: string): readonly Annotation[] | undefined {
  const root = readXml(text);
  if (root?.name !== 'annotationSet') return undefined;
  const textIn = (element: XmlElement | undefined, name: string): string =>
    element ? elementsNamed(element, name).map(ownText).join(' ').trim() : '';
  return elementsNamed(root, 'annotation')
    .map((each) => ({
      text: textIn(elementsNamed(each, 'fragment')[0], 'text'),
      remark: textIn(elementsNamed(each, 'content')[0], 'text'),
      before: '',
      behind: '',
      chapter: elementsNamed(each, 'fragment')[0]?.attributes['start']?.split('#')[0] ?? '',
    }))
    .filter(isTold);
}
