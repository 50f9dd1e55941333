/** The whole app: the first page, or the story that is open; and the line that tells what just happened. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Studio } from '../state/studio.ts';
import { UpdateSheet } from '../update/update-sheet.tsx';
import { Guesses } from '../welcome/guess-sheet.tsx';
import { Welcome } from '../welcome/welcome.tsx';
import { MessageLine, WorkLine } from './message-line.tsx';
import { Workspace } from './workspace.tsx';

export function App({ studio }: { readonly studio: Studio }) {
  const story = studio.story.value;
  const traits = studio.traits.value;
  // Who goes on by keys begins at the heading of what was opened, or went back to.
  const shown = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (shown.current !== story?.id) document.querySelector('h1')?.focus();
    shown.current = story?.id;
  }, [story?.id]);
  return (
    <>
      {story ? (
        <Workspace studio={studio} story={story} />
      ) : traits?.kind === 'folder' ? (
        <main class="welcome">
          <p role="status">Opening the manuscript…</p>
        </main>
      ) : (
        <Welcome studio={studio} />
      )}
      {story && studio.hasGuesses.value && <Guesses studio={studio} story={story} />}
      {studio.updates.view.value && <UpdateSheet studio={studio} view={studio.updates.view.value} />}
      <WorkLine studio={studio} />
      <MessageLine studio={studio} />
    </>
  );
}
