/** What the record of a library says of a story, for a catalogue. In: facts of `library.jsonl`. Out: facts as `read-facts.ts` reads them of a book. */
import type { StoryFacts } from '../library/shelf-record.ts';
import type { BookFacts } from './catalog.ts';

export function recordFacts({ id, contributors, subjects, archival, ...facts }: StoryFacts): BookFacts {
  return {
    ...facts,
    identifier: id,
    authors: contributors.filter(({ role }) => role === 'author'),
    subjects: [...new Set([...subjects, ...(archival?.fandoms ?? [])])], // as the book’s package has them
  };
}
