/**
 * What XHTML 1.1 calls what HTML has learned since, and which attributes it knows (OPS 2.0.1 §2.2).
 * Tables; who carries them out is `legacy-body.ts`, and `legacy-style.ts` for the selectors that mean these elements.
 */
import { lookUp, sameRow } from '../book/look-up.ts';

/** Newer elements and the older one that stands for each; the newer one's name becomes a class. */
export const successors: Readonly<Record<string, 'div' | 'span'>> = {
  // `address` is an older one, too, but of one line.
  ...sameRow(
    'section article aside nav header footer main hgroup figure figcaption details summary address',
    'div' as const,
  ),
  ...sameRow('mark time data bdi u s ruby rt rp', 'span' as const),
};

/** The older element for a name: itself where XHTML 1.1 has it. */
export function successorOf(name: string): string {
  return lookUp(successors, name) ?? name;
}

const everywhere: ReadonlySet<string> = new Set(['id', 'class', 'title', 'style', 'xml:lang']);
const own: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ...sameRow('col colgroup', ['span']),
  ...sameRow('ins del', ['cite', 'datetime']),
  ...sameRow('q blockquote', ['cite']),
};

/** Whether XHTML 1.1 lets an element have an attribute. */
export function mayHave(name: string, attribute: string, value: string): boolean {
  if (attribute === 'dir') return name !== 'br' && (value === 'ltr' || value === 'rtl');
  if (attribute === 'xml:lang' && name === 'br') return false;
  return everywhere.has(attribute) || (lookUp(own, name)?.includes(attribute) ?? false);
}

/** Elements of XHTML 1.1 that are blocks. */
export const blocks: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 div ul ol dl table pre blockquote hr'.split(' '),
);
/** Those that hold a line and no block. */
export const lines: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 pre dt caption'.split(' '));
