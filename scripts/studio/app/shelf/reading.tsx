/** A book of a shelf on the desk: the way back above it, its pages, and how they look. */
import { useState } from 'preact/hooks';
import type { PagePlace } from '../../protocol.ts';
import { Reader } from '../reader/reader-pane.tsx';
import { LookBar } from '../shell/look-bar.tsx';
import { look } from '../state/settings.ts';
import type { OpenBook } from './open-book.ts';

interface ReadingProps {
  readonly title: string;
  /** The address of the book’s page. */
  readonly shelf: string;
  /** The book; a sentence where it cannot be had; undefined while it is fetched. */
  readonly opened: OpenBook | string | undefined;
  /** Where the person was when this page was left. */
  readonly place: PagePlace | undefined;
  readonly onMoved: (place: PagePlace) => void;
}

export function Reading({ title, shelf, opened, place, onMoved }: ReadingProps) {
  const [leading, setLeading] = useState<string>();
  const [start] = useState(place);
  return (
    <div class="workspace">
      <header class="bar">
        <a class="button quiet" href={shelf}>
          ‹ Shelf
        </a>
        <h1>{title}</h1>
      </header>
      <main class="pane book-pane" aria-label="Book">
        {typeof opened === 'string' ? (
          <p class="no-book" role="alert">
            {opened}
          </p>
        ) : (
          <Reader
            book={opened?.book}
            load={opened?.load ?? (async () => [])}
            look={{ ...look.value, profile: 'desktop' }}
            marks={noMarks}
            target={start}
            events={{
              onPlace: () => {},
              onMark: () => {},
              onMoved: (where) => onMoved(where.place),
              onExternal: setLeading,
            }}
          />
        )}
        <p class="reading-link" role="status">
          {leading !== undefined && (
            <>
              The book links to{' '}
              <a href={leading} target="_blank" rel="noopener noreferrer">
                {leading}
              </a>
            </>
          )}
        </p>
        <LookBar hasDevices={false} />
      </main>
    </div>
  );
}

const noMarks: readonly never[] = [];
