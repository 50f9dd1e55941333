/**
 * EPUB 3.3's content model for XHTML (HTML's, in XML), as far as a book's text needs it.
 * To allow an element, add a row; what becomes of the other elements is in `tag-policy.ts`.
 */
import { lookUp } from '../book/look-up.ts';

/** How an element's children are made valid. */
export type Content =
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

export interface Model {
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
const division: Model = { block: true, content: 'flow', paragraphs: true };
const heading: Model = { block: true, content: 'line' };

export const models: Readonly<Record<string, Model>> = {
  em: inline,
  strong: inline,
  small: inline,
  mark: inline,
  abbr: inline,
  dfn: { ...inline, never: ['dfn'] },
  i: inline,
  b: inline,
  s: inline,
  u: inline,
  code: inline,
  var: inline,
  samp: inline,
  kbd: inline,
  sup: inline,
  sub: inline,
  q: inline,
  cite: inline,
  span: inline,
  bdo: { ...inline, needs: 'dir' },
  bdi: inline,
  time: { ...inline, needs: 'dateTime' },
  data: { ...inline, needs: 'value' },
  a: inline,
  ins: inline,
  del: inline,
  br: { block: false, content: 'empty' },
  wbr: { block: false, content: 'empty' },
  img: { block: false, content: 'empty', needs: 'src' },
  input: { block: false, content: 'empty' }, // a task list's box, from Markdown only
  ruby: { block: false, content: 'ruby' },
  rt: { block: false, content: 'line', inside: ['ruby'] },
  rp: { block: false, content: 'line', inside: ['ruby'] },
  svg: { block: false, content: 'foreign' },
  math: { block: false, content: 'foreign' },
  p: { block: true, content: 'paragraph' },
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  pre: { block: true, content: 'lines' },
  hr: { block: true, content: 'empty' },
  div: flow,
  section: division,
  article: division,
  aside: division,
  blockquote: division,
  header: { ...flow, never: ['header', 'footer', 'address'] },
  footer: { ...flow, never: ['header', 'footer', 'address'] },
  address: { ...flow, never: ['address'] },
  ul: { block: true, content: 'list' },
  ol: { block: true, content: 'list' },
  li: { ...flow, inside: ['ul', 'ol'] },
  dl: { block: true, content: 'definitions' },
  dt: { ...flow, inside: ['dl', 'div'] },
  dd: { ...flow, inside: ['dl', 'div'] },
  figure: { block: true, content: 'figure' },
  figcaption: { ...flow, inside: ['figure'] },
  details: { block: true, content: 'details', never: ['a'] },
  summary: { block: true, content: 'line', inside: ['details'] },
  table: { block: true, content: 'table', never: ['caption'] },
  caption: { ...flow, inside: ['table'] },
  colgroup: { block: true, content: 'empty', inside: ['table'] },
  col: { block: true, content: 'empty', inside: ['colgroup', 'table'] },
  thead: { block: true, content: 'table', inside: ['table'] },
  tbody: { block: true, content: 'table', inside: ['table'] },
  tfoot: { block: true, content: 'table', inside: ['table'] },
  tr: { block: true, content: 'table', inside: ['thead', 'tbody', 'tfoot', 'table'] },
  td: { ...flow, inside: ['tr'] },
  th: { ...flow, inside: ['tr'] },
};

/** The model of an element, if the table has it. */
export function modelOf(name: string): Model | undefined {
  return lookUp(models, name);
}
