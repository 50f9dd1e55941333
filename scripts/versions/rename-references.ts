/** Makes what a new import calls otherwise than the folder the same: pictures, files, labels of notes. In: its texts. Out: the same texts with the folder’s names. */

/** Makes what puts paths in place of others, wherever a text refers to them; all at once, so that two may change names. */
export function pathRenamer(names: ReadonlyMap<string, string>): (text: string) => string {
  if (names.size === 0) return (text) => text;
  const paths = [...names.keys()].map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // After what opens a destination, an attribute or a value in YAML; before what ends it.
  const reference = new RegExp(`(?<=[(<"'\\s])(?:${paths.join('|')})(?=[)>"'\\s#{]|$)`, 'g');
  return (text) => text.replace(reference, (path) => names.get(path) ?? path);
}

const definition = /^\[\^([^\]\s]+)\]:[ \t]*([\s\S]*?)(?=\n\[\^|\n[ \t]*\n(?! {4}|\t)|$(?![\s\S]))/gm;

/**
 * Gives notes the labels that they had: a note that was put in before them gave all of them other numbers. A new note has no label that `folders`
 * has, the text of the folder.
 */
export function keepNoteLabels(text: string, base: string, folders: string): string {
  if (!text.includes('[^')) return text;
  const [before, now] = [notesIn(base), notesIn(text)];
  // The first of several that say the same has the first of their labels.
  const known = new Map<string, string[]>();
  for (const [label, note] of before) {
    const labels = known.get(note);
    if (labels) labels.push(label);
    else known.set(note, [label]);
  }
  const used = new Set([...labelsIn(base), ...labelsIn(folders)]);
  const labels = new Map<string, string>();
  for (const [label, note] of now) {
    const kept = known.get(note)?.shift();
    if (kept !== undefined) labels.set(label, kept);
  }
  const kept = new Set(labels.values());
  const own = new Set(labelsIn(text));
  const isTaken = (label: string) => kept.has(label) || (used.has(label) && isOther(now.get(label), before.get(label)));
  const free = [...own].filter((label) => !labels.has(label));
  const clash = free.filter(isTaken);
  const taken = new Set([...used, ...kept, ...free.filter((label) => !isTaken(label))]);
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

/** The notes of a text by label; the first, where one stands twice. */
function notesIn(text: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const [, label = '', note = ''] of text.matchAll(definition))
    if (!notes.has(label)) notes.set(label, note.trim());
  return notes;
}

/** Whether a note is another one than the folder’s of its label; one that was mended is the same. */
function isOther(now = '', before = ''): boolean {
  const known = new Set(before.split(/\s+/));
  const words = [...new Set(now.split(/\s+/))];
  return words.filter((word) => known.has(word)).length * 2 < words.length;
}
