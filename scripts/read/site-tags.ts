/**
 * Tags of programs that make sites, Liquid’s `{% for … %}` and `{{ page.title }}`, Hugo’s `{{< figure … >}}`. In: a file’s text. Out: the
 * same, line for line, without them: a loop goes whole, other tags leave what stands between them. Code is as it was typed.
 */
import { type Outcome, problem } from '../report/problem.ts';

/** Takes them out, and tells how many there were. */
export function withoutSiteTags(text: string, path: string): Outcome<string> {
  if (!/\{%|\{\{/.test(text)) return { value: text, problems: [] };
  const tags = [...text.matchAll(pieces)].filter(({ groups }) => groups?.['code'] === undefined);
  const [first] = tags;
  if (!first) return { value: text, problems: [] };
  const ends = loopEnds(tags);
  const parts: string[] = [];
  let at = 0;
  for (const tag of tags) {
    if (tag.index < at) continue; // in a loop
    const end = ends.get(tag) ?? tag.index + tag[0].length;
    parts.push(text.slice(at, tag.index), insteadOf(tag), text.slice(tag.index, end).replace(/[^\n]+/g, ''));
    at = end;
  }
  const value = [...parts, text.slice(at)].join('').replace(/^[ \t]*(?:[-*+]|\d+\.)[ \t]*$/gm, '');
  const line = text.slice(0, first.index).split('\n').length;
  const [shown = ''] = first[0].split('\n', 1);
  const reason = `The book is without ${tags.length} tags of a program that makes sites: “${shown.slice(0, 40)}” …`;
  const hint = 'Type what is to stand in their place.';
  return { value, problems: [problem('markdown-left-out', { path, start: { line, column: 1 } }, reason, hint)] };
}

/** Where the loop ends that each tag opens. */
function loopEnds(tags: readonly RegExpExecArray[]): ReadonlyMap<RegExpExecArray, number> {
  const ends = new Map<RegExpExecArray, number>();
  const open: RegExpExecArray[] = [];
  for (const tag of tags) {
    if (/^\{%-?\s*for\s/.test(tag[0])) open.push(tag);
    const opening = /^\{%-?\s*endfor\b/.test(tag[0]) ? open.pop() : undefined;
    if (opening) ends.set(opening, tag.index + tag[0].length);
  }
  return ends;
}

/** What a tag prints that needs no program: a text, the name of a file, Hugo’s picture. */
function insteadOf({ groups: { text, file, picture } = {} }: RegExpExecArray): string {
  return (text ?? file)?.slice(1, -1) ?? (picture === undefined ? '' : pictureOf(picture));
}

const tag = String.raw`\{%-?\s*[a-z]\w*(?:\s[^{}\n]*)?%\}`;
const literal = String.raw`\{\{-?\s*(?<text>'[^'\n]*'|"[^"\n]*")\s*\|[^{}\n]*\}\}`;
const reference = String.raw`\{\{[<%]\s*(?:rel)?ref\s*(?<file>'[^'\n]*'|"[^"\n]*")\s*[>%]\}\}`;
const variable = String.raw`\{\{-?\s*[a-z]\w*(?:\.\w+)+\s*(?:\|[^{}\n]*)?\}\}`;
const figure = String.raw`\{\{<\s*figure\s(?<picture>[^{}]*)>\}\}`;
const shortcode = String.raw`\{\{[<%]\s*/?\s*[a-z][\w/-]*(?:\s[^{}]*)?[>%]\}\}`;
const fenced = String.raw`^ {0,3}(?<fence>${'```'}+|~~~+)[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>|$(?![\s\S]))`;
// Bounded: a line may have 10 MB, and runs of ticks that no other closes.
const ticked = String.raw`(?<!${'`'})(?<tick>${'`'}{1,8})(?!${'`'})[^\n]{0,1000}?[^${'`'}\n]\k<tick>(?!${'`'})`;
const pieces = new RegExp(
  `(?<code>${fenced}|${ticked})|(?<!\\\\)(?:${[tag, literal, reference, variable, figure, shortcode].join('|')})`,
  'gm',
);

/** Hugo’s picture as Markdown’s. */
function pictureOf(attributes: string): string {
  const said = (name: string): string => new RegExp(`\\b${name}=["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
  const caption = said('caption') || said('title');
  return said('src') === ''
    ? ''
    : `![${said('alt') || caption}](<${said('src')}>${caption ? ` "${caption.replaceAll('"', '')}"` : ''})`;
}
