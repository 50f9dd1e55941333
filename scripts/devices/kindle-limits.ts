/** What Send to Kindle takes, as far as Amazon and its users say. */

/** Languages that Kindle says it reads; a book in another may be refused, or read as if it were English. */
const languages: ReadonlySet<string> = new Set(
  'af gsw ar eu nb br ca zh kw co da nl stq en fi fr fy gl de gu hi is ga it ja lb mr ml gv frr no nn pl pt oc rm sco gd es sv ta cy'.split(
    ' ',
  ),
);
/** Whether Kindle lists the language of a tag (BCP 47), whatever script or region goes with it. */
export const isKindleLanguage = (tag: string): boolean => languages.has(tag.split('-', 1)[0]?.toLowerCase() ?? '');

export const megabyte = 1_000_000;
/** Amazon's own limit, in bytes. */
export const largestKindleSize = 200 * megabyte;
/** Above it, people have seen books fail. */
export const safeKindleSize = 50 * megabyte;
