/**
 * A Word document becomes an imported book, by way of HTML. In: its bytes. Out: the book, or one clear problem.
 * Its words are counted in the document itself, not in the HTML that was made of it.
 */
import { type Outcome, problem } from '../../report/problem.ts';
import { type Files, type Packed, unzip } from '../epub/unzip.ts';
import { elementsNamed, readXml, type XmlElement } from '../epub/xml.ts';
import { importHtml } from '../html/import-html.ts';
import type { Fact, ImportedBook } from '../imported.ts';
import { isSceneBreak } from '../marks.ts';

/** Styles beyond those that mammoth knows: headings, lists and notes it maps itself. */
const styles = [
  "p[style-name='Title'] => h1.book-title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Author'] => p.author:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Horizontal Line'] => hr:fresh",
  "p[style-name='Source Code'] => pre > code:separator('\\n')",
];

/** Imports a document. */
export async function importDocx(packed: Packed): Promise<Outcome<ImportedBook | undefined>> {
  const { path, bytes } = packed;
  const opened = unzip(packed, () => true); // mammoth unpacks all of it: so all of it is measured first
  if (!opened.value) return { value: undefined, problems: opened.problems };
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    ({ value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: styles }));
  } catch {
    const reason = 'Unexpected Word document that cannot be read, expected a whole one';
    return { value: undefined, problems: [problem('import-refused', { path }, reason)] };
  }
  const page = importHtml({ path, text: `<body>${html}</body>`, picture: pictureIn });
  const core = xmlOf(opened.value, 'docProps/core.xml');
  const fact = (name: string) => (core && elementsNamed(core, name)[0]?.text) || undefined;
  const { facts } = page.value;
  return {
    value: {
      ...page.value,
      facts: { ...facts, title: facts['title'] ?? fact('title'), authors: authors(facts['authors'], fact('creator')) },
      visible: ['document', 'footnotes', 'endnotes'].flatMap((name) =>
        paragraphsOf(xmlOf(opened.value, `word/${name}.xml`)),
      ),
    },
    problems: page.problems,
  };
}

function xmlOf(files: Files | undefined, name: string): XmlElement | undefined {
  const bytes = files?.get(name);
  return bytes && readXml(new TextDecoder().decode(bytes));
}

/** The text of each paragraph, as it stands in the document; what was struck out while tracking changes is gone. */
function paragraphsOf(root: XmlElement | undefined): readonly string[] {
  const paragraphs: string[] = [];
  const visit = ({ name, text, children }: XmlElement, parts: string[] | undefined): void => {
    if (name === 'del' || name === 'moveFrom' || name === 'Choice') return;
    if (name === 't') parts?.push(text);
    else if (name === 'tab' || name === 'br' || name === 'cr') parts?.push(' ');
    else if (name === 'p') {
      const own: string[] = [];
      for (const child of children) visit(child, own);
      const line = own.join('');
      if (!isSceneBreak(line)) paragraphs.push(line);
    } else for (const child of children) visit(child, parts);
  };
  if (root) visit(root, undefined);
  return paragraphs;
}

/** The document's own lines know best; its properties may name the machine's owner. */
function authors(told: Fact | undefined, creator: string | undefined): readonly Fact[] {
  const named = Array.isArray(told) ? (told as readonly Fact[]) : [];
  return named.length > 0
    ? named
    : (creator ?? '')
        .split(';')
        .map((name) => name.trim())
        .filter(Boolean);
}

function pictureIn(src: string): Uint8Array | undefined {
  const data = /^data:image\/[\w.+-]+;base64,/i.exec(src);
  return data ? Buffer.from(src.slice(data[0].length), 'base64') : undefined;
}
