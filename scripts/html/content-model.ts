/**
 * EPUB 3.3's content model for XHTML (HTML's, in XML), as far as a book's text needs it.
 * To allow an element, add a row, or its name to one; what becomes of the other elements is in `tag-policy.ts`.
 */
import { lookUp, sameRow } from '../book/look-up.ts';

/** How an element's children are made valid. */
type Content =
  /** Inline only; when a block stands inside, the element splits and goes into the block. */
  | 'phrasing'
  /** Inline only; when a block stands inside, the element splits around it. */
  | 'paragraph'
  /** Inline only; blocks inside lose their boxes and keep their words. */
  | 'line'
  /** As `line`, but the blocks' lines stay lines. */
  | 'lines'
  /** Blocks and text. */
  | 'flow'
  | 'list'
  | 'definitions'
  | 'table'
  | 'figure'
  | 'details'
  | 'ruby'
  /** Drawn by another vocabulary, and checked before it comes here. */
  | 'foreign'
  | 'empty';

interface Model {
  readonly block: boolean;
  readonly content: Content;
  /** Its loose lines become paragraphs, as they do at the top of a section. */
  readonly paragraphs?: boolean;
  /** The only parents it may have; elsewhere it loses its tag. */
  readonly inside?: readonly string[];
  /** An attribute without which it may not stand. */
  readonly needs?: string;
  /** Ancestors that it may not have; under one it becomes a `div` or a `span`. */
  readonly never?: readonly string[];
}

const inline: Model = { block: false, content: 'phrasing' };
const flow: Model = { block: true, content: 'flow' };

const models: Readonly<Record<string, Model>> = {
  ...sameRow('em strong small mark abbr i b s u code var samp kbd sup sub q cite span bdi a ins del', inline),
  dfn: { ...inline, never: ['dfn'] },
  bdo: { ...inline, needs: 'dir' },
  time: { ...inline, needs: 'dateTime' },
  data: { ...inline, needs: 'value' },
  ...sameRow('br wbr', { block: false, content: 'empty' }),
  img: { block: false, content: 'empty', needs: 'src' },
  input: { block: false, content: 'empty' }, // a task list's box, from Markdown only
  ruby: { block: false, content: 'ruby' },
  ...sameRow('rt rp', { block: false, content: 'line', inside: ['ruby'] }),
  ...sameRow('svg math', { block: false, content: 'foreign' }),
  p: { block: true, content: 'paragraph' },
  ...sameRow('h1 h2 h3 h4 h5 h6', { block: true, content: 'line' }),
  pre: { block: true, content: 'lines' },
  hr: { block: true, content: 'empty' },
  div: flow,
  ...sameRow('section article aside blockquote', { ...flow, paragraphs: true }),
  ...sameRow('header footer', { ...flow, never: ['header', 'footer', 'address'] }),
  address: { ...flow, never: ['address'] },
  ...sameRow('ul ol', { block: true, content: 'list' }),
  li: { ...flow, inside: ['ul', 'ol'] },
  dl: { block: true, content: 'definitions' },
  ...sameRow('dt dd', { ...flow, inside: ['dl', 'div'] }),
  figure: { block: true, content: 'figure' },
  figcaption: { ...flow, inside: ['figure'] },
  details: { block: true, content: 'details', never: ['a'] },
  summary: { block: true, content: 'line', inside: ['details'] },
  table: { block: true, content: 'table', never: ['caption'] },
  caption: { ...flow, inside: ['table'] },
  colgroup: { block: true, content: 'empty', inside: ['table'] },
  col: { block: true, content: 'empty', inside: ['colgroup', 'table'] },
  ...sameRow('thead tbody tfoot', { block: true, content: 'table', inside: ['table'] }),
  tr: { block: true, content: 'table', inside: ['thead', 'tbody', 'tfoot', 'table'] },
  ...sameRow('td th', { ...flow, inside: ['tr'] }),
};

/** The model of an element, if the table has it. */
export function modelOf(name: string): Model | undefined {
  return lookUp(models, name);
}
