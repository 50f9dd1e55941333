/** The contents of the book in a drawer beside the page, as its nav tells them. */
import { useEffect, useRef } from 'preact/hooks';
import type { ContentsEntry } from './reader.ts';

interface ContentsProps {
  readonly entries: readonly ContentsEntry[];
  /** The line that a person reads in. */
  readonly chapter: string | undefined;
  onChoose(href: string): void;
  onClose(): void;
}

export function Contents({ entries, chapter, onChoose, onClose }: ContentsProps) {
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const links = drawer.current?.querySelectorAll<HTMLElement>('li button');
    const now = drawer.current?.querySelector<HTMLElement>('[aria-current]');
    (now ?? links?.[0])?.focus();
    now?.scrollIntoView({ block: 'center' });
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation(); // arrows scroll the drawer
    if (event.key === 'Escape') onClose();
  };
  return (
    <nav class="reader-contents" aria-label="Contents" ref={drawer} onKeyDown={onKeyDown}>
      <header>
        <h2>Contents</h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <Lines entries={entries} chapter={chapter} onChoose={onChoose} />
    </nav>
  );
}

type LinesProps = Pick<ContentsProps, 'entries' | 'chapter' | 'onChoose'>;

function Lines({ entries, chapter, onChoose }: LinesProps) {
  return (
    <ol>
      {entries.map(({ title, href, entries: below }) => (
        <li key={href}>
          {href ? (
            <button
              type="button"
              aria-current={title === chapter ? 'location' : undefined}
              onClick={() => onChoose(href)}
            >
              {title}
            </button>
          ) : (
            <span>{title}</span>
          )}
          {below.length > 0 && <Lines entries={below} chapter={chapter} onChoose={onChoose} />}
        </li>
      ))}
    </ol>
  );
}
