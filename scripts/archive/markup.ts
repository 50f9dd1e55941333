/**
 * Reads the printed body of a document back into shapes, for copies in other forms.
 * In: well-formed markup. Out: its elements and words. Refuses to know: where the markup came from.
 */
import { SaxesParser } from 'saxes';
import type { Shape } from '../book/shape.ts';

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Shape | string)[];
}

/** The shapes of a body; names keep their prefixes. Markup that is not well-formed ends where it stops being so. */
export function shapesOf(body: string): readonly (Shape | string)[] {
  const root: Growing = { name: 'body', attributes: {}, children: [] };
  const open: Growing[] = [root];
  const top = () => open.at(-1) ?? root;
  const parser = new SaxesParser({ fragment: true });
  parser.on('error', () => {}); // a book that was bound has none
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = {
      name,
      attributes: { ...(attributes as Readonly<Record<string, string>>) },
      children: [],
    };
    top().children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void (open.length > 1 && open.pop()));
  parser.on('text', (text) => void top().children.push(text));
  parser.on('cdata', (text) => void top().children.push(text));
  parser.write(body).close();
  return root.children;
}
