/** Keys above a file: those of the book, and those of the section. In: an item. Out: its keys parted, its text without them. */
import type { Limits } from '../../book/limits.ts';
import { sectionKeys } from '../../book/metadata-schema.ts';
import { type SectionKind, sectionKinds } from '../../book/sections.ts';
import { checkKeys } from '../../metadata/check-keys.ts';
import type { Entry, OwnKeys } from '../../metadata/entry.ts';
import { ownKeys } from '../../metadata/foreign-keys.ts';
import { readKeys } from '../../metadata/keys.ts';
import { splitMetadata } from '../../metadata/metadata-block.ts';
import { splitTitleBlock } from '../../metadata/title-block.ts';
import type { YamlSource } from '../../metadata/yaml.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';
import type { SpineItem } from './spine-item.ts';

export interface SpineItemKeys {
  readonly text: string;
  /** Keys that speak of the book, or that nothing can be made of. */
  readonly book: OwnKeys;
  readonly title: string | undefined;
  readonly kind: SectionKind | undefined;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  /** Whether the keys stand in a title block of pandoc’s. */
  readonly titleBlock: boolean;
  /** What a title block prints at the head of the text. */
  readonly visible: readonly string[];
  readonly problems: readonly Problem[];
}

interface ItemFacts {
  readonly alone: boolean;
  readonly first: boolean;
  readonly limits: Limits;
}

/** Keys of one file of several, or of a file beside them; of a block that cannot be read, as notes for no eyes but the author's may be, those in lines of their own. */
export function plainKeys(block: string, from: YamlSource): Outcome<OwnKeys> {
  const read = readKeys(block, from);
  const fault = read.problems.find(({ rule }) => rule === 'yaml-syntax');
  if (!fault) return read;
  const lines = block.split('\n').map((line) => (/^[\p{L}\w-]+:\s+[^\s|>&*!{[]/u.test(line) ? line : ''));
  const rest = readKeys(lines.join('\n'), from);
  const isRead = !rest.problems.some(({ rule }) => rule === 'yaml-syntax');
  const told = problem(
    'import-left-out',
    fault.place ?? { path: from.path },
    'Left out: keys that cannot be read from here on',
    'Give each key a line: the key, a colon, a space, and the value in quotation marks.',
  );
  return { value: isRead ? rest.value : ownKeys([]), problems: [...(isRead ? rest.problems : []), told] };
}

/** Takes the keys off. Of one file alone all speak of the book; of several, title, kind and direction speak of the section. */
export function splitKeys({ path, text, speaksOfBook }: SpineItem, { alone, first, limits }: ItemFacts): SpineItemKeys {
  const split = splitMetadata(text, path);
  const block = split.block === undefined ? splitTitleBlock(split.text, path) : undefined;
  const read: Outcome<OwnKeys> =
    split.block === undefined
      ? { value: ownKeys(block?.entries ?? []), problems: [] }
      : (alone ? readKeys : plainKeys)(split.block, { path, firstLine: 2, limits });
  const { unused } = read.value;
  // Site generators keep the book’s title in every file, and a chapter’s under keys of its own.
  const isChapters = ({ typed, key }: Entry): boolean => !alone && /^chapter-?(?:title|subtitle)$/i.test(typed ?? key);
  const chapter = read.value.entries.flatMap((entry) =>
    isChapters(entry) && typeof entry.value === 'string' ? [entry.value.trim()] : [],
  );
  const entries = read.value.entries.filter((entry) => !isChapters(entry));
  const isNamed = chapter.length > 0;
  const names =
    alone || isNamed || speaksOfBook ? ['kind'] : first ? ['kind', 'title'] : ['kind', 'title', 'lang', 'dir'];
  const own = checkKeys(
    entries.filter(({ key }) => names.includes(key)),
    sectionKeys,
  ).values;
  const word = (key: 'title' | 'lang' | 'dir'): string | undefined =>
    typeof own[key] === 'string' ? own[key] : undefined;
  return {
    text: block?.text ?? split.text,
    book: { entries: entries.filter(({ key }) => key !== 'kind' && own[key] === undefined), unused },
    title: isNamed ? chapter.join(': ') : word('title'),
    kind: sectionKinds.find((each) => each === own['kind']),
    lang: word('lang'),
    dir: word('dir'),
    visible:
      block && (alone || first)
        ? block.entries.flatMap(({ key, value }) => (key === 'date' ? [] : [value].flat().map(String)))
        : [],
    titleBlock: block !== undefined && block.entries.length > 0,
    problems: [...split.problems, ...read.problems],
  };
}
