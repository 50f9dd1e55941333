/** A button that does something on the page. `look`: how it looks beside others; a `link` looks like words that are one. */
import type { ComponentProps } from 'preact';

const looks = {
  usual: 'button',
  quiet: 'button quiet',
  primary: 'button primary',
  danger: 'button danger',
  link: 'link',
};

type ButtonProps = Omit<ComponentProps<'button'>, 'type' | 'class'> & { readonly look?: keyof typeof looks };

export const Button = ({ look = 'usual', ...rest }: ButtonProps) => (
  <button type="button" class={looks[look]} {...rest} />
);
