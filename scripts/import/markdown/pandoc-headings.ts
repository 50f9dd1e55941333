/** Attributes of headings: `# The Door {#door .unnumbered}`. In: text. Out: text without them, and what they said. */
import { type SectionKind, sectionKinds, traitsOf } from '../../book/sections.ts';
import { attributesOf } from '../../markdown/attribute-lists.ts';
import type { Report } from './diagnostics.ts';
import { headingsOf } from './headings.ts';

export interface HeadingFacts {
  /** Ids that were given, with the line (from 1) of their heading. */
  readonly ids: ReadonlyMap<string, number>;
  /** What a heading’s class or `epub:type` says that its section is, by line. */
  readonly kinds: ReadonlyMap<number, SectionKind>;
}

/** Classes that say nothing to a press which numbers no headings. */
const quiet: ReadonlySet<string> = new Set(['unnumbered', 'unlisted', 'numbered']);

/** Takes the attributes off. */
export function extractHeadingAttributes(text: string, report: Report): { readonly text: string } & HeadingFacts {
  const ids = new Map<string, number>();
  const kinds = new Map<number, SectionKind>();
  const rows = text.split('\n');
  for (const { line } of headingsOf(text)) {
    const row = rows[line - 1] ?? '';
    const found = /(?<!\s)\s*\{([^{}\n]{0,999})\}(?:[ \t]*#{1,9})?[ \t]*$/.exec(row);
    const attributes = found?.[1] === undefined ? undefined : attributesOf(found[1]);
    if (!found || !attributes || found[1]?.trim() === '') continue;
    rows[line - 1] = row.slice(0, found.index);
    if (attributes.id !== undefined) ids.set(attributes.id, line);
    const said = [...attributes.classes, attributes.pairs.get('epub:type') ?? ''];
    const kind = said.map(kindOfWord).find((each) => each !== undefined);
    if (kind !== undefined) kinds.set(line, kind);
    const left = [
      ...attributes.classes
        .filter((name) => !quiet.has(name) && kindOfWord(name) === undefined)
        .map((name) => `.${name}`),
      ...[...attributes.pairs.keys()].filter((key) => key !== 'epub:type'),
    ];
    if (left.length > 0)
      report({ rule: 'import-left-out', line, what: `Left out: what a heading’s “${left.join(' ')}” asks for` });
  }
  // In a quotation a heading opens no section: only its attributes go.
  const settled = rows.map((row) => {
    const found = /^ {0,3}>[ \t>]*#{1,6}[ \t]/.test(row)
      ? /(?<![ \t])[ \t]*\{([^{}\n]{1,999})\}(?:[ \t]*#+)?[ \t]*$/.exec(row)
      : null;
    return found && attributesOf(found[1] ?? '') ? row.slice(0, found.index) : row;
  });
  return { text: settled.join('\n'), ids, kinds };
}

/** The kind that a class, or a word of EPUB’s structural vocabulary, names. */
export function kindOfWord(word: string): SectionKind | undefined {
  const plain = word.toLowerCase();
  if (plain === '') return undefined;
  return sectionKinds.find((kind) => {
    const { names, epubType } = traitsOf(kind);
    return kind === plain || names.includes(plain) || (epubType === plain && plain !== 'chapter');
  });
}
