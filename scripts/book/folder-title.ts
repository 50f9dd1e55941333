/** What a page about a folder calls the book in it: a readme, or an index. In: its text, the folder's name. Out: title and author. */
import { bare, byline, isName } from './header-lines.ts';

export interface FolderTitle {
  readonly title: string;
  readonly author: string | undefined;
}

/** The first heading of the first level, unless it is a name that only folders have; an author where the lines below name one. */
export function folderTitle(text: string, folder: string): FolderTitle | undefined {
  const rows = text
    .replace(/^---\n[\s\S]*?\n---[ \t]*\n/, '')
    .slice(0, mostCharacters)
    .split('\n');
  const at = rows.findIndex((row, each) => headingOf(row, rows[each + 1]) !== undefined);
  const title = plain(headingOf(rows[at] ?? '', rows[at + 1]) ?? '');
  if (title === '' || title.length > 100 || isFolderName(title, folder)) return undefined;
  const below = rows
    .slice(at + 1)
    .filter((row) => !/^[\s=-]*$/.test(row))
    .slice(0, 3);
  return { title, author: below.map((row) => byline(plain(row))).find((name) => name !== undefined && isName(name)) };
}

/** The heading stands at the start, or the page is about something else first. */
const mostCharacters = 3000;

const headingOf = (row: string, next = ''): string | undefined =>
  /^ {0,3}#(?!#)[ \t]*(.*\S)/.exec(row)?.[1]?.replace(/[ \t]#+$/, '') ??
  /<h1\b[^>]*>(.*?)<\/h1>/i.exec(row)?.[1] ??
  (/^={3,}[ \t]*$/.test(next) && row.trim() !== '' ? row : undefined);

/** Emoji, with what joins them, and spaces. */
const ornaments = '(?:\\p{Extended_Pictographic}|\\uFE0F|\\u200D|\\s)+';

/** A line without marks of Markdown and HTML, pictures, and the ornaments before it; what stands in a book's title marks alone. */
function plain(row: string): string {
  const words = row
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[*`\\]|(?<!\p{L})_|_(?!\p{L})/gu, '')
    .replace(new RegExp(`^${ornaments}|${ornaments}$`, 'gu'), '');
  return /《([^《》]+)》/.exec(words)?.[1] ?? words.trim();
}

/** Whether words are the name of a folder, or of any: `my-story`, “Novel”. */
function isFolderName(title: string, folder: string): boolean {
  const isSlug = /^[a-z\d]+(?:[-_./][a-z\d]+)*$/i.test(title);
  return (
    (isSlug && (/[-_./\d]/.test(title) || bare(title) === bare(folder))) ||
    /\bread ?me\b/i.test(title) ||
    isAny.test(title)
  );
}

const isAny =
  /^(?:(?:my|the)\s+)?(?:home|index|books?|novels?|stor(?:y|ies)|writings?|manuscript|(?:table of )?contents|summary|overview|chapters?|about)$/i;
