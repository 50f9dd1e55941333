/** Small drawings for buttons that have no room for a word; the button says the word to those who do not see them. */

import type { ComponentProps } from 'preact';
import { Button } from './button.tsx';

const paths = {
  undo: 'M7 6 3 10l4 4M3.5 10H13a4 4 0 0 1 0 8h-3',
  redo: 'M13 6l4 4-4 4M16.5 10H7a4 4 0 0 0 0 8h3',
  night: 'M16 12.5A6.5 6.5 0 0 1 7.5 4a6.5 6.5 0 1 0 8.5 8.5Z',
  look: 'M2 16 6 5h1l4 11M3.5 12h6M12 16l2.5-7h1L18 16M12.8 13.5h4.4',
} as const;

type IconName = keyof typeof paths;

/** A button that is a drawing; `name` is what it does. */
export function IconButton({
  icon,
  name,
  ...rest
}: Pick<ComponentProps<'button'>, 'aria-pressed' | 'disabled' | 'onClick'> & {
  readonly icon: IconName;
  readonly name: string;
}) {
  return (
    <Button look="quiet" aria-label={name} title={name} {...rest}>
      <Icon name={icon} />
    </Button>
  );
}

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
