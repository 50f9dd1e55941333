/**
 * What pandoc, Obsidian and others write with whole blocks, and mdast has as text: attributes behind a heading, `> [!NOTE]` callouts,
 * `\newpage`, TeX that lays out pages, raw blocks, `-> centred <-` lines. In: a parent's blocks. Out: the same list, changed.
 */
import type {
  Blockquote,
  Code,
  Heading,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  RootContent,
  TableCaption,
} from 'mdast';
import type { Position } from 'unist';
import { attributesOf } from '../attribute-lists.ts';
import { applyAttributes } from './apply-attributes.ts';
import { isEscaped, type TextSlicer } from './slice-text.ts';

/** Whether a text may hold any of it; the sign is looked for first, as it is rarer than what it stands behind. */
export const mayHoldBlocks = (source: string): boolean =>
  /\{|\[!|(?:\\[a-z]|->)(?<=(?:^|[\s>])..)|page-?break/m.test(source);

export interface BlockContext {
  readonly slicer: TextSlicer;
  readonly onUnknown: (name: string, at: Position | undefined) => void;
  /** Told of what is left out of the book. */
  readonly onLeftOut: (what: string, at: Position | undefined) => void;
}

/** Reads the blocks that a node holds. */
export function readBlocks(parent: Parents, context: BlockContext): void {
  const blocks: RootContent[] = [];
  let isChanged = false;
  let breaksPage = false;
  for (const block of parent.children) {
    const read = readBlock(block, parent, context);
    isChanged ||= read !== block;
    if (read === 'page break') breaksPage = true;
    else if (read) {
      if (breaksPage) blocks.push(...onNewPage(read));
      else blocks.push(read);
      breaksPage = false;
    }
  }
  if (isChanged) parent.children = blocks as typeof parent.children;
}

function readBlock(block: RootContent, parent: Parents, context: BlockContext): RootContent | 'page break' | undefined {
  switch (block.type) {
    case 'heading':
      readAttributes(block, block, context);
      return block;
    case 'tableCaption':
      readAttributes(block, parent, context);
      return block;
    case 'blockquote':
      readCallout(block, context);
      return block;
    case 'code':
      return readCode(block, context);
    case 'html':
      return isPageBreak(block.value) ? 'page break' : block;
    case 'paragraph':
      return readParagraph(block, context);
    default:
      return block;
  }
}

/** `# Title {#id .unlisted lang=de}`, and `: Caption {#id}`, whose attributes are the table’s. */
function readAttributes(line: Heading | TableCaption, target: Nodes, { slicer, onUnknown }: BlockContext): void {
  const last = line.children.at(-1);
  if (last?.type !== 'text' || !last.value.trimEnd().endsWith('}')) return;
  const at = last.value.lastIndexOf('{');
  const inside = last.value.trimEnd().slice(at + 1, -1);
  const attributes = at < 0 || isEscaped(last, at) ? undefined : attributesOf(inside);
  if (!attributes || inside.trim() === '') return;
  const end = last.value.slice(0, at).trimEnd().length;
  line.children.splice(-1, 1, ...(end > 0 ? [slicer.slice(last, 0, end)] : []));
  applyAttributes(target, attributes, onUnknown);
}

/** A callout is a quotation under its title; without one, under the name of its kind, as Obsidian shows it. */
function readCallout(quotation: Blockquote, { slicer }: BlockContext): void {
  const [first] = quotation.children;
  const [text, ...others] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || text?.type !== 'text') return;
  const [whole, kind] = /^\[!([\p{L}-]{2,40})(?:\|[^[\]\n]{0,40})?\][+-]?[ \t]*/u.exec(text.value) ?? [];
  if (whole === undefined || kind === undefined || isEscaped(text, 0)) return;
  const content = [slicer.slice(text, whole.length, text.value.length), ...others];
  const at = content.findIndex((each) => each.type === 'text' && each.value.includes('\n'));
  const last = content[at];
  const [title, rest] = [content.slice(0, at < 0 ? content.length : at), at < 0 ? [] : content.slice(at + 1)];
  if (last?.type === 'text') {
    const lineEnd = last.value.indexOf('\n');
    title.push(slicer.slice(last, 0, lineEnd));
    rest.unshift(slicer.slice(last, lineEnd + 1, last.value.length));
  }
  const isWord = (each: PhrasingContent) => each.type !== 'text' || each.value !== '';
  const name = kind.replace(/-+/g, ' ').toLowerCase();
  const words: PhrasingContent[] = title.some(isWord)
    ? title
    : [{ type: 'text', value: name.charAt(0).toUpperCase() + name.slice(1) }];
  const heading: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children: words }],
    ...(first.position && { position: first.position }),
    data: { hProperties: { className: ['callout-title'] } },
  };
  quotation.children.splice(0, 1, heading, ...(rest.some(isWord) ? [{ ...first, children: rest.filter(isWord) }] : []));
  quotation.data = { ...quotation.data, hProperties: { className: ['callout', `callout-${kind.toLowerCase()}`] } };
}

