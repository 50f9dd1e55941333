/**
 * How each Markdown element looks in XHTML: one handler a node type, for remark-rehype.
 * What is not here is remark-rehype's own: paragraphs, emphasis, lists, quotations, code.
 */
import type { Element, ElementContent } from 'hast';
import type { Heading, Image, ListItem, Paragraph, Table } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import type { Handler, Handlers, State } from 'mdast-util-to-hast';
import type { Note, Section } from '../book/book.ts';
import type { Labels } from '../book/labels.ts';
import { slugs } from '../book/slugs.ts';
import { cleanAttributes } from '../html/attributes.ts';
import { setPiece } from './directive-blocks.ts';
import { headingLevels } from './headings.ts';
import { plainText } from './plain-text.ts';

/** What handlers need to know of the section they print, and what they leave for the steps after them. */
export interface ContentContext {
  readonly section: Section;
  readonly labels: Labels;
  /** The press's mark between scenes. */
  readonly ornament: string;
  /** Set when raw HTML, or links inside links, call for repair. */
  needsRepair: boolean;
  /** Ids that links may name: what the author would write after `#` → the id in the book. */
  readonly anchors: Map<string, string>;
  /** Headings below the section's own, for the contents. */
  readonly headings: { readonly id: string; readonly level: number; readonly title: string }[];
}

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
/** What `:span[…]{…}` may carry. */
const onSpans: ReadonlySet<string> = new Set(['lang', 'xml:lang', 'dir', 'class', 'id']);
const text = (value: string): ElementContent => ({ type: 'text', value });

