/** Licences that have a name of their own. In: words as people type them. Out: the whole name, and where the licence can be read. */

interface Licence {
  readonly name: string;
  readonly href: string;
}

/** What the parts of a Creative Commons licence are called; their order is that of the name. */
const terms: Readonly<Record<string, string>> = {
  by: 'Attribution',
  nc: 'NonCommercial',
  nd: 'NoDerivatives',
  sa: 'ShareAlike',
};

const typed =
  /^(?:creative commons|cc|https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/)[\s-]*(by(?:-nc)?(?:-(?:nd|sa))?|zero|0)(?:[\s/-]+v?(\d\.\d))?(?:[\s/]+(?:international|universal))?\/?$/i;

/** A Creative Commons licence by its short name or its address: “CC BY-SA 4.0”; without a version it is the newest. Undefined for all else. */
export function licenceOf(words: string): Licence | undefined {
  const [, given = '', version] = typed.exec(words.trim()) ?? [];
  const parts = given.toLowerCase();
  if (parts === '') return undefined;
  if (!parts.startsWith('by'))
    return { name: 'Creative Commons CC0 1.0 Universal', href: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  const names = parts.split('-').map((part) => terms[part] ?? part);
  const number = version ?? '4.0';
  const scope = number === '4.0' ? ' International' : '';
  return {
    name: `Creative Commons ${names.join('-')} ${number}${scope}`,
    href: `https://creativecommons.org/licenses/${parts}/${number}/`,
  };
}