/** ```` ```{=html} ```` is raw HTML, for other formats nothing; ```` ```{.python} ```` is Python. */
function readCode(code: Code, { onUnknown, onLeftOut }: BlockContext): RootContent | undefined {
  const info = [code.lang, code.meta].filter(Boolean).join(' ');
  if (!info.includes('{')) return code;
  const [, format] = /^\{=([A-Za-z0-9_-]{1,30})\}$/.exec(info) ?? [];
  if (format !== undefined) {
    if (/^html[45]?$/.test(format))
      return { type: 'html', value: code.value, ...(code.position && { position: code.position }) };
    onLeftOut(`a raw block for ${format}`, code.position);
    return undefined;
  }
  const [, word, list] = /^([^\s{]*)\s*\{([^{}]{0,999})\}$/.exec(info) ?? [];
  const attributes = list === undefined ? undefined : attributesOf(list);
  if (!attributes) return code;
  const [language, ...classes] = [...(word ? [word] : []), ...attributes.classes];
  applyAttributes(code, { ...attributes, classes }, onUnknown);
  return { ...code, lang: language ?? null, meta: null };
}

const pageBreak = /^(?:\\(?:newpage|clearpage|cleardoublepage|pagebreak)(?:\[\d?\])?(?:\{\})?|\{pagebreak\})$/;
const layout =
  /^(?:\\(?:bigskip|medskip|smallskip|noindent|indent|hfill|vfill|par|maketitle|tableofcontents|frontmatter|mainmatter|backmatter|appendix|null|centering|raggedright|onehalfspacing|singlespacing|doublespacing)(?:\{\})?|\\(?:vspace|hspace|vskip|thispagestyle|pagestyle|pagenumbering|setcounter|addtocounter)\*?(?:\{[^{}\n]{0,60}\}){1,2}|\\(?:begin|end)\{(?:center|flushright|flushleft|centering)\})$/;

/** Comments and empty elements that ask for a new page. */
const isPageBreak = (html: string): boolean =>
  !(/epub:type=["']?pagebreak\b/i.test(html) && /\s(?:title|id|aria-label)=/i.test(html)) && // the mark of a printed page
  (/^\s*<!--\s*(?:page-?break|newpage)\s*-->\s*$/i.test(html) ||
    /^\s*<(div|p|span|hr)\s[^<>]*(?:page-?break|["'\s]pb["'\s])[^<>]*>\s*(?:<\/\1\s*>)?\s*$/i.test(html));

function readParagraph(paragraph: Paragraph, context: BlockContext): RootContent | 'page break' | undefined {
  const [first] = paragraph.children;
  if (first?.type !== 'text') return paragraph;
  const isAlone = paragraph.children.length === 1 && !isEscaped(first, 0);
  if (isAlone && pageBreak.test(first.value.trim())) return 'page break';
  if (isAlone && first.value.startsWith('\\') && first.value.split('\n').every((line) => layout.test(line.trim()))) {
    context.onLeftOut(`“${first.value.trim().slice(0, 40)}”, which lays out pages`, paragraph.position);
    return undefined;
  }
  return first.value.startsWith('-> ') ? readAligned(paragraph, first, context) : paragraph;
}

/** `-> centred <-`, `-> to the right ->`, as Editorial and others have it. */
function readAligned(paragraph: Paragraph, first: PhrasingContent, { slicer }: BlockContext): RootContent {
  const last = paragraph.children.at(-1);
  if (first.type !== 'text' || last?.type !== 'text') return paragraph;
  const [mark, sign] = /\s+(<-|->)\s*$/.exec(last.value) ?? [];
  if (mark === undefined || isEscaped(first, 0)) return paragraph;
  const end = last.value.length - mark.length;
  const middle = paragraph.children.slice(1, -1);
  const children =
    first === last
      ? [slicer.slice(first, 3, Math.max(3, end))]
      : [slicer.slice(first, 3, first.value.length), ...middle, slicer.slice(last, 0, end)];
  const className = [sign === '<-' ? 'center' : 'right'];
  return { ...paragraph, children, data: { ...paragraph.data, hProperties: { className } } };
}

/** A block that begins a page. Where a class cannot be put on it, an empty block before it has the class. */
function onNewPage(block: RootContent): readonly RootContent[] {
  const className = ['page-break'];
  if (block.type === 'html' || block.type === 'definition' || block.type === 'footnoteDefinition')
    return [{ type: 'html', value: '<div class="page-break"></div>' }, block];
  const others = block.data?.hProperties?.['className'];
  const names = [...(Array.isArray(others) ? others : []), ...className];
  return [{ ...block, data: { ...block.data, hProperties: { ...block.data?.hProperties, className: names } } }];
}
