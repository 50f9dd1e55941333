/** How the book is shown: on what, in which light, how large; and what that kind of reader does in its own way. */

import { useSignal } from '@preact/signals';
import { type Look, profileNames, profileOf, profiles, typeSizes } from '../reader/profiles.ts';
import { look } from '../state/settings.ts';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';

const lights: readonly { readonly light: Look['night']; readonly name: string }[] = [
  { light: 'light', name: 'Light' },
  { light: 'sepia', name: 'Sepia' },
  { light: 'night', name: 'Night' },
];

const margins: readonly { readonly value: number | undefined; readonly name: string }[] = [
  { value: undefined, name: 'Usual margins' },
  { value: 2, name: 'Narrow margins' },
  { value: 14, name: 'Wide margins' },
];

/** `hasDevices`: whether the book is looked at as on several devices, rather than read on this one. */
export function LookBar({ hasDevices = true }: { readonly hasDevices?: boolean }) {
  const isOpen = useSignal(false);
  const now = look.value;
  const set = (change: Partial<Look>): void => {
    look.value = { ...now, ...change };
  };
  const resize = (by: 1 | -1): void => {
    const size = typeSizes.map((_, at) => at).find((at) => at === now.size + by);
    if (size !== undefined) set({ size: size as Look['size'] });
  };
  return (
    <section
      class="look"
      aria-label="How the book is shown"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return;
        event.stopPropagation();
        isOpen.value = false;
      }}
    >
      {hasDevices && (
        <label>
          <span class="visually-hidden">Shown as on</span>
          <select
            value={now.profile}
            onChange={({ currentTarget }) => {
              const profile = profileNames.find((name) => name === currentTarget.value);
              if (profile) set({ profile });
            }}
          >
            {profileNames.map((name) => (
              <option key={name} value={name}>
                {profiles[name].label}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button
        look="quiet"
        aria-expanded={isOpen.value}
        aria-controls="look-more"
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name="look" />
        How it looks
      </Button>
      {isOpen.value && (
        <div id="look-more" class="look-more">
          <fieldset>
            <legend>Light</legend>
            {lights.map(({ light, name }) => (
              <button
                key={light}
                type="button"
                class={`look-light is-${light}`}
                aria-pressed={now.night === light}
                onClick={() => set({ night: light })}
              >
                {name}
              </button>
            ))}
          </fieldset>
          <fieldset>
            <legend>Type</legend>
            <Button look="quiet" aria-label="Smaller type" disabled={now.size === 0} onClick={() => resize(-1)}>
              <span class="look-small">A</span>
            </Button>
            <Button
              look="quiet"
              aria-label="Larger type"
              disabled={now.size === typeSizes.length - 1}
              onClick={() => resize(1)}
            >
              <span class="look-large">A</span>
            </Button>
          </fieldset>
          <label>
            <span class="look-name">Margins</span>
            <select
              value={`${now.ownMargins ?? ''}`}
              onChange={({ currentTarget }) => {
                const chosen = margins.find(({ value }) => `${value ?? ''}` === currentTarget.value);
                set({ ownMargins: chosen?.value });
              }}
            >
              {margins.map(({ value, name }) => (
                <option key={name} value={`${value ?? ''}`}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            <input
              type="checkbox"
              checked={now.spread === 'auto'}
              onChange={({ currentTarget }) => set({ spread: currentTarget.checked ? 'auto' : 'one' })}
            />
            Two pages
          </label>
          {hasDevices && (
            <div class="look-note">
              <h2>{profileOf(now).label}: what it does in its own way</h2>
              <ul>
                {profileOf(now).ignores.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
