/** The first page: bring a story, begin with the sample, or go on with one that is kept. */

import { useSignal } from '@preact/signals';
import type { StorySummary } from '../../protocol.ts';
import { ChooseFile } from '../bring/choose-file.tsx';
import { fromDrop, fromFiles, fromPaste, sample } from '../bring/read-files.ts';
import { Button } from '../shell/button.tsx';
import { pane } from '../state/settings.ts';
import type { Studio } from '../state/studio.ts';

export function Welcome({ studio }: { readonly studio: Studio }) {
  const isOver = useSignal(false);
  const paste = useSignal<string | undefined>(undefined);
  const bring = async (brought: ReturnType<typeof fromDrop>): Promise<void> => {
    try {
      const found = await brought;
      pane.value = 'book';
      if (found) await studio.bring(found);
    } catch (error) {
      studio.message.value = { words: error instanceof Error ? error.message : String(error), isFault: true };
    }
  };
  const refusal = studio.refusal.value;
  return (
    <main class="welcome">
      <header>
        <p class="mark" aria-hidden="true">
          ❦
        </p>
        <h1 tabIndex={-1}>Your story, as a book</h1>
        <p class="lead">
          Bring a story as it is. See the book at once, settle what is in doubt, and take it away for any e-reader.
        </p>
      </header>
      <section
        class={isOver.value ? 'drop is-over' : 'drop'}
        aria-label="Bring a story"
        onDragOver={(event) => {
          event.preventDefault();
          isOver.value = true;
        }}
        onDragLeave={() => {
          isOver.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          isOver.value = false;
          if (event.dataTransfer) bring(fromDrop(event.dataTransfer));
        }}
        onPaste={(event) => {
          if (paste.value === undefined && event.clipboardData) bring(fromPaste(event.clipboardData));
        }}
      >
        <p class="drop-words">Drop a story here</p>
        <p class="second">Plain text, Markdown, Word, a saved web page, an EPUB, a folder or a ZIP of these</p>
        <div class="actions">
          <ChooseFile class="button primary" onFiles={(files) => bring(fromFiles(files))}>
            Choose a file
          </ChooseFile>
          <ChooseFile class="button" isFolder onFiles={(files) => bring(fromFiles(files))}>
            Choose a folder
          </ChooseFile>
          <Button
            aria-expanded={paste.value !== undefined}
            onClick={() => {
              paste.value = paste.value === undefined ? '' : undefined;
            }}
          >
            Paste a text
          </Button>
          <Button onClick={() => bring(sample())}>Try the sample</Button>
        </div>
        {paste.value !== undefined && (
          <form
            class="paste"
            onSubmit={(event) => {
              event.preventDefault();
              const text = paste.value ?? '';
              if (text.trim() !== '') bring(Promise.resolve(textStory(text)));
            }}
          >
            <label>
              The text of your story
              <textarea
                class="field-control"
                rows={10}
                value={paste.value}
                onInput={({ currentTarget }) => {
                  paste.value = currentTarget.value;
                }}
              />
            </label>
            <button type="submit" class="button primary">
              Make a book of it
            </button>
          </form>
        )}
      </section>
      {refusal.length > 0 && (
        <section class="refusal" role="alert">
          <h2>No book was made of it</h2>
          <ul>
            {refusal
              .filter(({ severity }) => severity === 'error')
              .map(({ reason, hint, place }) => (
                <li key={reason}>
                  {place && (
                    <span class="place">{[place.path, place.start?.line].filter(Boolean).join(', line ')}</span>
                  )}{' '}
                  {reason} {hint}
                </li>
              ))}
          </ul>
        </section>
      )}
      {studio.stories.value.length > 0 && <Kept studio={studio} stories={studio.stories.value} />}
      <footer class="promise">
        <p>
          Nothing leaves this computer. Your stories are kept in this browser, and nowhere else:{' '}
          {studio.traits.value?.isPersistent
            ? 'it has promised to keep them.'
            : 'it may clear them when it needs room, so take a copy of what you want to keep.'}
        </p>
      </footer>
    </main>
  );
}

/** A pasted text as a story of its own. */
const textStory = (text: string) => ({
  name: 'story.txt',
  file: 'story.txt',
  files: new Map([['story.txt', new TextEncoder().encode(text)]]),
});

function Kept({ studio, stories }: { readonly studio: Studio; readonly stories: readonly StorySummary[] }) {
  const asked = useSignal<string | undefined>(undefined);
  return (
    <section class="kept" aria-labelledby="kept">
      <h2 id="kept">Your stories</h2>
      <ul>
        {stories.map(({ id, title, changed, size }) => (
          <li key={id}>
            <button
              type="button"
              class="story"
              onClick={() => {
                pane.value = 'book';
                studio.open(id);
              }}
            >
              <span class="story-title">{title}</span>
              <span class="second">
                {new Date(changed).toLocaleDateString(undefined, { dateStyle: 'medium' })} · {sizeOf(size)}
              </span>
            </button>
            {asked.value === id ? (
              <span class="confirm">
                Remove it from this browser?{' '}
                <Button look="danger" onClick={() => studio.forget(id)}>
                  Remove
                </Button>{' '}
                <Button
                  onClick={() => {
                    asked.value = undefined;
                  }}
                >
                  Keep
                </Button>
              </span>
            ) : (
              <Button
                look="quiet"
                aria-label={`Remove ${title}`}
                onClick={() => {
                  asked.value = id;
                }}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
