/** Makes what a new import calls otherwise than the folder the same: pictures, files, labels of notes. In: its texts. Out: the same texts with the folder’s names. */

/** Puts paths in place of others, wherever a text refers to them; all at once, so that two may change names. */
export function renamePaths(text: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return text;
  const paths = [...names.keys()].map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // After what opens a destination, an attribute or a value in YAML; before what ends it.
  const reference = new RegExp(`(?<=[(<"'\\s])(?:${paths.join('|')})(?=[)>"'\\s#{]|$)`, 'g');
  return text.replace(reference, (path) => names.get(path) ?? path);
}

const definition = /^\[\^([^\]\s]+)\]:[ \t]*([\s\S]*?)(?=\n\[\^|\n[ \t]*\n(?! {4}|\t)|$(?![\s\S]))/gm;

/**
 * Gives notes the labels that they had: a note that was put in before them gave all of them other numbers. A new note has no label that `folders`
 * has, the text of the folder.
 */
export function keepNoteLabels(text: string, base: string, folders: string): string {
  if (!text.includes('[^')) return text;
  const known = new Map<string, string[]>();
  for (const [, label = '', note = ''] of base.matchAll(definition))
    known.set(note.trim(), [...(known.get(note.trim()) ?? []), label]);
  const used = new Set([...labelsIn(base), ...labelsIn(folders)]);
  const labels = new Map<string, string>();
  for (const [, label = '', note = ''] of text.matchAll(definition)) {
    const kept = known.get(note.trim())?.shift();
    if (kept !== undefined) labels.set(label, kept);
  }
  const kept = new Set(labels.values());
  const own = new Set(labelsIn(text));
  const clash = [...own].filter((label) => !labels.has(label) && (kept.has(label) || isOther(label, text, used, base)));
  const taken = new Set([
    ...used,
    ...kept,
    ...[...own].filter((label) => !labels.has(label) && !clash.includes(label)),
  ]);
  let next = 1;
  for (const label of clash) {
    while (taken.has(String(next))) next++;
    taken.add(String(next));
    labels.set(label, String(next));
  }
  return text.replace(/\[\^([^\]\s]+)\]/g, (_, label: string) => `[^${labels.get(label) ?? label}]`);
}

const labelsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, label = '']) => label);

/** Whether the folder’s label is that of another note; a note that was mended keeps its own. */
function isOther(label: string, text: string, used: ReadonlySet<string>, base: string): boolean {
  if (!used.has(label)) return false;
  const wordsOf = (where: string) =>
    new Set([...where.matchAll(definition)].find(([, own]) => own === label)?.[2]?.split(/\s+/));
  const before = wordsOf(base);
  const now = [...wordsOf(text)];
  return now.filter((word) => before.has(word)).length * 2 < now.length;
}
