/** Which editions a command line asks for. */
import { type EditionName, editionNames, isEditionName } from '../book/editions.ts';
import { nearest } from '../report/nearest.ts';

/** The editions that words name, each once, in the order asked for; or what is wrong with them. Without words, the first. */
export function chooseEditions(words: readonly string[]): readonly EditionName[] | { readonly misused: string } {
  const chosen = new Set<EditionName>();
  for (const word of words) {
    if (word === 'all') for (const name of editionNames) chosen.add(name);
    else if (isEditionName(word)) chosen.add(word);
    else {
      const guess = nearest(word, [...editionNames, 'all']);
      const expected = `${editionNames.join(', ')} or all`;
      return {
        misused: `Unexpected edition “${word}”, expected ${expected}${guess ? `. Did you mean “${guess}”?` : ''}`,
      };
    }
  }
  return chosen.size > 0 ? [...chosen] : editionNames.slice(0, 1);
}