/** Handlers for one section. */
export function contentHandlers(context: ContentContext): Handlers {
  const { section, labels } = context;
  const notes = new Map<string, Note>(section.notes.map((note) => [note.identifier, note]));
  const references = new Map<string, number>();
  const slug = slugs();
  const level = headingLevels(section.heading?.depth);
  const noteId = (note: Note) => `${section.id}-note-${note.number}`;

  const heading: Handler = (state: State, node: Heading) => {
    const own = node === section.heading;
    const title = plainText(node.children);
    const name = slug(title);
    const id = own ? `${section.id}-title` : `${section.id}-h-${name.ascii}`;
    context.anchors.set(name.typed, id);
    const rank = own ? 1 : level(node.depth);
    if (!own && title) context.headings.push({ id, level: rank, title });
    return patched(
      state,
      node,
      element(`h${rank}`, { id, ...(own && { className: ['title'] }) }, state.all(node) as ElementContent[]),
    );
  };

  const image = (state: State, node: Image): Element =>
    patched(
      state,
      node,
      element('img', { src: node.url, alt: node.alt ?? '', ...(node.title && { title: node.title }) }, []),
    );

  const paragraph: Handler = (state: State, node: Paragraph) => {
    const [only, ...others] = node.children;
    if (only?.type !== 'image' || others.length > 0)
      return patched(state, node, element('p', {}, state.all(node) as ElementContent[]));
    const { title, ...bare } = only;
    const caption = title ? [element('figcaption', { className: ['caption'] }, [text(title)])] : [];
    return patched(state, node, element('figure', { className: ['picture'] }, [image(state, bare), ...caption]));
  };

  const footnoteReference: Handler = (state: State, node) => {
    const note = notes.get(node.identifier);
    if (!note) return undefined;
    const count = (references.get(note.identifier) ?? 0) + 1;
    references.set(note.identifier, count);
    const id = `${section.id}-ref-${note.number}${count > 1 ? `-${count}` : ''}`;
    return patched(
      state,
      node,
      element('a', { href: `#${noteId(note)}`, id, className: ['noteref'], epubType: 'noteref', role: 'doc-noteref' }, [
        text(String(note.number)),
      ]),
    );
  };

  const footnoteDefinition: Handler = (state: State, node) => {
    const note = notes.get(node.identifier);
    if (!note) return undefined;
    const back = element(
      'a',
      {
        href: `#${section.id}-ref-${note.number}`,
        className: ['backlink'],
        role: 'doc-backlink',
        title: labels.backToText,
      },
      [text(`${note.number}.`)],
    );
    const children = state.wrap(state.all(node), true) as ElementContent[];
    const first = children.find((child): child is Element => child.type === 'element');
    if (first?.tagName === 'p') first.children.unshift(back, text(' '));
    else children.unshift(element('p', {}, [back]));
    return patched(
      state,
      node,
      element('aside', { id: noteId(note), className: ['note'], epubType: 'footnote', role: 'doc-footnote' }, children),
    );
  };

  const thematicBreak: Handler = (state: State, node) =>
    patched(state, node, element('p', { className: ['scene-break'], role: 'separator' }, [text(context.ornament)]));

  const html: Handler = (state: State, node) => {
    context.needsRepair = true;
    return patched(state, node, { type: 'raw' as const, value: String(node.value) });
  };

  const textDirective: Handler = (state: State, node: TextDirective) => {
    const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => ({ name, value: value ?? '' }));
    const { properties } = cleanAttributes(
      'span',
      attributes.filter(({ name }) => onSpans.has(name)),
    );
    const made = element('span', properties, state.all(node) as ElementContent[]);
    // Its id is the author's, as one in raw HTML is: it wants a name that the book can hold.
    if (properties['id'] !== undefined) {
      made.data = { ...made.data, fromHtml: true };
      context.needsRepair = true;
    }
    return patched(state, node, made);
  };

  const containerDirective: Handler = (state: State, node: ContainerDirective) =>
    patched(state, node, setPiece(state, node));

  const link: Handler = (state: State, node) => {
    const children = state.all(node) as ElementContent[];
    if (children.some((child) => child.type === 'element' && holdsLink(child))) context.needsRepair = true;
    return patched(state, node, element('a', { href: node.url, ...(node.title && { title: node.title }) }, children));
  };

  const table: Handler = (state: State, node: Table) => {
    const rows = node.children.map((row, at) =>
      patched(
        state,
        row,
        element(
          'tr',
          {},
          row.children.map((cell, column) => {
            const align = node.align?.[column];
            return patched(
              state,
              cell,
              element(
                at === 0 ? 'th' : 'td',
                { ...(at === 0 && { scope: 'col' }), ...(align && { className: [`align-${align}`] }) },
                state.all(cell) as ElementContent[],
              ),
            );
          }),
        ),
      ),
    );
    const [head, ...body] = rows;
    return patched(
      state,
      node,
      element('table', {}, [
        element('thead', {}, head ? [head] : []),
        ...(body.length ? [element('tbody', {}, body)] : []),
      ]),
    );
  };

  const listItem: Handler = (state: State, node: ListItem, parent) => {
    const loose =
      node.spread ||
      (parent?.type === 'list' &&
        (parent.spread || parent.children.some((each) => each.type === 'listItem' && each.spread)));
    const children: ElementContent[] = [];
    for (const child of node.children) {
      const made = state.one(child, node);
      for (const each of made === undefined ? [] : Array.isArray(made) ? made : [made]) {
        if (!loose && each.type === 'element' && each.tagName === 'p') children.push(...each.children);
        else children.push(each);
      }
    }
    if (typeof node.checked === 'boolean') {
      // A form control has no place in a book: the box is a letter, and says what it is.
      const box = element('span', { className: ['task'] }, [text(node.checked ? '☑' : '☐')]);
      const first = children[0];
      if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(box, text(' '));
      else children.unshift(box, text(' '));
    }
    return patched(state, node, element('li', {}, children));
  };

  const code: Handler = (state: State, node) =>
    patched(
      state,
      node,
      element('pre', {}, [
        element('code', node.lang && /^[\w-]+$/.test(node.lang) ? { className: [`language-${node.lang}`] } : {}, [
          text(node.value ? `${node.value}\n` : ''),
        ]),
      ]),
    );

  return {
    heading,
    image,
    paragraph,
    footnoteReference,
    footnoteDefinition,
    thematicBreak,
    html,
    link,
    textDirective,
    containerDirective,
    table,
    listItem,
    code,
  };
}

function holdsLink(node: Element): boolean {
  return node.tagName === 'a' || node.children.some((child) => child.type === 'element' && holdsLink(child));
}

/** Gives a node its source position and what plug-ins put on the mdast node (`data.hName`, `hProperties`, `hChildren`). */
function patched<Made extends { type: string }>(state: State, node: Parameters<State['patch']>[0], made: Made): Made {
  state.patch(node, made as never);
  return state.applyData(node, made as never) as unknown as Made;
}
