/**
 * What XHTML 1.1 calls what HTML has learned since, and which attributes it knows (OPS 2.0.1 §2.2).
 * Tables; who carries them out is `legacy-body.ts`, and `legacy-style.ts` for the selectors that mean these elements.
 */
import { lookUp } from '../book/look-up.ts';

/** Newer elements and the older one that stands for each; the newer one's name becomes a class. */
export const successors: Readonly<Record<string, 'div' | 'span'>> = {
  section: 'div',
  article: 'div',
  aside: 'div',
  nav: 'div',
  header: 'div',
  footer: 'div',
  main: 'div',
  hgroup: 'div',
  figure: 'div',
  figcaption: 'div',
  details: 'div',
  summary: 'div',
  address: 'div', // an older one, too, but of one line
  mark: 'span',
  time: 'span',
  data: 'span',
  bdi: 'span',
  u: 'span',
  s: 'span',
  ruby: 'span',
  rt: 'span',
  rp: 'span',
};

/** The older element for a name: itself where XHTML 1.1 has it. */
export function successorOf(name: string): string {
  return lookUp(successors, name) ?? name;
}

const everywhere: ReadonlySet<string> = new Set(['id', 'class', 'title', 'style', 'xml:lang']);
const own: Readonly<Record<string, ReadonlySet<string>>> = {
  a: new Set(['href']),
  img: new Set(['src', 'alt', 'width', 'height']),
  td: new Set(['colspan', 'rowspan']),
  th: new Set(['colspan', 'rowspan', 'scope']),
  col: new Set(['span']),
  colgroup: new Set(['span']),
  ins: new Set(['cite', 'datetime']),
  del: new Set(['cite', 'datetime']),
  q: new Set(['cite']),
  blockquote: new Set(['cite']),
};

/** Whether XHTML 1.1 lets an element have an attribute. */
export function mayHave(name: string, attribute: string, value: string): boolean {
  if (attribute === 'dir') return name !== 'br' && (value === 'ltr' || value === 'rtl');
  if (attribute === 'xml:lang' && name === 'br') return false;
  return everywhere.has(attribute) || (lookUp(own, name)?.has(attribute) ?? false);
}

/** Elements of XHTML 1.1 that are blocks. */
export const blocks: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 div ul ol dl table pre blockquote hr'.split(' '),
);
/** Those that hold a line and no block. */
export const lines: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 pre dt caption'.split(' '));
