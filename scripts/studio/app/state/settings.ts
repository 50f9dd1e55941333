/** How the person likes it, kept in the browser from visit to visit: light or night, how the book is shown, what is open. */
import { effect, type Signal, signal } from '@preact/signals';
import { type Look, profileNames, usualLook } from '../reader/profiles.ts';

type Light = 'light' | 'night';
export type Pane = 'book' | 'text' | 'notices' | 'dress' | 'take';

const key = 'fleuron';

interface Kept {
  readonly light?: Light;
  readonly look?: Look;
  readonly pane?: Pane;
}

const kept = readKept();

/** Of the app. */
export const light: Signal<Light> = signal(
  kept.light ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'light'),
);
/** How the book is shown; a dark app begins with a dark book. */
export const look: Signal<Look> = signal(isLook(kept.look) ? kept.look : { ...usualLook, night: light.value });
/** What stands beside the book, or, where there is room for one thing only, what is shown. */
export const pane: Signal<Pane> = signal(kept.pane ?? 'book');

/** Makes the app dark, and the book with it, or light again. */
export function turnLight(): void {
  const next = light.value === 'night' ? 'light' : 'night';
  light.value = next;
  if (look.value.night !== 'sepia' || next === 'night') look.value = { ...look.value, night: next };
}

/** Keeps them from now on, and draws the page light or dark. */
export function keepSettings(): void {
  effect(() => {
    document.documentElement.dataset.theme = light.value;
    const now: Kept = {
      light: light.value,
      look: look.value,
      pane: pane.value,
    };
    try {
      localStorage.setItem(key, JSON.stringify(now));
    } catch {
      // A browser that keeps nothing shows the usual look each time.
    }
  });
}

function readKept(): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** What was kept may be of another version of the app. */
function isLook(value: Look | undefined): value is Look {
  return value !== undefined && profileNames.includes(value.profile) && [0, 1, 2, 3].includes(value.size);
}
