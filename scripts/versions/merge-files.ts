/** What becomes of the files of one group. In: a group, and between which days the imports were. Out: each file’s text, its next base, and what changed. */
import { editBlock } from '../metadata/edit-keys.ts';
import { splitMetadata } from '../metadata/metadata-block.ts';
import type { FileGroup, SideFile } from './link-files.ts';
import { mergeGroup } from './merge-group.ts';
import { mergeYaml } from './merge-yaml.ts';
import type { Conflict, FileChange } from './story-folder.ts';

export interface UpdatedFile {
  readonly id: string;
  /** With its metadata block; undefined where the folder has no such file, and gets none. */
  readonly text: string | undefined;
  /** As the folder has it now. */
  readonly before: string | undefined;
  /** As the new import has it: the base of the next update; undefined where no import wrote it. */
  readonly base: string | undefined;
  readonly what: FileChange['what'] | undefined;
  readonly conflicts: readonly Conflict[];
}

/** The key above a chapter that is gone where it came from. */
const goneKey = 'removed';

export async function mergeFiles(
  group: FileGroup,
  days: { readonly last: string; readonly now: string },
): Promise<readonly UpdatedFile[]> {
  const { base, mine, theirs } = group;
  if (theirs.length === 0)
    return mine.map((file) =>
      goneFile(
        file,
        base.find(({ id }) => id === file.id),
        days,
      ),
    );
  if (mine.length === 0) return theirs.map((file) => fileHereNot(file, base));
  const { files, labelled } = await mergeGroup(group);
  const made = files.map(({ id, text, conflicts }): UpdatedFile => {
    const of = (side: readonly SideFile[]) => side.find((file) => file.id === id);
    const [own, old, fresh] = [of(mine), of(base), of(labelled)];
    const block = mergeMetadata(own, old, fresh);
    const lines = lineEnds(block.text);
    const whole = block.text + text;
    const before = own && wholeOf(own);
    const isBack = old !== undefined && fresh !== undefined && isGone(old);
    const what = own === undefined ? 'new' : isBack ? 'back' : whole === before ? undefined : 'changed';
    const moved = conflicts.map((each) => ({ ...each, line: each.line + lines }));
    return { id, text: whole, before, base: fresh && wholeOf(fresh), what, conflicts: [...block.conflicts, ...moved] };
  });
  // Files whose beginning was deleted here: what is new of them stands in the file before.
  const missing = labelled.filter(({ id }) => !made.some((file) => file.id === id));
  return [...made, ...missing.map((file) => ({ ...nothing, id: file.id, base: wholeOf(file) }))];
}

const nothing = { text: undefined, before: undefined, what: undefined, conflicts: [] } as const;
const wholeOf = ({ metadata, text }: SideFile): string => metadata + text;
const lineEnds = (text: string): number => text.split('\n').length - 1;
const isGone = ({ metadata }: SideFile): boolean => new RegExp(`^${goneKey}:`, 'm').test(metadata);

/** It stays, and says since when it is gone. */
function goneFile(
  mine: SideFile,
  base: SideFile | undefined,
  { last, now }: { readonly last: string; readonly now: string },
): UpdatedFile {
  const { id } = mine;
  const before = wholeOf(mine);
  const old = base && wholeOf(base);
  if (!base || old === undefined || isGone(base)) return { ...nothing, id, text: before, before, base: old };
  const edits = [{ key: [goneKey], value: () => `${last}/${now}` }];
  const [text = before, next = old] = [editBlock(before, edits), editBlock(old, edits)];
  return { ...nothing, id, text, before, base: next, what: 'gone' };
}

/** A new file; or one that was deleted here, which stays so. */
function fileHereNot(file: SideFile, base: readonly SideFile[]): UpdatedFile {
  const { id } = file;
  const whole = wholeOf(file);
  if (base.length === 0) return { ...nothing, id, text: whole, base: whole, what: 'new' };
  const isSame = base.some((each) => wholeOf(each).trimEnd() === whole.trimEnd());
  return { ...nothing, id, base: whole, what: isSame ? undefined : 'deleted-here' };
}

function mergeMetadata(
  mine: SideFile | undefined,
  base: SideFile | undefined,
  theirs: SideFile | undefined,
): { readonly text: string; readonly conflicts: readonly Conflict[] } {
  const own = mine?.metadata ?? '';
  const fresh = theirs?.metadata ?? '';
  if (!mine) return { text: fresh, conflicts: [] };
  if (!theirs || fresh === (base?.metadata ?? '')) return { text: own, conflicts: [] };
  const [typed = '', old = '', news = ''] = [own, base?.metadata ?? '', fresh].map(
    (text) => splitMetadata(text, '').block ?? '',
  );
  const merged = mergeYaml(typed, old, news);
  if (!merged) return { text: own, conflicts: [{ line: 1, mine: typed.trim(), theirs: news.trim() }] };
  const conflicts = merged.refused.map(({ mine, theirs }) => ({ line: 1, mine, theirs }));
  if (merged.text === typed) return { text: own, conflicts };
  return { text: merged.text.trim() === '' ? '' : `---\n${merged.text}---\n\n`, conflicts };
}
