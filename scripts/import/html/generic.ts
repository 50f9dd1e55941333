/** How anybody's HTML is read: notes by their links, no looks, no ids. In: what a page's links and pictures mean. Out: a Reading. */
import type { FootnoteDefinition } from 'mdast';
import { blocksOf } from './blocks.ts';
import type { Notes, PageNotes } from './notes.ts';
import type { Reading } from './reading.ts';
import { classesOf, type HtmlElement } from './tree.ts';
import { visibleText } from './visible.ts';

export interface Means {
  readonly pageNotes: PageNotes;
  /** Notes that were met are put in here, by address. */
  readonly notes: Notes;
  readonly href: Reading['href'];
  readonly src: Reading['src'];
  readonly styleOf?: Reading['styleOf'];
  /** What is left out. */
  readonly skips: (element: HtmlElement) => boolean;
}

const keptInTables: readonly string[] = ['rowspan', 'colspan', 'lang', 'dir', 'start', 'alt'];

/** Makes the reading. */
export function genericReading({ pageNotes, notes, href, src, styleOf, skips }: Means): Reading {
  const reading: Reading = {
    exact: false,
    href,
    src,
    styleOf,
    keep: ({ attributes }) =>
      [...attributes].flatMap(([name, value]): readonly (readonly [string, string])[] => {
        if (keptInTables.includes(name)) return [[name, value]];
        const address = name === 'href' ? href(value) : name === 'src' ? src(value) : undefined;
        return address === undefined ? [] : [[name, address]];
      }),
    block: (element) => {
      if (skips(element)) return [];
      const address = pageNotes.bodyOf(element);
      if (address !== undefined) {
        const children = blocksOf(element.children, reading) as FootnoteDefinition['children'];
        notes.set(address, { type: 'footnoteDefinition', identifier: address, label: address, children });
        return [];
      }
      if (isOrnament(element)) return [{ type: 'thematicBreak' }];
      return undefined;
    },
    phrase: (element) => {
      if (skips(element) || pageNotes.isBacklink(element)) return [];
      const address = pageNotes.noteOf(element);
      return address === undefined ? undefined : [{ type: 'footnoteReference', identifier: address, label: address }];
    },
  };
  return reading;
}

/** A paragraph or box whose class says that it parts scenes, and that holds no word. */
function isOrnament(element: HtmlElement): boolean {
  return (
    (element.name === 'p' || element.name === 'div') &&
    classesOf(element).some((name) => /scene|break|ornament|separator|asterism|divider/i.test(name)) &&
    !/[\p{L}\p{N}]/u.test(visibleText(element.children, () => false))
  );
}
