/** What keys do in a book, in the app’s page and in the book’s own frame. */
import { isElement } from './places.ts';

/** Left and right are those of the screen; which is next depends on the book’s direction. */
export type Move = 'next' | 'prev' | 'left' | 'right' | 'start' | 'end';

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'prev',
  ArrowDown: 'next',
  PageUp: 'prev',
  PageDown: 'next',
  Home: 'start',
  End: 'end',
};

/** Where a key leads; nowhere while it is pressed with others, or in something that takes keys itself. */
export function moveOf(event: KeyboardEvent): Move | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return undefined;
  const element = isElement(event.target) ? event.target : undefined;
  if (element?.closest('input, select, textarea, [role="dialog"]')) return undefined;
  if (event.key !== ' ') return event.shiftKey ? undefined : moves[event.key];
  if (element?.closest('button, summary')) return undefined;
  return event.shiftKey ? 'prev' : 'next';
}
