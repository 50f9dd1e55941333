/**
 * What becomes of tags that an EPUB can't keep as they are: obsolete ones get their modern name, forms and
 * frames lose their tags, active ones go. Elements with a row in `content-model.ts` stay; the unknown lose their tags.
 */

import { voidElements } from '../book/html-elements.ts';
import { lookUp } from '../book/look-up.ts';
import { modelOf } from './content-model.ts';

export interface TagPolicy {
  /** `keep` under `name`; `unwrap` keeps what is inside; `drop` keeps nothing of a tag; `erase` nothing up to its end. */
  readonly what: 'keep' | 'unwrap' | 'drop' | 'erase';
  readonly name?: string;
  readonly className?: string;
  /** Whether an author is told. */
  readonly told: boolean;
  /** Whether its words stand apart from those around it. */
  readonly apart?: boolean;
}

const as = (name: string, className?: string): TagPolicy => ({
  what: 'keep',
  name,
  ...(className && { className }),
  told: false,
});
const unwrap: TagPolicy = { what: 'unwrap', told: true };
const quietly: TagPolicy = { what: 'unwrap', told: false };
const apart: TagPolicy = { what: 'unwrap', told: true, apart: true };
const drop: TagPolicy = { what: 'drop', told: true };
const dropQuietly: TagPolicy = { what: 'drop', told: false };
const erase: TagPolicy = { what: 'erase', told: true };

const policies: Readonly<Record<string, TagPolicy>> = {
  // Obsolete, with a modern equal
  acronym: as('abbr'),
  big: as('span', 'larger'),
  center: as('div', 'align-center'),
  dir: as('ul'),
  image: as('img'),
  listing: as('pre'),
  menu: as('ul'),
  nobr: as('span', 'nowrap'),
  plaintext: as('pre'),
  strike: as('s'),
  tt: as('code'),
  xmp: as('pre'),

  // A web page's furniture is a plain box in a book
  dialog: as('div'),
  fieldset: as('div'),
  form: { what: 'keep', name: 'div', told: true },
  hgroup: as('div'),
  legend: as('div'),
  main: as('div'),
  nav: as('div'),
  search: as('div'),

  // Words without a box
  html: quietly,
  head: quietly,
  body: quietly,
  picture: quietly,
  frameset: unwrap,
  title: apart,
  textarea: apart,
  option: apart,
  optgroup: apart,
  noscript: quietly,
  noembed: quietly,
  noframes: quietly,
  rb: quietly,
  rtc: quietly,

  // Nothing to read
  area: drop,
  base: drop,
  basefont: drop,
  bgsound: drop,
  command: drop,
  embed: drop,
  frame: drop,
  input: drop,
  isindex: drop,
  keygen: drop,
  link: drop,
  meta: drop,
  param: dropQuietly,
  source: dropQuietly,
  spacer: dropQuietly,
  track: dropQuietly,

  // Code, and other people's pages
  script: erase,
  style: erase,
  iframe: erase,
};

/** HTML's void elements, and those that it had before. */
export const voids: ReadonlySet<string> = new Set([
  ...voidElements,
  ...['basefont', 'bgsound', 'command', 'frame', 'image', 'isindex', 'keygen', 'param', 'spacer'],
]);

/** What becomes of a tag in raw HTML, by its name in lower case. */
export function tagPolicyOf(name: string): TagPolicy {
  const policy = lookUp(policies, name);
  if (policy) return policy;
  if (modelOf(name)) return as(name);
  // Word and its kin put their own namespaces into what they copy: <o:p>, <w:sdt>, <st1:place>.
  return name.includes(':') ? quietly : unwrap;
}
