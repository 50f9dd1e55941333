/** Obsidian’s links, `[[Note#Heading|alias]]`, and embeds, `![[picture.png|300]]`, `![[Note]]`. In: text. Out: Markdown’s own links, and embeds as the caller makes them. */
import { confidences } from '../confidence.ts';
import { insideAddress, isPictureName } from './addresses.ts';
import type { Report } from './diagnostics.ts';
import { replaceMarks } from './marks.ts';

export interface Vault {
  /** The path of a note or picture that a name means, from the file it stands in. */
  readonly find: (name: string, from: string) => string | undefined;
  /** Whether links may lead to a file: whether it is in the book. */
  readonly isInBook: (path: string) => boolean;
  /** The manuscript path of a picture. */
  readonly picture: (path: string) => string | undefined;
  /** What stands for an embedded note in the text; undefined where it cannot be had. */
  readonly embed: (path: string, heading: string | undefined, line: number) => string | undefined;
}

/** A link or an embed; the bar may be escaped, as tables ask for. Groups: `!`, name, heading or block, alias. */
export const wikilink =
  /(!?)\[\[(?!\[)([^[\]|#\n\u0000]{0,300})(#[^[\]|\n\u0000]{0,300})?(?:(?:\||\u0000\u0000)([^[\]\n]{0,500}))?\]\]/dg;

/** Settles links and embeds of the file at `from`. */
export function rewriteWikilinks(text: string, from: string, vault: Vault, report: Report): string {
  if (!text.includes('[[')) return text;
  return replaceMarks(text, wikilink, ({ groups, line, whole, at }) => {
    const [bang, name = '', rest, alias] = groups;
    const heading = rest?.slice(1).trim();
    const target = name.trim();
    if (target === '' && heading === undefined) return undefined;
    const path = target === '' ? from : vault.find(target, from);
    const left = (why: string) =>
      report({ rule: 'import-left-out', line, what: `Left out: “${whole.slice(0, 80)}”, ${why}` });
    if (bang) {
      if (isPictureName(target)) {
        const words = alias === undefined || /^[\dx\s]*$/.test(alias) ? stemOf(target) : alias;
        const src = path === undefined ? undefined : vault.picture(path);
        if (src === undefined) left('a picture that is not there, or that no book can hold; its name stays as words');
        const before = /[^\s([{“‘"']/.test(text[at - 1] ?? '') ? ' ' : '';
        const after = /[^\s.,;:!?)\]}”’"']/.test(text[at + whole.length] ?? '') ? ' ' : '';
        return src === undefined ? `${before}${words}${after}` : `![${words}](${src})`;
      }
      const made = path === undefined || !vault.isInBook(path) ? undefined : vault.embed(path, heading, line);
      if (made === undefined) left('which cannot be brought in');
      return made ?? '';
    }
    const words = alias?.trim() || shownWords(target, heading);
    // Notes have names; what is a sentence is a thought in brackets.
    if (path === undefined && words === target && /[.,;:!?…"“”]/.test(target)) return undefined;
    if (path === undefined || !vault.isInBook(path)) {
      left('a link to what is not in the book; its words stay');
      return words;
    }
    report({
      rule: 'structure-guessed',
      line,
      what: '“[[…]]” taken as links inside the book',
      confidence: confidences['mark that means one thing'],
    });
    const fragment = heading === undefined || heading.startsWith('^') ? undefined : heading.split('#').at(-1);
    return `[${words}](${insideAddress(path, fragment)})`;
  });
}

/** What Obsidian shows of a link without an alias. */
export function shownWords(target: string, heading: string | undefined): string {
  if (heading === undefined) return target;
  const words = heading.replace(/^\^/, '').replaceAll('#', ' > ');
  return target === '' ? words : `${target} > ${words}`;
}

export const stemOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
