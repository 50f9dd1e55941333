/**
 * A project of Longform, a plug-in of Obsidian, in its order: a note whose keys list the scenes of a novel. In: a folder of sources and that note.
 * Out: an arrangement: a scene is a chapter under its name, and scenes moved in below it are parted by breaks. The note's own words are its author's.
 */
import { parse } from 'yaml';
import { stemOf } from '../../book/file-names.ts';
import { type Problem, problem } from '../../report/problem.ts';
import { escapeHeading } from '../escape.ts';
import { namesLeftOut } from '../outline.ts';
import { orderMissing } from './order-problems.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement, SpineItem } from './spine-item.ts';

const block = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

interface Project {
  readonly title: string | undefined;
  readonly folder: string;
  readonly scenes: readonly (readonly [string, number])[];
}

/** Arranges what a note lists; undefined for any other note, and for a project of one file. */
export function arrangeLongform(source: SourceFolder, note: string, text: string): Arrangement | undefined {
  const project = projectOf(note, text);
  if (!project || project.scenes.length === 0) return undefined;
  const problems: Problem[] = [];
  const items: SpineItem[] = [];
  let named = 0;
  for (const [name, level] of project.scenes) {
    const path = [project.folder, `${name}.md`].filter(Boolean).join('/');
    const found = source.text(path);
    const last = items.at(-1);
    if (found === undefined) problems.push(orderMissing(name, { path: note }));
    else if (level === 0 || !last) items.push({ path, text: titled(name, found), title: stemOf(path) });
    else {
      named++;
      items.splice(-1, 1, { ...last, text: `${last.text.trimEnd()}\n\n* * *\n\n${withoutKeys(found)}\n` });
    }
  }
  problems.push(...namesLeftOut([{ named }], note));
  const words = withoutKeys(text).trim();
  if (words !== '')
    problems.push(
      problem('import-left-out', { path: note }, 'Left out: what the list of scenes says beside its scenes'),
    );
  return { dialect: 'outline', items, facts: { title: project.title }, problems, pictureFolders: [] };
}

const withoutKeys = (text: string): string => text.replace(block, '').trim();

/** Its keys stay above it; its name is its heading, unless it has one. */
function titled(name: string, text: string): string {
  const keys = block.exec(text)?.[0] ?? '';
  const rest = text.slice(keys.length).trimStart();
  return /^#\s/.test(rest) ? text : `${keys}# ${escapeHeading(name)}\n\n${rest}`;
}

/** Longform 2 has its keys in `longform:`, Longform 1 beside `longform: scenes`; each calls the list `scenes`, moved in as lists in lists. */
function projectOf(note: string, text: string): Project | undefined {
  const source = block.exec(text)?.[1];
  if (source === undefined || !/^longform:/m.test(source)) return undefined;
  let keys: unknown;
  try {
    keys = parse(source, { logLevel: 'silent', maxAliasCount: 0 });
  } catch {
    return undefined;
  }
  const whole = entriesOf(keys);
  const own = entriesOf(whole.get('longform'));
  const said = own.size > 0 ? own : whole;
  const folder = String(said.get('sceneFolder') ?? said.get('folder') ?? '/');
  const near = note.split('/').slice(0, -1);
  const inside = folder.split('/').filter((step) => step !== '' && step !== '.');
  if (inside.includes('..')) return undefined;
  const title = said.get('title');
  return {
    title: typeof title === 'string' ? title : undefined,
    folder: [...near, ...inside].join('/'),
    scenes: scenesIn(said.get('scenes'), 0),
  };
}

function scenesIn(list: unknown, level: number): Project['scenes'] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown): Project['scenes'] => {
    if (typeof each === 'string' || typeof each === 'number') return [[String(each), level]];
    return scenesIn(each, level + 1);
  });
}

const entriesOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
