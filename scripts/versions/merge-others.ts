/** What an import writes beside Markdown: `book.yaml`, whose keys are merged one by one, and a style sheet, which is replaced where nobody changed it. */
import { editYaml } from '../metadata/edit-keys.ts';
import type { Side } from './link-files.ts';
import { mergeYaml } from './merge-yaml.ts';
import { areInOrder } from './place-files.ts';
import type { Conflict, FileChange, StoryFolder } from './story-folder.ts';

interface MergedOthers {
  readonly texts: ReadonlyMap<string, string>;
  readonly changes: readonly FileChange[];
}

/** Merges; `reading` are the paths of the updated folder in reading order, which `order` says where names would say otherwise. */
export function mergeOthers(
  { base, mine, theirs }: Readonly<Record<Side, StoryFolder>>,
  { bookFile, reading }: { readonly bookFile: string; readonly reading: readonly string[] },
): MergedOthers {
  const texts = new Map<string, string>();
  const changes: FileChange[] = [];
  const change = (path: string, before: string, text: string, conflicts: readonly Conflict[]) => {
    if (text !== before) texts.set(path, text);
    if (text !== before || conflicts.length > 0)
      changes.push({ path, heading: undefined, what: 'changed', added: 0, removed: 0, conflicts });
  };
  const own = mine.texts.get(bookFile);
  const [old = '', fresh = ''] = [base.texts.get('book.yaml'), theirs.texts.get('book.yaml')];
  const merged = own === undefined ? undefined : mergeYaml(own, old, fresh, ['order']);
  if (own !== undefined && merged)
    change(bookFile, own, withOrder(merged.text, mine, theirs, reading), conflictsOf(merged.refused));
  else if (own !== undefined && old !== fresh) change(bookFile, own, own, [{ line: 1, mine: own, theirs: fresh }]);
  for (const [path, text] of theirs.texts) {
    if (path === 'book.yaml' || theirs.order.includes(path) || text === base.texts.get(path)) continue;
    const here = mine.texts.get(path);
    if (here === base.texts.get(path)) change(path, here ?? '', text, []);
    else if (here !== text) change(path, here ?? '', here ?? '', [{ line: 1, mine: '', theirs: text }]);
  }
  return { texts, changes };
}

const conflictsOf = (refused: readonly { readonly mine: string; readonly theirs: string }[]): readonly Conflict[] =>
  refused.map((each) => ({ line: 1, ...each }));

function withOrder(text: string, mine: StoryFolder, theirs: StoryFolder, reading: readonly string[]): string {
  const isSame = mine.order.join('\n') === reading.join('\n');
  const isTyped = /^order:/m.test(text);
  const isNeeded = isTyped || !areInOrder(reading) || /^order:/m.test(theirs.texts.get('book.yaml') ?? '');
  if (isSame || !isNeeded) return text;
  return editYaml(text, [{ key: ['order'], value: () => [...reading] }]) ?? text;
}
