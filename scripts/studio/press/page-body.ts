/**
 * Where the content of a page stands in it: templates of authors may wrap it. In: a page as it was printed, and the markup that
 * went into it. Out: which elements are around it. None where the page does not hold these elements.
 */

/** The wrapper’s indexes from the body on, and how many elements stand in it before the content. */
export interface BodyPlace {
  readonly wrapper: readonly number[];
  readonly before: number;
}

interface Tag {
  readonly name: string;
  readonly kind: 'opens' | 'closes' | 'empty';
}

const tag = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z_][\w:.-]*)(?:[^"'<>]|"[^"]*"|'[^']*')*?(\/?)>/g;

/** Finds markup in a page: as it is, or, where a template changed its words or attributes, by the names of its elements. */
export function placeOfBody(page: string, markup: string): BodyPlace | undefined {
  const body = /<body\b[^>]*>/.exec(page);
  if (!body) return undefined;
  const inside = page.slice(body.index + body[0].length);
  const at = inside.indexOf(markup);
  if (at >= 0) return placeAfter(tagsOf(inside.slice(0, at)));
  const wanted = tagsOf(markup).map(nameOf);
  const tags = tagsOf(inside);
  const names = tags.map(nameOf);
  const start = names.findIndex((_, from) => wanted.every((name, k) => names[from + k] === name));
  return start < 0 || wanted.length === 0 ? undefined : placeAfter(tags.slice(0, start));
}

const nameOf = ({ name, kind }: Tag): string => `${kind} ${name}`;

function tagsOf(markup: string): readonly Tag[] {
  return [...markup.matchAll(tag)].flatMap(([, closes, name, empty]): readonly Tag[] =>
    name === undefined ? [] : [{ name, kind: closes ? 'closes' : empty ? 'empty' : 'opens' }],
  );
}

/** Which element is open after some tags, and how many stand in it by then. */
function placeAfter(tags: readonly Tag[]): BodyPlace {
  const counts = [0];
  for (const { kind } of tags) {
    if (kind === 'opens') counts.push(0);
    else {
      if (kind === 'closes') counts.pop();
      counts.push((counts.pop() ?? 0) + 1);
    }
  }
  return { wrapper: counts.slice(0, -1), before: counts.at(-1) ?? 0 };
}
