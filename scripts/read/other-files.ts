/** Files in the folder of a manuscript that are not in its book. In: paths. Out: which of them are copies, and one hint that names all. */
import { isChaptersFolder, isPiecesFolder, isSectionName, kindOfName, withoutEnding } from '../book/file-names.ts';
import { type Problem, problem } from '../report/problem.ts';

const copy = /(?:[-_. ](?:old|older|backup|bak|copy|draft|orig|original)(?: ?\d+)?| ?\(\d+\))$/i;
const folderOfCopies = /^(?:old|older|backups?|bak|archive|drafts?)$/i;

/** Paths like `chapter-1-old.md` and `old/chapter-1.md`, where `chapter-1.md` is there too. */
export function copiesAmong(paths: readonly string[]): readonly string[] {
  const stems = new Set(paths.map(withoutEnding));
  return paths.filter((path) => {
    const stem = withoutEnding(path);
    const folders = stem.split('/');
    const outside = folders.filter((each, at) => at === folders.length - 1 || !folderOfCopies.test(each)).join('/');
    return [stem.replace(copy, ''), outside].some((each) => each !== stem && stems.has(each));
  });
}

/** Whole books that were put together from their chapters, `all-chapters.md`, where the texts say so, too. */
export function wholesAmong(files: readonly { readonly path: string; readonly text: string }[]): readonly string[] {
  const named = files.filter(({ path }) => nameOfWhole.test(withoutEnding(path)));
  if (named.length === 0 || files.length < 3) return [];
  const openings = files.map(({ path, text }) => ({ path, words: /[^#\s].{80,200}/.exec(text)?.[0] ?? '\0' }));
  return named
    .filter(({ path, text }) => openings.filter((each) => each.path !== path && text.includes(each.words)).length > 1)
    .map(({ path }) => path);
}

const nameOfWhole =
  /(?:^|[-_ /.])(?:all|full|whole|complete|completo|completa|complet|combined|merged|gesamt|alle|tout|book|novel|story|manuscript|libro|livre|buch)(?:$|[-_ .])|全文|全本|全书/i;

/** Folders that some writing tools keep a book in, beside folders of notes. */
const folderOfBook = /^(?:\d+[-_. ]*)?(?:manuscript|manuscrito|manuscrit|manuskript|manoscritto)$/i;
/** Folders of static site generators that hold no text of a story, and those that programs write into. */
const folderOfSite =
  /^(?:_(?:layouts|includes|templates|site|data|drafts|plugins|sass|archive)|build|dist|output|node_modules|archetypes|themes|iterations|revisions|snapshots)$/i;
/** Files about a folder, which repositories have, and those that wikis and sites frame their pages with. */
const aboutFolder =
  /^(?:(?:readme|changelog|change-log|licen[cs]e|contributing|code[-_]of[-_]conduct)(?:[-_.][a-z]{2})?|_(?:sidebar|navbar|coverpage|header|footer)|SECURITY|AGENTS|CLAUDE|TODO)$/;
const isAboutFolder = (path: string): boolean => {
  const stem = withoutEnding(path.split('/').at(-1) ?? '');
  return aboutFolder.test(stem) || aboutFolder.test(stem.toLowerCase());
};

interface Asides {
  /** About the folder, or the site that is made of it. */
  readonly about: readonly string[];
  /** Beside the folder that is named after the manuscript, or after its chapters. */
  readonly beside: readonly string[];
}

/**
 * Markdown files that are no text of the book, unless all are; `named` is where an author may name one of them all the same. Beside a
 * folder of chapters lie notes, unless the folder `isOwn`, a manuscript of the press.
 */
export function asidesAmong(paths: readonly string[], named: string, isOwn = false): Asides {
  const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
  const texts = paths.filter((path) => !isAboutFolder(path));
  const foldersOfTexts = new Set(texts.map(folderOf));
  const alone = paths.filter(
    (path) => isAboutFolder(path) && folderOf(path) !== '' && !foldersOfTexts.has(folderOf(path)),
  );
  const haveTexts = alone.length * 2 >= texts.length;
  const isAbout = (path: string): boolean => {
    if (path.split('/').some((each) => folderOfSite.test(each))) return true;
    // A readme that is alone in a folder is the text of that folder, as some tools have it, where many are.
    return isAboutFolder(path) && !(haveTexts && alone.includes(path));
  };
  const about = new Set(paths.filter((path) => isAbout(path) && !named.includes(path)));
  const rest = paths.filter((path) => !about.has(path));
  const isPlan = planAmong(rest);
  const isInBook = (path: string): boolean => folderOfBook.test(path.split('/')[0] ?? '');
  const isBelow = (isCalled: (name: string) => boolean) => (path: string) =>
    path.split('/').slice(0, -1).some(isCalled);
  // Stories beside the chapters of a book are others.
  const isInTexts = isOwn
    ? undefined
    : [isBelow(isChaptersFolder), isBelow(isPiecesFolder)].find((isIn) => rest.filter(isIn).length > 1);
  const isIn = rest.some(isInBook)
    ? isInBook
    : isInTexts && ((path: string): boolean => isInTexts(path) || isPageBeside(path));
  const beside = rest.filter((path) => (isIn?.(path) === false || isPlan(path)) && !named.includes(path));
  return rest.length > 0 ? { about: [...about], beside } : { about: [], beside: [] };
}

/** What writers keep beside the text of a chapter, where several folders hold a chapter each: `outline.md`, `summary.md`. */
function planAmong(paths: readonly string[]): (path: string) => boolean {
  const isCalledPlan = (path: string): boolean =>
    /(?:^|\/)(?:outline|summary|synopsis|notes?|comments?|plan)\.[^./]+$/i.test(path);
  const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
  const texts = new Set(paths.filter((path) => !isCalledPlan(path)).map(folderOf));
  const plans = paths.filter((path) => isCalledPlan(path) && folderOf(path) !== '' && texts.has(folderOf(path)));
  const isUsual = new Set(plans.map(folderOf)).size > 1;
  return (path) => isUsual && plans.includes(path);
}

/** Whether a file beside the chapters is a page of their book by its name, or by that of its folder; a list of characters is the writer’s. */
function isPageBeside(path: string): boolean {
  const isWritersOwn = path
    .split('/')
    .some((each) => /^(?:characters|notes|summary|contents)$/.test(kindOfName(each) ?? ''));
  return (
    path
      .split('/')
      .some(
        (each) =>
          (isSectionName(each) && !/^\d+(?:st|nd|rd|th)\b/i.test(each)) || /^(?:front|back)[-_ ]?matter$/i.test(each),
      ) && !isWritersOwn
  );
}

/** Told where files are left out that could have been a text of the book. */
export function asidesTold({ about, beside }: Asides): readonly Problem[] {
  const all = [...about, ...beside];
  const [path] = all;
  if (path === undefined) return [];
  const why = [
    ...(about.length > 0 ? [`${listNames(about)} (about the folder or its site)`] : []),
    ...(beside.length > 0 ? [`${listNames(beside)} (beside the folder of the manuscript)`] : []),
  ];
  const reason = `Not in the book: ${why.join(', ')}.`;
  const hint = 'To have one of them in it, list the book’s files in their order under “order” in book.yaml.';
  return [problem('file-ignored', { path }, reason, hint)];
}

/** In letters. */
const longestList = 200_000;

/** Whether a page of a site has nothing but links to others, and marks of the program that makes it: `index.md`, the `SUMMARY.md` of another folder. */
export function isListOfFiles(path: string, text: string): boolean {
  const name = withoutEnding(path.split('/').at(-1) ?? '');
  if ((!/^_?index$/i.test(name) && name !== 'SUMMARY') || text.length > longestList) return false;
  const plain = text
    .replace(/<!--[\s\S]*?(?:-->|$)|\{%[\s\S]*?(?:%\}|$)/g, '')
    .replace(/^#+ (?!.*\]\().*$/gm, '')
    .replace(/<\/?[a-z][^>]*>/gi, ' ');
  const words = (each: string): number => each.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const links = plain.match(/\[[^\]\n]*\]\([^)\n]*\)/g) ?? [];
  const outside = plain.replace(/\[[^\]\n]*\]\([^)\n]*\)/g, ' ').replace(/\{\{[\s\S]*?\}\}/g, ' ');
  // A site’s own program may make the whole list of an index.
  if (links.length === 0 && !/index/i.test(name)) return false;
  const most = links.length > 0 ? Math.max(4 * links.length, 12) : 0;
  return words(outside) <= most && words(outside) < 40;
}

/** One hint for all files that are left out; none where there are none. */
export function notInBook(paths: readonly string[]): readonly Problem[] {
  const [path] = paths;
  if (path === undefined) return [];
  const names = listNames(paths);
  return [
    problem(
      'file-ignored',
      { path },
      `Not in the book: ${names}. It is made of the Markdown files, without copies of them.`,
      'To have one of them in it, bring it in with fleuron import, or give a copy a name of its own.',
    ),
  ];
}

/** The first few of a list, and how many more there are. */
export const listNames = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
