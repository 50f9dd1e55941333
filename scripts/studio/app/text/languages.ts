/** How the languages of a manuscript are parsed in the editor. Without those of HTML, which no story needs and which are larger than all else. */
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml';
import { defineLanguageFacet, Language, LanguageSupport, languageDataProp } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { parser, Strikethrough, Table } from '@lezer/markdown';

const data = defineLanguageFacet({ commentTokens: { block: { open: '<!--', close: '-->' } } });
const markdown = new LanguageSupport(
  new Language(
    data,
    parser.configure([Strikethrough, Table, { props: [languageDataProp.add({ Document: data })] }]),
    [],
    'markdown',
  ),
);

/** What a file is written in; a plain text has no marks. */
export function languageOf(path: string): Extension {
  if (/\.ya?ml$/i.test(path)) return yaml();
  return /\.(?:md|markdown)$/i.test(path) ? yamlFrontmatter({ content: markdown }) : [];
}
