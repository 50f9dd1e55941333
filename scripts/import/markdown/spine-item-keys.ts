/** Keys above a file: those of the book, and those of the section. In: an item. Out: its keys parted, its text without them. */
import { isLanguageTag } from '../../book/metadata-schema.ts';
import { type SectionKind, sectionKinds } from '../../book/sections.ts';
import type { Problem } from '../../report/problem.ts';
import { type Key, partFrontMatter } from './front-matter.ts';
import type { SpineItem } from './spine-item.ts';
import { partTitleBlock } from './title-block.ts';

export interface SpineItemKeys {
  readonly text: string;
  /** Keys that speak of the book, or that nothing can be made of. */
  readonly book: readonly Key[];
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

/** Takes the keys off. Of one file alone all speak of the book; of several, title, kind and direction speak of the section. */
export function splitKeys(
  { path, text }: SpineItem,
  { alone, first }: { readonly alone: boolean; readonly first: boolean },
): SpineItemKeys {
  const yaml = partFrontMatter(text, path);
  const block = yaml.value.keys.length > 0 ? { keys: [], text: yaml.value.text } : partTitleBlock(yaml.value.text);
  const keys = [...yaml.value.keys, ...block.keys];
  const own = (name: string): string | undefined => {
    const value = alone ? undefined : keys.find((key) => key.name === name)?.value;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const kind = keys.find(({ name }) => name === 'kind')?.value;
  const lang = first ? undefined : own('lang');
  const dir = first ? undefined : own('dir');
  const mine = [
    ...(kind === undefined ? [] : ['kind']),
    ...(own('title') === undefined ? [] : ['title']),
    ...(lang !== undefined && isLanguageTag(lang) ? ['lang'] : []),
    ...(dir === 'ltr' || dir === 'rtl' ? ['dir'] : []),
  ];
  return {
    text: block.text,
    book: keys.filter(({ name }) => !mine.includes(name)),
    title: own('title'),
    kind: sectionKinds.find((each) => each === kind),
    lang: mine.includes('lang') ? lang : undefined,
    dir: mine.includes('dir') ? dir : undefined,
    visible:
      alone || first ? block.keys.filter(({ name }) => name !== 'date').flatMap(({ value }) => wordsOf(value)) : [],
    titleBlock: block.keys.length > 0,
    problems: yaml.problems,
  };
}

const wordsOf = (value: Key['value']): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [String(value)];
