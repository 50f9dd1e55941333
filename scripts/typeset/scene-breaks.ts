/**
 * Scene breaks and end marks, in the shapes that people type, become structure.
 * In: a section's blocks. Out: the same list, changed.
 */
import type {
  Blockquote,
  FootnoteDefinition,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  RootContent,
  ThematicBreak,
} from 'mdast';
import type {} from 'mdast-util-to-hast'; // for `hProperties`

/** Ornaments alone on their line: `* * *`, `~`, `#`, `⁂`. */
const ornaments = /^(?:[*\-_~=+#•·∙●○◦◆◇■□★☆✦✧✶✻❦❧☙§⁂⁎†‡—–.|/\\<>^]\s*){1,60}$/u;
const letterOrnaments = /^[oOxX0\-–—~*_=+.]{3,60}$/;
/** In small letters: a pattern that ignores case takes five times as long to compile. */
const endWords =
  /^[\s\-–—~*_=+.#<>[\]()]*(?:the\s+(?:very\s+)?end|fin|finis|end|tbc|to\s+be\s+continued|end\s+(?:file|transmission|of\s+(?:file|story|the\s+story|part|chapter|book)(?:\s+[\p{L}\p{N}]{1,12})?)|la\s+fin|ende|fine|fim|slut|koniec|конец)[\s\-–—~*_=+.…!#<>[\]()]*$/u;

/** What stands on a page as an empty line: paragraphs and line breaks of raw HTML that hold nothing. */
const emptyHtml = /^(?:<p>(?:\s|&nbsp;|&#160;|&#xa0;|<br\s*\/?>)*<\/p>\s*|<br\s*\/?>\s*)+$/;
const emptyText = /^[\s\u200B]+$/;

type Holder = Root | FootnoteDefinition | Blockquote | List | ListItem;

/** Turns ornament paragraphs, empty ones and empty headings into breaks, in quotations, lists and notes too. */
export function resolveSceneBreaks(holder: Holder): void {
  const blocks: RootContent[] = holder.children;
  const isOnly = holder.type !== 'root' && blocks.length < 3; // of an item or a note it is the text
  if (!isOnly && holder.type !== 'list') {
    blocks.forEach((block, i) => {
      if (isSceneBreak(block)) blocks[i] = breakAt(block);
    });
    resolveEmpty(blocks);
  }
  for (const block of blocks)
    if (block.type === 'blockquote' || block.type === 'list' || block.type === 'listItem') resolveSceneBreaks(block);
}

/** Marks the end mark of a section. */
export function markEndMark({ children: blocks }: Root): void {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (!block || block.type === 'thematicBreak' || block.type === 'footnoteDefinition') continue;
    if (block.type === 'paragraph' && endWords.test(wordsOf(block).trim().toLowerCase())) markEnd(block);
    break;
  }
}

const breakAt = ({ position }: RootContent): ThematicBreak => ({
  type: 'thematicBreak',
  ...(position && { position }),
});

/** Empty paragraphs between others are a break, however many there are; where most paragraphs have some between them, only space. */
function resolveEmpty(blocks: RootContent[]): void {
  if (!blocks.some(isEmpty)) return;
  const starts = blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    return isEmpty(block) && before && !isEmpty(before) ? [at] : [];
  });
  const others = blocks.filter((block) => !isEmpty(block)).length;
  if (others < 2 * starts.length) return;
  for (const at of starts.reverse()) {
    let end = at;
    for (let next = blocks[end]; next && isEmpty(next); next = blocks[end]) end++;
    const [first] = blocks.slice(at, end);
    if (first && [blocks[at - 1], blocks[end]].every(isText)) blocks.splice(at, end - at, breakAt(first));
  }
}

const isText = (block: RootContent | undefined): boolean =>
  block !== undefined && block.type !== 'heading' && block.type !== 'thematicBreak';

function isEmpty(block: RootContent): boolean {
  if (block.type === 'html') return emptyHtml.test(block.value.toLowerCase());
  return block.type === 'paragraph' && emptyText.test(wordsOf(block));
}

function isSceneBreak(block: RootContent): boolean {
  if (block.type === 'heading') return block.children.length === 0;
  if (block.type !== 'paragraph' || block.children.length > 6) return false;
  const words = wordsOf(block).trim();
  if (words === '' || words.length > 120) return false;
  if (ornaments.test(words)) return words !== '.' && words !== '|';
  return isLetterOrnament(words.replaceAll(/\s/g, ''));
}

/** `xXx`, `-0-`, `~o~O~o~`: the same from both ends; but “O” is a word, “XXX” a numeral, and “000” a number. */
function isLetterOrnament(marks: string): boolean {
  if (!letterOrnaments.test(marks) || !/[oxOX0]/.test(marks) || /^(?:X+|0+)$/.test(marks)) return false;
  const even = marks.toLowerCase().replaceAll('0', 'o');
  return even === [...even].reverse().join('');
}

/** The text of a paragraph that holds nothing but text and emphasis; else the empty string. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type !== 'paragraph' && node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete')
    return '';
  const parts = node.children.map(wordsOf);
  return parts.includes('') ? '' : parts.join('');
}

function markEnd(paragraph: Paragraph): void {
  paragraph.data = { ...paragraph.data, hProperties: { ...paragraph.data?.hProperties, className: ['end-mark'] } };
}
