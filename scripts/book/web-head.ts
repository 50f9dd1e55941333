/** What every web edition begins with. In: its language and direction. Out: HTML, by which the press knows its own. */

/** Only what the file itself holds is shown; nothing runs, nothing is fetched. */
const policy =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Every web edition begins so, and is known by it; where this changes, `isWebEdition` has to know the older form too. */
export const webHead = (lang: string, dir: string): string => `<!DOCTYPE html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
`;

/** Whether a text that begins so is a web edition that the press printed. */
export function isWebEdition(head: string): boolean {
  const [, lang = '', dir = ''] = /^<!DOCTYPE html>\n<html lang="([^"]*)" dir="([a-z]*)">\n/.exec(head) ?? [];
  return head.startsWith(webHead(lang, dir));
}
