/**
 * The last step: links find their files and headings under the new names. In: sections with marks, and what the marks stand for.
 * Out: sections without marks; a link to what is not in the book keeps its words, and is told.
 */
import { slugs } from '../../book/slugs.ts';
import { decoded, insidePattern } from './addresses.ts';
import { bracketsOf } from './brackets.ts';
import { headingsOf, pandocId, plainWords } from './headings.ts';
import { endOfAddress, mask } from './mask-code.ts';
import type { Anchor } from './rewrite.ts';

export interface Marked {
  readonly stem: string;
  readonly text: string;
}

export interface Settled {
  readonly sections: readonly Marked[];
  /** Paths of the source that links lead to, and that are not in the book. */
  readonly lost: readonly string[];
}

const markPattern = /\u0001h(\d+)\u0001/g;

/** Settles all sections. */
export function resolveAddresses(sections: readonly Marked[], anchors: readonly Anchor[]): Settled {
  const homes = new Map<string, string>();
  const places = new Map<string, string>();
  for (const { stem, text } of sections) {
    const slug = slugs();
    const namesByMark = new Map<string, string>();
    for (const { text: heading } of headingsOf(text)) {
      const words = plainWords(heading.replace(markPattern, ''));
      const { typed } = slug(words);
      for (const [, number = ''] of heading.matchAll(markPattern)) {
        namesByMark.set(number, typed);
        const anchor = anchors[Number(number)];
        if (!anchor) continue;
        for (const name of [...anchor.ids, typed, pandocId(words), words.toLowerCase()])
          put(places, `${anchor.path}\n${name}`, `${stem}.md#${typed}`);
      }
    }
    for (const [, number = ''] of text.matchAll(markPattern)) {
      const anchor = anchors[Number(number)];
      if (!anchor) continue;
      put(homes, anchor.path, stem);
      if (!namesByMark.has(number))
        for (const [, braced, quoted] of text.matchAll(/\{#([^\s{}]{1,99})|\sid="([^"]{1,99})"/g))
          put(places, `${anchor.path}\n${braced ?? quoted ?? ''}`, `${stem}.md#${braced ?? quoted ?? ''}`);
    }
  }
  const lost = new Set<string>();
  const settled = sections.map(({ stem, text }): Marked => {
    const address = (path: string, fragment: string | undefined): string | undefined => {
      const home = homes.get(path);
      if (home === undefined) return undefined;
      const name = fragment === undefined ? undefined : decoded(fragment);
      const found =
        name === undefined
          ? undefined
          : (places.get(`${path}\n${name}`) ?? places.get(`${path}\n${name.toLowerCase()}`));
      const whole = found ?? `${home}.md`;
      return whole.startsWith(`${stem}.md#`) ? whole.slice(stem.length + 3) : whole;
    };
    const kept = withoutLostLinks(text, (path) => {
      const isLost = !homes.has(path);
      if (isLost) lost.add(path);
      return isLost;
    });
    const linked = kept.replace(
      insidePattern,
      (_, path: string, fragment: string | undefined) => address(decoded(path), fragment) ?? '',
    );
    return { stem, text: collapseBlankLines(linked.replace(markPattern, '')).replace(/^\n+/, '') };
  });
  return { sections: settled, lost: [...lost] };
}

function put(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}

/** Takes brackets and address off links that lead to nothing in the book. */
function withoutLostLinks(text: string, isLost: (path: string) => boolean): string {
  if (!text.includes('inside:')) return text;
  const masked = mask(text, { addresses: false });
  const gone: (readonly [number, number])[] = [];
  for (const [open, close] of bracketsOf(masked)) {
    const end = masked[close + 1] === '(' ? endOfAddress(masked, close + 2) : undefined;
    if (end === undefined) continue;
    const path = /^\s*inside:([^\s#()]+)/.exec(text.slice(close + 2, end))?.[1];
    if (path === undefined || !isLost(decoded(path))) continue;
    gone.push([open, open + 1], [close, end + 1]);
  }
  const parts: string[] = [];
  let done = 0;
  for (const [from, to] of gone.sort(([one], [other]) => one - other)) {
    if (from < done) continue;
    parts.push(text.slice(done, from));
    done = to;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** Takes out the blank lines that marks leave behind. In: Markdown. Out: the same, no more than one blank line in a row, but in code. */
function collapseBlankLines(text: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const row of text.split('\n')) {
    const marks = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})/.exec(row)?.[1];
    if (fence === undefined && marks !== undefined) fence = marks;
    else if (fence !== undefined && marks?.startsWith(fence) && /^[ \t>]*[`~]+[ \t]*$/.test(row)) fence = undefined;
    const isExtra = fence === undefined && row.trim() === '' && (kept.at(-1) ?? '').trim() === '';
    if (!isExtra) kept.push(row);
  }
  return kept.join('\n');
}
