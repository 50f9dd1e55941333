/**
 * Scene breaks and end marks, in the shapes that people type, become structure.
 * In: a section's blocks. Out: the same list, changed.
 */
import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-to-hast'; // for `hProperties`

/** Ornaments alone on their line: `* * *`, `~`, `#`, `⁂`. */
const ornaments = /^(?:[*\-_~=+#•·∙●○◦◆◇■□★☆✦✧✶✻❦❧☙§⁂⁎†‡—–.|/\\<>^]\s*){1,60}$/u;
const letterOrnaments = /^[oOxX0\-–—~*_=+.]{3,60}$/;
/** In small letters: a pattern that ignores case takes five times as long to compile. */
const endWords =
  /^[\s\-–—~*_=+.#<>[\]()]*(?:the\s+(?:very\s+)?end|fin|finis|end|tbc|to\s+be\s+continued|end\s+(?:file|transmission|of\s+(?:file|story|the\s+story|part|chapter|book)(?:\s+[\p{L}\p{N}]{1,12})?)|la\s+fin|ende|fine|fim|slut|koniec|конец)[\s\-–—~*_=+.…!#<>[\]()]*$/u;

/** Turns ornament paragraphs and empty headings into breaks, and marks the end mark of a section. */
export function resolveSceneBreaks(root: Root): void {
  const blocks = root.children;
  blocks.forEach((block, i) => {
    if (isSceneBreak(block)) blocks[i] = { type: 'thematicBreak', ...(block.position && { position: block.position }) };
  });
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (!block || block.type === 'thematicBreak' || block.type === 'footnoteDefinition') continue;
    if (block.type === 'paragraph' && endWords.test(wordsOf(block).trim().toLowerCase())) markEnd(block);
    break;
  }
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
