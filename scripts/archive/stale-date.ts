/**
 * Whether a book changed while its date stayed. In: the book that is about to be replaced, and the one that replaces it. Out: a hint.
 * EPUB 3.3 §5.5.3.3: the date says when a publication was last changed; readers know a newer copy by it.
 */
import { escapeAttribute, escapeText } from '../book/escape-xml.ts';
import type { Limits } from '../book/limits.ts';
import { noDate } from '../book/metadata.ts';
import type { Publication } from '../book/publication.ts';
import { type Problem, problem } from '../report/problem.ts';
import { finishedFacts } from './finished-facts.ts';

/** The hint, where the sources are others and the date is the same; none where the author gives no dates, or the older book says too little. */
export function staleDate(
  older: Uint8Array,
  { metadata, provenance }: Publication,
  limits: Limits,
): Problem | undefined {
  if (metadata.modified === noDate) return undefined;
  const facts = finishedFacts(older, limits);
  if (!facts) return undefined;
  const { identifier: name, modified: date, sources: list } = facts;
  const isSameBook = name === escapeText(metadata.identifier) || name === escapeAttribute(metadata.identifier);
  const files = provenance?.files ?? new Map<string, string>();
  if (!isSameBook || date !== metadata.modified || !list || list.files.size === 0) return undefined;
  const isSame = list.files.size === files.size && [...files].every(([path, sum]) => list.files.get(path) === sum);
  if (isSame) return undefined;
  return problem(
    'modified-stale',
    undefined,
    `The manuscript changed since the book that this one replaces, but its date of change is still ${metadata.modified.slice(0, 10)}, so a reading app may keep the older book.`,
    'When you publish it, give the day: “modified: …” in book.yaml.',
  );
}
