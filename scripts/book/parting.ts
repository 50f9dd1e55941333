/** In: two texts. Out: both in quotation marks and cut, from a little before where they part, to be shown beside each other. */
export function quoteParting(one: string, other: string, most = 80): readonly [string, string] {
  const [here, there] = [one, other].map((text) => [...text.replace(/\s+/g, ' ').trim()]) as [string[], string[]];
  const same = here.findIndex((letter, at) => letter !== there[at]);
  const from = Math.max(0, (same === -1 ? 0 : same) - Math.floor(most / 3));
  const cut = (letters: readonly string[]): string => {
    if (letters.length === 0) return 'nothing';
    const words = letters
      .slice(from, from + most)
      .join('')
      .trim();
    return `“${from > 0 ? '…' : ''}${words}${letters.length > from + most ? '…' : ''}”`;
  };
  return [cut(here), cut(there)];
}
