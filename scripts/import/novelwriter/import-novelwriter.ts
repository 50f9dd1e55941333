/**
 * A project of novelWriter: `nwProject.nwx` says which documents the novel has and in which order; each is a text with marks of its own.
 * In: the project’s folder. Out: its parts and chapters. Notes, comments and tags are the author’s own and stay out; names of scenes
 * part them, as in the manuscripts that novelWriter makes.
 */
import { decodeForeign } from '../../book/decode.ts';
import { byline } from '../../book/header-lines.ts';
import { isLanguageTag } from '../../book/metadata-schema.ts';
import { kindNamedBy, type SectionKind } from '../../book/sections.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { elementsNamed, ownText, readXml } from '../../html/read-xml.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';
import { kindOfChapter } from '../chapter-headings.ts';
import { type Foreign, type ImportedBook, type ImportedSection, stemNamer } from '../imported.ts';
import { type NovelBlock, novelBlocks } from './novel-text.ts';

export const projectFile = 'nwProject.nwx';

/** Imports it; a document that is not there is an error at its name. */
export function importNovelWriter({ name: own, bytes, beside, folder }: Foreign): Outcome<ImportedBook | undefined> {
  const path = folder?.isNamed ? projectFile : own;
  const xml = folder?.isNamed ? beside(projectFile) : bytes;
  const root = xml && readXml(decodeForeign(xml, path).value ?? '');
  const items = root ? documentsOf(root) : [];
  const problems: Problem[] = [];
  const replaced = root ? replacementsIn(root) : new Map<string, string>();
  const documents = items.map(({ handle, called }) => {
    const file = `content/${handle}.nwd`;
    const found = beside(file);
    if (!found) {
      const reason = `There is no file “${file}”, which the project calls “${called}”; nothing is imported.`;
      problems.push(problem('manuscript-missing', { path }, reason, 'Copy the whole folder of the project.'));
    }
    return { called, blocks: novelBlocks(found ? (decodeForeign(found, file).value ?? '') : '', replaced) };
  });
  if (problems.length > 0) return { value: undefined, problems };
  if (!root || documents.length === 0)
    return {
      value: undefined,
      problems: [
        problem('import-refused', { path }, 'The project has no document of a novel, so nothing is imported.'),
      ],
    };
  const said = (name: string) => elementsNamed(root, name).slice(0, 1).map(ownText).join() || undefined;
  const titled = documents.map((document) => withoutTitlePage(document, said('author')));
  const { sections, visible, scenes } = sectionsOf(titled.map(({ document }) => document));
  const lines = titled.reduce((sum, { left }) => sum + left, 0);
  const left = [
    ...(lines > 0 ? [`lines of the title page, which the press makes: ${lines}`] : []),
    ...(scenes > 0 ? [`names of scenes, which part them: ${scenes}`] : []),
  ];
  problems.push(...left.map((each) => problem('import-left-out', { path }, `Left out: ${each}`)));
  const lang = said('language')?.replace('_', '-');
  const title = titled.find((each) => each.title !== undefined)?.title ?? said('name');
  const facts = { title, author: said('author'), lang: lang && isLanguageTag(lang) ? lang : undefined };
  return { value: { facts, sections, pictures: new Map(), visible }, problems };
}

interface NovelDocument {
  readonly called: string;
  readonly blocks: readonly NovelBlock[];
}

/** A title page says the title, and above it where its author lives, below it who that is and how many words there are; all else on it is kept. */
function withoutTitlePage({ called, blocks }: NovelDocument, author: string | undefined) {
  const at = blocks.findIndex(({ isTitle }) => isTitle);
  if (at === -1) return { document: { called, blocks }, left: 0 };
  const isKnown = ({ words }: NovelBlock): boolean =>
    /\[field:\w+\]/.test(words) || (author !== undefined && byline(words.replaceAll('*', '')) === author);
  const kept = blocks.filter((block, place) => place > at && !isKnown(block));
  return { document: { called, blocks: kept }, title: blocks[at]?.words, left: blocks.length - kept.length };
}

/** The documents of the novel that are to be in the manuscript, each before those below it. */
function documentsOf(root: XmlElement): readonly { readonly handle: string; readonly called: string }[] {
  const all = elementsNamed(root, 'item').map((item, at) => ({
    ...{ item, at, handle: item.attributes['handle'] ?? '', parent: item.attributes['parent'] ?? 'None' },
    order: Number(item.attributes['order'] ?? at),
  }));
  const below = (parent: string, seen: ReadonlySet<string>): typeof all =>
    all
      .filter((each) => each.parent === parent && !seen.has(each.handle))
      .sort((left, right) => left.order - right.order || left.at - right.at)
      .flatMap((each) => [each, ...below(each.handle, new Set([...seen, each.handle]))]);
  return below('None', new Set()).flatMap(({ item, handle }) => {
    const { class: kind, type, layout } = item.attributes;
    const name = elementsNamed(item, 'name')[0];
    const isIn = kind === 'NOVEL' && type === 'FILE' && layout !== 'NOTE' && name?.attributes['active'] !== 'no';
    return isIn && /^[\da-f]{13}$/.test(handle) ? [{ handle, called: name ? ownText(name) : handle }] : [];
  });
}

/** What stands for `<A>` in the texts. */
const replacementsIn = (root: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    elementsNamed(root, 'autoReplace')
      .flatMap((list) => elementsNamed(list, 'entry'))
      .map((entry) => [entry.attributes['key'] ?? '', ownText(entry)]),
  );

interface Draft {
  readonly kind: SectionKind;
  readonly title?: string | undefined;
  readonly blocks: string[];
}

/** Parts and chapters open at their headings; what stands before the first of them is a page of its own, named as its document. */
function sectionsOf(documents: readonly NovelDocument[]) {
  const drafts: Draft[] = [];
  for (const { called, blocks } of documents) {
    const [first] = blocks;
    const isFront = drafts.every(({ kind }) => kind === 'preface');
    if (first && first.level === undefined && isFront) drafts.push({ kind: 'preface', title: called, blocks: [] });
    for (const block of blocks) {
      const level = block.level ?? 5;
      if (level <= 2) drafts.push({ kind: kindOf(block), blocks: [`# ${block.text}`] });
      else if (drafts.length === 0) drafts.push({ kind: 'chapter', title: called, blocks: [] });
      if (level > 2) drafts.at(-1)?.blocks.push(block.level === undefined ? block.text : scene);
    }
  }
  const all = documents.flatMap(({ blocks }) => blocks);
  const isScene = ({ level = 0 }: NovelBlock): boolean => level > 2;
  const stem = stemNamer();
  const sections = drafts.map(
    ({ kind, title, blocks }): ImportedSection => ({
      ...{ kind, stem: stem(kind), facts: { title } },
      text: `${blocks.filter(isKept).join('\n\n')}\n`,
    }),
  );
  const visible = all.filter((block) => !isScene(block)).map(({ words }) => words);
  return { sections, visible, scenes: all.filter(isScene).length };
}

const scene = '* * *';

/** A break parts what stands above it from what stands below. */
const isKept = (block: string, at: number, { length, [at - 1]: before, [at + 1]: next }: readonly string[]): boolean =>
  block !== scene || (at < length - 1 && next !== scene && before !== undefined && !before.startsWith('# '));

function kindOf({ level, words }: NovelBlock): SectionKind {
  return level === 1 ? (kindNamedBy(words) ?? 'part') : kindOfChapter(words);
}
