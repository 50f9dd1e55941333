/** Which editions a command line asks for. */
import { type EditionName, editionNames } from '../book/editions.ts';

/** The editions that values of `--edition` name, each once, in the order asked for. Without any, the first of the table. */
export function chooseEditions(values: readonly (EditionName | 'all')[] = []): readonly EditionName[] {
  const chosen = new Set(values.flatMap((value) => (value === 'all' ? editionNames : value)));
  return chosen.size > 0 ? [...chosen] : editionNames.slice(0, 1);
}
