/** The words of mdast nodes as a reader sees them. In: a node. Out: text, without raw HTML’s tags. */
import type { Nodes } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';

export const blockWords = (node: Nodes): string => wordsOf(node, { includeHtml: false });
