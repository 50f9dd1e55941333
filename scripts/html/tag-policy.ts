/**
 * What becomes of tags that an EPUB can't keep as they are: obsolete ones get their modern name, forms and
 * frames lose their tags, active ones go. Elements with a row in `content-model.ts` stay; the unknown lose their tags.
 */
import { voidElements } from '../book/html-elements.ts';
import { lookUp, sameRow } from '../book/look-up.ts';
import { modelOf } from './content-model.ts';

interface TagPolicy {
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

const policies: Readonly<Record<string, TagPolicy>> = {
  // Obsolete, with a modern equal
  acronym: as('abbr'),
  big: as('span', 'larger'),
  center: as('div', 'align-center'),
  image: as('img'),
  nobr: as('span', 'nowrap'),
  strike: as('s'),
  tt: as('code'),
  ...sameRow('dir menu', as('ul')),
  ...sameRow('listing plaintext xmp', as('pre')),

  // A web page's furniture is a plain box in a book
  ...sameRow('dialog fieldset hgroup legend main nav search', as('div')),
  form: { what: 'keep', name: 'div', told: true },

  // Words without a box
  ...sameRow('html head body picture noscript noembed noframes rb rtc', quietly),
  frameset: unwrap,
  ...sameRow('title textarea option optgroup', { what: 'unwrap', told: true, apart: true }),

  // Nothing to read
  ...sameRow('area base basefont bgsound command embed frame input isindex keygen link meta', {
    what: 'drop',
    told: true,
  }),
  ...sameRow('param source spacer track', { what: 'drop', told: false }),

  // Code, and other people's pages
  ...sameRow('script style iframe', { what: 'erase', told: true }),
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
