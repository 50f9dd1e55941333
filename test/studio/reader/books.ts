/** Books for the reader, by the press: one with notes, and what a test needs of others. */

import { unpackZip } from '../../tools/epub.ts';
import { bookOf } from '../../tools/press.ts';

export const entriesOf = async (manuscript: string, edition = 'epub'): Promise<ReadonlyMap<string, Uint8Array>> =>
  unpackZip(await bookOf(manuscript, { args: ['--edition', edition] }));
