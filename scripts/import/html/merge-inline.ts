/** Runs of phrasing content: joined where they touch, trimmed where they end. In: mdast. Out: mdast. */
import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';

/** Neighbouring texts as one, and neighbouring emphasis or code of one sort too. */
export function mergeInline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const list: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = list.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      list[list.length - 1] = { type: 'text', value: (last.value + node.value).replace(/ {2,}/g, ' ') };
    else if (last?.type === 'inlineCode' && node.type === 'inlineCode')
      list[list.length - 1] = { type: 'inlineCode', value: last.value + node.value };
    else if (isMark(last) && last.type === node.type && isMark(node))
      list[list.length - 1] = { type: node.type, children: mergeInline([...last.children, ...node.children]) };
    else if (isSpan(last) && isSpan(node) && sameAttributes(last, node))
      list[list.length - 1] = { ...last, children: mergeInline([...last.children, ...node.children]) };
    else list.push(node);
  }
  return list;
}

const isSpan = (node: PhrasingContent | undefined): node is TextDirective =>
  node?.type === 'textDirective' && node.name === 'span' && node.children.length > 0;

const sameAttributes = (one: TextDirective, other: TextDirective): boolean =>
  JSON.stringify(one.attributes) === JSON.stringify(other.attributes);

const isMark = (node: PhrasingContent | undefined): node is Emphasis | Strong | Delete =>
  node?.type === 'emphasis' || node?.type === 'strong' || node?.type === 'delete';

/** Without white space at its ends and beside line breaks, and without line breaks at its ends. `all` takes no-break spaces too. */
export function trimInline(nodes: readonly PhrasingContent[], all = false): PhrasingContent[] {
  const list = [...nodes];
  const blank = all ? /^[\s\u00A0]+/ : /^[ \t\n]+/;
  for (let first = list[0]; first; first = list[0]) {
    if (first.type === 'break') list.shift();
    else if (first.type !== 'text') break;
    else {
      const value = first.value.replace(blank, '');
      if (value !== '') {
        list[0] = { type: 'text', value };
        break;
      }
      list.shift();
    }
  }
  for (let last = list.at(-1); last; last = list.at(-1)) {
    if (last.type === 'break') list.pop();
    else if (last.type !== 'text') break;
    else {
      const value = all ? last.value.trimEnd() : last.value.slice(0, endOfWords(last.value));
      if (value !== '') {
        list[list.length - 1] = { type: 'text', value };
        break;
      }
      list.pop();
    }
  }
  return list.flatMap((node, at): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    let { value } = node;
    if (list[at - 1]?.type === 'break') value = value.replace(/^[ \n]+/, '');
    if (list[at + 1]?.type === 'break') value = value.slice(0, endOfWords(value));
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

function endOfWords(value: string): number {
  let end = value.length;
  while (end > 0 && ' \t\n'.includes(value[end - 1] ?? '')) end--;
  return end;
}
