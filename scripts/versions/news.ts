/**
 * What the last update brought, kept in the folder for the page “What Is New”: `.fleuron/news.json` (docs/growing.md). In: what changed.
 * Out: a text, the same for the same changes; and back.
 */
import * as v from 'valibot';
import type { FileChange } from './story-folder.ts';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const news = v.object({
  format: v.literal(1),
  /** The days of the import before, and of this one. */
  from: day,
  to: day,
  chapters: v.array(
    v.object({ path: v.string(), what: v.picklist(['new', 'changed', 'back', 'gone']), added: count, removed: count }),
  ),
});

export type News = Omit<v.InferOutput<typeof news>, 'format'>;

/** Prints; undefined where no chapter changed, and what is kept of the update before is still the last that is new. */
export function printNews(
  changes: readonly FileChange[],
  days: { readonly last: string; readonly now: string },
): string | undefined {
  const chapters = changes.flatMap(({ path, what, added, removed }) =>
    path.endsWith('.md') && what !== 'deleted-here' ? [{ path, what, added, removed }] : [],
  );
  const kept: v.InferOutput<typeof news> = { format: 1, from: days.last, to: days.now, chapters };
  return chapters.length === 0 ? undefined : `${JSON.stringify(kept, undefined, 1)}\n`;
}

/** Reads; undefined where it is none that this press can read. */
export function readNews(text: string): News | undefined {
  try {
    const read = v.safeParse(news, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
