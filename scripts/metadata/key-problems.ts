/** What is told of keys that a book does not use. In: entries of its metadata. Out: problems, which `report/fold-problems.ts` counts. */
import { bookKeys, designKeys, sectionKeys, typographyKeys } from '../book/metadata-schema.ts';
import { nearest } from '../report/nearest.ts';
import { type Problem, problem, shortened } from '../report/problem.ts';
import type { Entry, Unused, UnusedKey } from './entry.ts';
import { isbnIn, isRight } from './identifiers.ts';

/** A warning for each key that nobody knows. */
export function unknownKeys(entries: readonly Entry[], isOfFile: boolean): readonly Problem[] {
  if (entries.length === 0) return [];
  const known = Object.keys(isOfFile ? { ...sectionKeys, ...bookKeys } : bookKeys);
  return entries.map(({ key, keyPlace }) => {
    const above = Object.entries({ design: designKeys, typography: typographyKeys }).find(([, keys]) =>
      Object.hasOwn(keys, key),
    )?.[0];
    const guess = nearest(key, known);
    const other = guess ? `Did you mean “${guess}”?` : 'docs/metadata.md lists the keys.';
    const hint = above ? `Write it below “${above}:”, indented by two spaces.` : other;
    return problem('metadata-key', keyPlace, `There is no key “${shortened(key)}”, so it does nothing.`, hint);
  });
}

/** What is said of a key, and what is to be done. */
const reasons: Readonly<Record<Exclude<Unused, 'site'>, readonly [reason: string, hint: string]>> = {
  print: ['is about printed pages, which the book does not follow', 'Say how the book looks with “theme”.'],
  citations: [
    'is about citations, which the press does not look up',
    'Type the citations, and the list of works, as text.',
  ],
  said: [
    'is not used, since another key says it in other words, or what it belongs to is missing',
    'Keep the one that is right.',
  ],
  form: ['is not used, since its value is in no form that is understood', 'docs/metadata.md shows the forms.'],
  person: ['is more than a book can say of a person', 'Take it out, unless it is for another tool.'],
};

/** One hint for each; what speaks of a web site is lost to nobody, and not told. */
export const unusedKeys = (unused: readonly UnusedKey[]): readonly Problem[] =>
  unused.flatMap(({ why, entry: { key, typed, keyPlace }, what = `“${shortened(typed ?? key)}”` }) => {
    if (why === 'site') return [];
    const [reason, hint] = reasons[why];
    return [problem('metadata-unused', keyPlace, `${what} ${reason}.`, hint)];
  });

/** What stands above single files, and speaks of the whole book. */
export const keysOfLaterFiles = (entries: readonly Entry[]): readonly Problem[] =>
  entries.map(({ key, typed, keyPlace }) =>
    problem(
      'metadata-unused',
      keyPlace,
      `“${shortened(typed ?? key)}” above a chapter is no key of a chapter’s, so nothing of it is in the book.`,
      'Where it is true of the whole book, put it into book.yaml.',
    ),
  );

/** A warning for each ISBN whose check digit is wrong. */
export function wrongIsbns(entries: readonly Entry[]): readonly Problem[] {
  return entries
    .filter(({ key }) => key === 'identifier' || key === 'isbn')
    .flatMap((entry) => {
      const { value } = entry;
      const list = typeof value === 'object' && value !== null ? Object.entries(value) : [['', value] as const];
      return list.flatMap(([at, each]) => {
        const isbn = typeof each === 'string' ? isbnIn(each) : undefined;
        if (isbn === undefined || isRight(isbn)) return [];
        const place = entry.valuePlace(at === '' ? [] : [Array.isArray(value) ? Number(at) : at]);
        const reason = `The ISBN ${shortened(String(each))} has a wrong check digit, its last; the book carries it as it is typed.`;
        return [problem('isbn-check', place, reason, 'Compare it with the letter that assigned it. Shops refuse it.')];
      });
    });
}
