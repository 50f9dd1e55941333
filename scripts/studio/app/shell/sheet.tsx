/** A dialog over the page, until it is taken away; Escape calls `onCancel`. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface SheetProps {
  /** A class of its own; also the id of its heading. */
  readonly name: string;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

export function Sheet({ name, onCancel, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close(); // gives the focus back
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`sheet ${name}`}
      aria-labelledby={`${name}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      {children}
    </dialog>
  );
}
