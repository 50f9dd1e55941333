/** How the person likes it, kept in the browser from visit to visit: light or night, how the book is shown, what is open. */
import { effect, type Signal, signal } from '@preact/signals';
import { type Look, profileNames, usualLook } from '../reader/profiles.ts';

export type Light = 'light' | 'night';
export type Pane = 'book' | 'text' | 'notices' | 'dress' | 'take';

const key = 'fleuron';

interface Kept {
  readonly light?: Light;
  readonly look?: Look;
  readonly pane?: Pane;
}

const kept = readKept();

/** Of the app; the book has a tone of its own. */
export const light: Signal<Light> = signal(
  kept.light ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'light'),
);
/** How the book is shown. */
export const look: Signal<Look> = signal(isLook(kept.look) ? kept.look : usualLook);
/** What stands beside the book, or, where there is room for one thing only, what is shown. */
export const pane: Signal<Pane> = signal(kept.pane ?? 'book');

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
