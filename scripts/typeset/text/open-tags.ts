/**
 * The raw HTML elements that are open at a place, since Markdown has their tags as single nodes.
 * In: tags in reading order. Out: which of them closes what.
 */
import type { Tag } from './tags.ts';

export interface OpenTags {
  /** Takes an opening tag, with what is to be told when it closes. */
  open(tag: Tag, closed: () => void): void;
  /** Closes the nearest element of that name and all inside it, innermost first; nothing where there is none. */
  close(name: string): void;
  /** Closes all. */
  end(): void;
}

/** Keeps the open elements of one parent. */
export function openTags(): OpenTags {
  const stack: { readonly name: string; readonly closed: () => void }[] = [];
  const counts = new Map<string, number>();
  const pop = (): string | undefined => {
    const top = stack.pop();
    if (!top) return undefined;
    counts.set(top.name, (counts.get(top.name) ?? 1) - 1);
    top.closed();
    return top.name;
  };
  return {
    open({ name }, closed) {
      stack.push({ name, closed });
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    close(name) {
      // A closing tag without its like would search in vain.
      if ((counts.get(name) ?? 0) > 0) while (pop() !== name);
    },
    end() {
      while (pop() !== undefined);
    },
  };
}
