/**
 * Markdown’s own links and pictures, those in raw HTML too. In: a file’s text. Out: text whose inner links are marked until the new
 * names of files are known, and whose pictures have their manuscript paths. Nothing is fetched.
 */
import { isMarkdownName } from '../../book/dialect-signs.ts';
import { insideAddress, isPictureName, pathOf } from './addresses.ts';
import { bracketsOf, lineCounter } from './brackets.ts';
import type { Report } from './diagnostics.ts';
import { endOfAddress, mask } from './mask-code.ts';

export interface Places {
  readonly isInBook: (path: string) => boolean;
  /** The manuscript path of a picture at a path of the source. */
  readonly picture: (path: string) => string | undefined;
  /** Where pictures may lie beside their plain place, as `resources/`. */
  readonly pictureFolders: readonly string[];
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Settles all of a file. */
export function rewriteLinks(text: string, from: string, places: Places, report: Report): string {
  const masked = mask(text, { addresses: false });
  const lineOf = lineCounter(text);
  const edits: Edit[] = [];
  const pairs = [...bracketsOf(masked)].sort(([, one], [, other]) => one - other);
  for (const [open, close] of pairs) {
    if (masked[close + 1] !== '(') continue;
    const end = endOfAddress(masked, close + 2);
    const inside = end === undefined ? undefined : readAddress(text.slice(close + 2, end));
    if (end === undefined || !inside) continue;
    const isPicture = masked[open - 1] === '!';
    const made = isPicture ? pictureAddress(inside.address, from, places) : linkAddress(inside.address, from, places);
    if (made === inside.address) continue;
    if (made !== undefined) {
      edits.push({ from: close + 2, to: end, text: `${made}${inside.title}` });
      continue;
    }
    report({
      rule: 'import-left-out',
      line: lineOf(open),
      what: isPicture
        ? `Left out: the picture “${inside.address.slice(0, 80)}”, which is not in the folder, or is of a kind that no book holds; its words stay`
        : `Left out: the address “${inside.address.slice(0, 80)}”, which leads to nothing in the book; its words stay`,
    });
    // Words of a picture are words of their own.
    const before = isPicture && /[^\s([{“‘"']/.test(text[open - 2] ?? '') ? ' ' : '';
    const after = isPicture && /[^\s.,;:!?)\]}”’"']/.test(text[end + 1] ?? '') ? ' ' : '';
    edits.push(
      { from: open - (isPicture ? 1 : 0), to: open + 1, text: before },
      { from: close, to: end + 1, text: after },
    );
  }
  const settled = applied(text, edits);
  return rewriteTags(rewriteDefinitions(settled, from, places), from, places);
}

/** Makes edits that do not overlap. */
function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const edit of [...edits].sort((one, other) => one.from - other.from || one.to - other.to)) {
    if (edit.from < done) continue;
    parts.push(text.slice(done, edit.from), edit.text);
    done = edit.to;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

function readAddress(inside: string): { readonly address: string; readonly title: string } | undefined {
  const found = /^\s*(?:<([^<>\n]*)>|([^\s<][^\s]*))(\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/.exec(inside);
  if (!found) return undefined;
  const address = (found[1] ?? found[2] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
  return address === '' ? undefined : { address, title: found[3] ?? '' };
}

/** What stands for a link’s address: itself where it leads out, a mark where it leads to a file of the book, else nothing. */
function linkAddress(address: string, from: string, { isInBook }: Places): string | undefined {
  if (/^(?:https?|mailto|tel|inside):/i.test(address)) return address;
  const fragment = /#(.*)$/s.exec(address)?.[1];
  if (address.startsWith('#')) return fragment ? insideAddress(from, plain(fragment)) : undefined;
  const path = pathOf(address, from);
  const found = path === undefined ? undefined : namesOf(path).find(isInBook);
  return found === undefined ? undefined : insideAddress(found, fragment === undefined ? undefined : plain(fragment));
}

/** A page of the web site that a tool makes is the Markdown file that it was made of. */
const namesOf = (path: string): readonly string[] =>
  isMarkdownName(path)
    ? [path]
    : [
        path,
        `${path}.md`,
        path.replace(/\.x?html?$/i, '.md'),
        `${path}/README.md`,
        path.replace(/index\.html$/i, 'README.md'),
      ];

const plain = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

function pictureAddress(address: string, from: string, { picture, pictureFolders }: Places): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(address) && !/^[a-z]:\\/i.test(address)) return undefined;
  const candidates = [pathOf(address, from), ...pictureFolders.map((folder) => pathOf(`${folder}/${address}`, ''))];
  for (const path of candidates) {
    const found = path === undefined ? undefined : picture(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `[label]: address` on a line of its own. */
function rewriteDefinitions(text: string, from: string, places: Places): string {
  if (!/^ {0,3}\[[^\]]{1,999}\]:/m.test(text)) return text;
  const rows = text.split('\n');
  const masked = mask(text, { addresses: false, tags: false }).split('\n');
  return rows
    .map((row, at) => {
      const lead = /^ {0,3}\[(?!\^)[^[\]\u0000]{1,300}\]:[ \t]*(?=\S)/.exec(masked[at] ?? '')?.[0];
      const inside = lead === undefined ? undefined : readAddress(row.slice(lead.length));
      if (lead === undefined || !inside) return row;
      const made = isPictureName(inside.address)
        ? pictureAddress(inside.address, from, places)
        : linkAddress(inside.address, from, places);
      return made === undefined ? row : `${row.slice(0, lead.length)}${made}${inside.title}`;
    })
    .join('\n');
}

/** `<img src="…">` and `<a href="…">`. */
function rewriteTags(text: string, from: string, places: Places): string {
  if (!/<(?:img|a)\s/i.test(text)) return text;
  const masked = mask(text, { tags: false });
  const edits = [...masked.matchAll(/<(img|a)\s[^<>]{0,3000}>/gi)].flatMap(({ index, 0: whole, 1: name }) => {
    const tag = text.slice(index, index + whole.length);
    const found = /\s(?:src|href)=(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    const address = found?.[1] ?? found?.[2];
    if (!found || address === undefined) return [];
    const made =
      name?.toLowerCase() === 'img' ? pictureAddress(address, from, places) : linkAddress(address, from, places);
    if (made === undefined) return [];
    const at = index + found.index;
    return [{ from: at, to: at + found[0].length, text: `${found[0].slice(0, found[0].indexOf('=') + 1)}"${made}"` }];
  });
  return applied(text, edits);
}
