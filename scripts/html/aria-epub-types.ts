/**
 * Which roles, states and epub:types raw HTML may carry, from ARIA in HTML, DPUB-ARIA 1.1 and
 * the EPUB Structural Semantics Vocabulary 1.1: what every checker accepts, without what is deprecated.
 */
import { sameRow } from '../book/look-up.ts';

const words = (line: string): readonly string[] => line.split(/\s+/);

/** Elements that may have any role of `anyRole`. */
const free: ReadonlySet<string> = new Set(
  words(
    'p div span em strong small mark abbr dfn i b s u code var samp kbd sup sub q cite bdo bdi blockquote pre ins del',
  ),
);

const anyRole: ReadonlySet<string> = new Set(['note', 'group', 'region', 'presentation', 'img']);

const roles: Readonly<Record<string, readonly string[]>> = {
  section: words(`doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter doc-colophon
    doc-conclusion doc-credit doc-credits doc-dedication doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-foreword
    doc-glossary doc-index doc-introduction doc-notice doc-part doc-preface doc-prologue doc-pullquote doc-qna note region`),
  aside: words('doc-dedication doc-example doc-footnote doc-pullquote doc-tip note region presentation'),
  a: words('doc-backlink doc-biblioref doc-glossref doc-noteref'),
  ...sameRow('h1 h2 h3 h4 h5 h6', ['doc-subtitle']),
  hr: words('separator presentation doc-pagebreak'),
  img: ['presentation'],
  ...sameRow('ul ol', ['list', 'group']),
  article: ['region', 'presentation'],
  figure: ['group'],
};

/** The role to keep on an element, if it is one that may stand there. */
export function roleOf(element: string, value: string): string | undefined {
  const role = value.trim().toLowerCase();
  if (Object.hasOwn(roles, element)) return roles[element]?.includes(role) ? role : undefined;
  return free.has(element) && anyRole.has(role) ? role : undefined;
}

/** EPUB Structural Semantics Vocabulary 1.1, for documents. */
const types: ReadonlySet<string> = new Set(
  words(`abstract acknowledgments afterword answer answers appendix assessment assessments backlink backmatter balloon biblioentry
  bibliography biblioref bodymatter bridgehead chapter colophon concluding-sentence conclusion contributors copyright-page
  cover covertitle credit credits dedication division endnote endnotes epigraph epilogue errata figure footnote footnotes
  foreword frontmatter fulltitle glossary glossdef glossref glossterm halftitle halftitlepage imprimatur imprint index
  index-editor-note index-entry index-entry-list index-group index-headnotes index-legend index-locator index-locator-list
  index-locator-range index-term index-term-categories index-term-category index-xref-preferred index-xref-related
  introduction keyword keywords label landmarks learning-objective learning-objectives learning-outcome learning-outcomes
  learning-resource learning-resources learning-standard learning-standards list list-item loa loi lot lov noteref notice
  ordinal other-credits pagebreak panel panel-group part practice practices preamble preface prologue pullquote qna question
  referrer revision-history seriespage sound-area subtitle table table-cell table-row text-area tip title titlepage toc
  topic-sentence volume`),
);

/** The words of an `epub:type` that the vocabulary has. */
export function epubTypeOf(value: string): string | undefined {
  const known = value.split(/\s+/).filter((word) => types.has(word));
  return known.length ? [...new Set(known)].join(' ') : undefined;
}
