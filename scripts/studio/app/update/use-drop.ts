/** Takes what is dropped on a story that is open for a newer version of it; a picture for the cover has a place of its own. */
import { useState } from 'preact/hooks';
import { fromDrop } from '../bring/read-files.ts';
import type { Studio } from '../state/studio.ts';

/** Whether something is held over the page, and the listeners of the page. */
export function useDrop({ updates }: Studio) {
  const [isOver, setOver] = useState(false);
  const isFile = ({ dataTransfer, target }: DragEvent): boolean =>
    (dataTransfer?.types.includes('Files') ?? false) && !(target instanceof Element && target.closest('.covers'));
  const listeners = {
    // Before the editor, which would take the words of a file in.
    onDragOverCapture: (event: DragEvent) => {
      setOver(isFile(event));
      if (isFile(event)) event.preventDefault();
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    },
    onDropCapture: (event: DragEvent) => {
      setOver(false);
      if (!isFile(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      updates.plan(fromDrop(event.dataTransfer));
    },
  };
  return [isOver, listeners] as const;
}
