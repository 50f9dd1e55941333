/** Files in the folder of a manuscript that are not in its book. In: paths. Out: which of them are copies, and one hint that names all. */
import { withoutEnding } from '../book/file-names.ts';
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
