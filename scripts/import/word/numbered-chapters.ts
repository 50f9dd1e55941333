/**
 * Chapters whose word and number Word’s own list gives, so that no letter of them is typed: “第%1章”, “Chapter %1:” (ECMA-376 Part 1 §17.9.11).
 * In: the body of a document, its lists and styles. Out: what stands before the words of each such paragraph, its number in digits.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed } from '../../html/read-xml.ts';
import { isChapterHeading } from '../story-marks.ts';
import { wordOf } from './elements.ts';
import type { StyleProperties } from './paragraph-looks.ts';

/** Finds them. */
export function numberedChapters(
  body: XmlElement,
  lists: XmlElement | undefined,
  styles: StyleProperties,
): ReadonlyMap<XmlElement, string> {
  const found = new Map<XmlElement, string>();
  const forms = lists ? formsOf(lists) : new Map<string, ListForm>();
  if (forms.size === 0) return found;
  const counts = new Map<ListForm, number>();
  for (const node of elementsIn(body)) {
    const own = childOf(node, 'w:pPr');
    const ofStyle = childOf(styles.get(wordOf(own, 'w:pStyle') ?? ''), 'w:pPr');
    const place = childOf(own, 'w:numPr') ?? childOf(ofStyle, 'w:numPr');
    const form = (wordOf(place, 'w:ilvl') ?? '0') === '0' ? forms.get(wordOf(place, 'w:numId') ?? '') : undefined;
    const words = elementsNamed(node, 'w:t').length > 0;
    if (!form || !words) continue;
    const number = (counts.get(form) ?? form.start - 1) + 1;
    counts.set(form, number);
    found.set(node, `${form.text.replace('%1', String(number)).trim()} `);
  }
  return found;
}

interface ListForm {
  readonly text: string;
  readonly start: number;
}

/** The forms of the lists whose first level counts chapters, by the numbers of those that use them. */
function formsOf(lists: XmlElement): ReadonlyMap<string, ListForm> {
  const abstracts = new Map(
    elementsNamed(lists, 'w:abstractNum').flatMap((list) => {
      const first = elementsIn(list).find(({ name, attributes }) => name === 'w:lvl' && attributes['w:ilvl'] === '0');
      const text = wordOf(first, 'w:lvlText') ?? '';
      const form: ListForm = { text, start: Number(wordOf(first, 'w:start') ?? 1) };
      return text.includes('%1') && isChapterHeading(text.replace('%1', '1'))
        ? [[list.attributes['w:abstractNumId'] ?? '', form] as const]
        : [];
    }),
  );
  return new Map(
    elementsNamed(lists, 'w:num').flatMap((list) => {
      const form = abstracts.get(wordOf(list, 'w:abstractNumId') ?? '');
      return form ? [[list.attributes['w:numId'] ?? '', form] as const] : [];
    }),
  );
}
