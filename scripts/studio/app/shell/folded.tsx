/** What can be opened. It holds its content only while it is open: a novel in dialect has a thousand doubts. */
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';

interface FoldedProps {
  readonly isOpen: boolean;
  readonly summary: ComponentChild;
  readonly children: () => ComponentChild;
}

export function Folded({ isOpen, summary, children }: FoldedProps) {
  const [isShown, setShown] = useState(isOpen);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
      <summary>{summary}</summary>
      {isShown && children()}
    </details>
  );
}
