/** Elements of WordprocessingML, made and looked into. */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsNamed, rawText } from '../../html/read-xml.ts';

export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: XmlElement['children'] = [],
): XmlElement => ({ name, attributes, children });

/** A run of words. */
export const textRun = (words: string): XmlElement =>
  element('w:r', {}, [element('w:t', { 'xml:space': 'preserve' }, [words])]);

/** What a property says, as `<w:vMerge w:val="restart"/>`; empty where it is there and says nothing. */
export function wordOf(parent: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(parent, name);
  return child && (child.attributes['w:val'] ?? '');
}

export const namesOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Whether a run has words, a picture, or a note’s number. */
export function showsSomething(run: XmlElement): boolean {
  return (
    shown.some((name) => elementsNamed(run, name).length > 0) ||
    elementsNamed(run, 'w:t').some((each) => rawText(each).trim() !== '')
  );
}

const shown = ['w:drawing', 'w:footnoteReference', 'w:endnoteReference'];
