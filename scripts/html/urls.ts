/** Which addresses a link in a book may have, and how they are written. */

/** The schemes of links that lead out of a book. */
const outside = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Names of machines as checkers know them: no empty parts, no marks but hyphens and low lines. */
const host = /^[a-z0-9_](?:[a-z0-9_-]*)(?:\.[a-z0-9_-]+)*\.?$/i;

/** Characters that URLs let through but URIs (RFC 3986) and their checkers do not. */
const unsafe = /[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]|%(?![0-9A-Fa-f]{2})/gu;
const encode = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(unsafe, (character) => (character === '%' ? '%25' : encodeURIComponent(character)));

type ParsedUrl =
  /** Leads out of the book, in the form to be written. */
  | { readonly kind: 'outside'; readonly href: string }
  /** Leads somewhere in the manuscript: as the author wrote it. */
  | { readonly kind: 'inside'; readonly href: string }
  | { readonly kind: 'refused' };

/** Sorts an address that an author wrote: out of the book, into it, or refused (scripts, data, files, what no one could follow). */
export function parseUrl(written: string): ParsedUrl {
  // As the URL standard does: no spaces around, no tabs or line ends inside.
  const href = written.replace(/^[\0-\x20]+|(?<![\0-\x20])[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  const remote = /^[\\/]{2}/.test(href);
  if (scheme === undefined && !remote) {
    return { kind: 'inside', href };
  }
  if (scheme !== undefined && !outside.has(`${scheme}:`)) return { kind: 'refused' };
  try {
    const url = new URL(remote ? `https:${href}` : href);
    if (!outside.has(url.protocol) || (/^https?:/.test(url.protocol) && !host.test(url.hostname)))
      return { kind: 'refused' };
    const [before = '', ...fragment] = url.href.split('#');
    return {
      kind: 'outside',
      href: [before, ...(fragment.length ? [fragment.join('%23')] : [])].map(encode).join('#'),
    };
  } catch {
    return { kind: 'refused' };
  }
}
