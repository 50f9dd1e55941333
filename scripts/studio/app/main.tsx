/** Starts the app: finds its press, and draws it. The page says by `<meta name="press">` whether a folder on a disk is behind it. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import './styles/app.css';
import type { TakenFile } from '../protocol.ts';
import { keepOffline } from './press/offline.ts';
import { App } from './shell/app.tsx';
import { keepSettings } from './state/settings.ts';
import { createStudio } from './state/studio.ts';

const isFolder = document.querySelector('meta[name="press"]')?.getAttribute('content') === 'folder';
const press = isFolder
  ? (await import('./press/server-press.ts')).serverPress()
  : (await import('./press/worker-press.ts')).workerPress();
const studio = createStudio(press, give);
keepSettings();
if (!isFolder)
  void keepOffline((takeOver) => {
    studio.message.value = { words: 'There is a newer studio.', action: { name: 'Load it', run: takeOver } };
  });

// A file that is dropped beside a place for it would be opened by the browser, and the studio be gone.
for (const kind of ['dragover', 'drop'] as const)
  addEventListener(kind, (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });

const host = document.getElementById('studio');
if (host) render(<App studio={studio} />, host);

// The story that is open stands in the address: a tab that is loaded again shows it again.
const named = /^#story=(.+)$/.exec(location.hash)?.[1];
await studio.start(named && decodeURIComponent(named));
effect(() => {
  const story = studio.story.value;
  document.title = story ? `${studio.view.value?.book?.title ?? story.name} · Fleuron` : 'Fleuron';
  const hash = story && !isFolder ? `#story=${encodeURIComponent(story.id)}` : '';
  if (location.hash !== hash) history.replaceState(null, '', hash || location.pathname + location.search);
});

/** Hands a file to the person, as a download. */
function give({ fileName, mediaType, bytes }: TakenFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
