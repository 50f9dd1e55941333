/**
 * Measures a page of a book where it is laid out, in whatever browser runs this. In: a document in columns, one a page.
 * Out: plain data, in CSS pixels from the first page’s corner: where each word, block, picture and scene break stands.
 */

const breakMark = '.scene-break, [role="separator"]';

/** The boxes of a document whose pages stand side by side. */
export function measure(doc) {
  const root = doc.documentElement;
  const style = doc.defaultView.getComputedStyle(root);
  const box = root.getBoundingClientRect();
  const page = {
    width: box.width,
    left: Number.parseFloat(style.paddingLeft),
    right: box.width - Number.parseFloat(style.paddingRight),
    height: box.height,
    direction: style.direction,
  };
  const blocks = [];
  const known = new Map();
  const blockOf = (element) => {
    let block = element;
    while (block !== doc.body && /^(inline|contents|ruby)/.test(styleOf(block).display)) block = block.parentElement;
    if (!known.has(block)) {
      known.set(block, blocks.length);
      blocks.push(describe(block));
    }
    return known.get(block);
  };
  return {
    page,
    words: [...wordsOf(doc)].map(({ text, range, parent }) => ({
      text,
      block: blockOf(parent),
      rects: rectsOf(range),
      clipped: clips(parent, range),
    })),
    blocks,
    breaks: [...doc.querySelectorAll(breakMark)].map((element) => ({
      text: element.textContent,
      rects: rectsOf(element),
    })),
    pictures: [...doc.querySelectorAll('img, svg')].map((element) => ({
      name: element.getAttribute('src') ?? 'svg',
      rects: rectsOf(element),
    })),
  };
}

function* wordsOf(doc) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: text, index } of node.data.matchAll(/[^\s\u00A0\u2000-\u200B\u202F\u2060]+/g)) {
      const range = doc.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      yield { text, range, parent: node.parentElement };
    }
  }
}

/** A block, the edge that its first line begins at, and what comes before it. */
function describe(block) {
  const { paddingLeft, borderLeftWidth } = styleOf(block);
  const [first] = block.getClientRects();
  return {
    name: block.localName,
    class: block.className,
    left: (first?.left ?? 0) + Number.parseFloat(paddingLeft) + Number.parseFloat(borderLeftWidth),
    afterBreak: block.localName === 'p' && (block.previousElementSibling?.matches(breakMark) ?? false),
    // Cells, columns and floats stand beside one another.
    aside: block.closest('table, svg, math') !== null || isFloat(block),
  };
}

function isFloat(element) {
  for (let each = element; each; each = each.parentElement) if (styleOf(each).float !== 'none') return true;
  return false;
}

/** Whether a box that hides what overflows it, or is invisible itself, keeps part of a word from being seen. */
function clips(element, range) {
  if (styleOf(element).visibility !== 'visible') return true;
  const boxes = rectsOf(range);
  for (let each = element; each && each !== element.ownerDocument.body; each = each.parentElement) {
    if (styleOf(each).overflow === 'visible') continue;
    const outer = rectsOf(each);
    const within = ([left, top, right, bottom]) =>
      outer.some((box) => left > box[0] - 2 && top > box[1] - 4 && right < box[2] + 2 && bottom < box[3] + 4);
    if (!boxes.every(within)) return true;
  }
  return false;
}

const styleOf = (element) => element.ownerDocument.defaultView.getComputedStyle(element);

const rectsOf = (measured) =>
  [...measured.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, right, bottom }) => [left, top, right, bottom]);
