/** How anybody's HTML is read: notes by their links, no looks, no ids. In: what a page's links and pictures mean. Out: a reader. */
import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, RootContent } from 'mdast';
import { isLanguageTag } from '../../book/metadata-schema.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { blocksOf } from './blocks.ts';
import type { Notes, PageNotes } from './find-notes.ts';
import { guessedAs } from './guesses.ts';
import type { HtmlReader } from './html-reader.ts';
import { pageMarkOf } from './page-marks.ts';
import { idOf } from './parse-page.ts';
import { phrasesIn, styledWords, stylesOf } from './phrasing.ts';
import { inside } from './resolve-links.ts';
import { siteNote } from './site-story.ts';
import { isVerse, verseOf } from './verse.ts';
import { shortText, visibleText } from './visible.ts';
import { isHiddenNote, skinPiece, type WorkSkin } from './work-skin.ts';

export interface PageContext {
  readonly pageNotes: PageNotes;
  /** Notes that were met are put in here, by address. */
  readonly notes: Notes;
  /** The page’s path in the source, and the addresses that links lead to. */
  readonly path: string;
  readonly targets: ReadonlySet<string>;
  /** The address in the source that a link means; undefined where it leads out. */
  readonly resolve: (href: string) => string | undefined;
  readonly styleOf?: HtmlReader['styleOf'];
  /** The file that hints name, where its lines can be told. */
  readonly shown?: string | undefined;
  /** The languages of the book, where they are known. */
  readonly langs?: readonly string[] | undefined;
  /** What is left out. */
  readonly skips: (element: Element) => boolean;
  /** What the author’s own classes mean, where the site lets authors have some. */
  readonly skin?: WorkSkin | undefined;
}

const keptInTables: readonly string[] = ['rowspan', 'colspan', 'lang', 'dir', 'start', 'alt'];

/** Makes the reader. */
export function foreignReader({
  pageNotes,
  notes,
  path,
  targets,
  resolve,
  styleOf,
  shown,
  langs = [],
  skips,
  skin,
}: PageContext): HtmlReader {
  const href = (typed: string): string | undefined => {
    const address = typed.trim();
    if (/^(?:https?|mailto|tel):/i.test(address)) return address;
    const within = resolve(address);
    return within === undefined ? undefined : `${inside}${within}`;
  };
  const hidden = new Map<Element, string>();
  const hiddenNote = (element: Element): string => {
    const address = hidden.get(element) ?? `hidden-${hidden.size + 1}`;
    if (!hidden.has(element)) {
      hidden.set(element, address);
      const children = blocksOf(element.children, reader) as FootnoteDefinition['children'];
      notes.set(address, { type: 'footnoteDefinition', identifier: address, label: address, children });
    }
    return address;
  };
  const reader: HtmlReader = {
    exact: false,
    ...(shown !== undefined && {
      place: ({ position }) => ({ path: shown, ...(position && { start: position.start }) }),
    }),
    anchor: (element) => {
      const id = idOf(element);
      const address = id === undefined ? undefined : `${path}#${id}`;
      return address !== undefined && targets.has(address) ? address : undefined;
    },
    href,
    src: (path) => path, // settled before: see settle-pictures.ts
    styleOf,
    foreignLang: (element) => {
      const lang = langs.length > 0 ? (attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang')) : undefined;
      return lang && isLanguageTag(lang) && !langs.some((each) => primary(each) === primary(lang)) ? lang : undefined;
    },
    keep: (name, value, { tagName }) => {
      if (keptInTables.includes(name)) return value;
      const side = /^t[dh]$/.test(tagName) && /^(?:align|style)$/.test(name) && /center|right/i.exec(value)?.[0];
      if (side && (name === 'align' || /text-align/i.test(value)))
        return name === 'align' ? side : `text-align: ${side}`;
      const address = name === 'href' ? href(value) : name === 'src' ? value : undefined;
      return address?.startsWith(inside) ? undefined : address;
    },
    block: (element) => {
      if (skips(element)) return [];
      const address = pageNotes.bodyOf(element);
      if (address !== undefined) {
        const own = withoutLabel(element, pageNotes.labelOf(address));
        const children = withoutNumber(blocksOf(own.children, reader)) as FootnoteDefinition['children'];
        notes.set(address, { type: 'footnoteDefinition', identifier: address, label: address, children });
        return [];
      }
      if (isOrnament(element)) {
        const words = visibleText(element.children, () => false).trim() || `class ${classesOf(element).join(' ')}`;
        return [guessedAs({ type: 'thematicBreak' }, 'a scene break', 'attribute or style that says so', words)];
      }
      const note = siteNote(element, reader);
      if (note) return note;
      const piece = skin && skinPiece(element, reader, skin);
      if (piece) return piece;
      if (isVerse(element)) return verseOf(element, reader, blocksOf);
      return element.tagName === 'p' ? slanted(element, reader) : undefined;
    },
    isNote: (element) => pageNotes.bodyOf(element) !== undefined,
    phrase: (element) => {
      if (skips(element) || pageNotes.isBacklink(element)) return [];
      const page = pageMarkOf(element);
      if (page) return [page];
      const address = isHiddenNote(element) ? hiddenNote(element) : pageNotes.noteOf(element);
      if (address === undefined) return undefined;
      const words = pageNotes.noteOf(element) !== undefined && pageNotes.isWords(element);
      const before = words ? phrasesIn(element, reader) : [];
      return [...before, { type: 'footnoteReference', identifier: address, label: address }];
    },
  };
  return reader;
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** A note without the number that its words open with, which the book prints anyway. */
function withoutLabel(note: Element, label: string): Element {
  const plain = label.replace(/[^\p{L}\p{N}*†‡§]+/gu, '');
  const words = visibleText(note.children, () => false).trimStart();
  const after = words.replace(/^[[(]/, '').slice(plain.length);
  if (plain === '' || !words.replace(/^[[(]/, '').startsWith(plain) || !/^[\s.:)\]]/.test(after)) return note;
  let isDone = false;
  const without = (node: ElementContent): ElementContent => {
    if (isDone || node.type === 'comment') return node;
    if (node.type === 'element') return { ...node, children: node.children.map(without) };
    isDone = node.value.trim() !== '';
    const rest = node.value.slice(node.value.indexOf(plain) + plain.length);
    return isDone ? { ...node, value: rest.replace(/^[\])]/, '') } : node;
  };
  return { ...note, children: note.children.map(without) };
}

/** What is left of “1. ” before a note’s words, once the way back is gone. */
function withoutNumber(blocks: readonly RootContent[]): readonly RootContent[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const [text, ...others] = first.children;
  if (text?.type !== 'text') return blocks;
  const value = text.value.replace(/^(?:\[\s*\])?[\s.:)\]]+/, '');
  return [{ ...first, children: value === '' ? others : [{ ...text, value }, ...others] }, ...rest];
}

/** A paragraph whose own style or class is italic or in small capitals, as converters write a letter or a thought. */
function slanted(element: Element, reader: HtmlReader): readonly RootContent[] | undefined {
  const style = stylesOf(element, reader);
  if (!/italic|oblique|small-caps/i.test(style)) return undefined;
  return blocksOf([{ ...element, properties: {} }], reader).map((block) =>
    block.type === 'paragraph' && !block.children.every(({ type }) => type === 'image')
      ? { ...block, children: styledWords(block.children, style) }
      : block,
  );
}

/** A paragraph or box whose class says that it parts scenes, and that holds no word. */
function isOrnament(element: Element): boolean {
  return (
    (element.tagName === 'p' || element.tagName === 'div') &&
    classesOf(element).some((name) => /scene|break|ornament|separator|asterism|divider/i.test(name)) &&
    !/[\p{L}\p{N}]/u.test(shortText(element, 200) ?? 'words')
  );
}
