/** What a person is to type next. In: commands as docs and problems have them. Out: the same as they work where the press was started. */

/**
 * Text whose commands are written as the person starts them: `npx fleuron build` for `fleuron build` where npm, or what works as it
 * does, has started this. There, `fleuron` is on no PATH of the person’s. npx, too, names what it runs in `npm_lifecycle_event`.
 */
export const asStarted = (text: string, env: Readonly<Record<string, string | undefined>> = process.env): string =>
  env['npm_lifecycle_event'] === undefined ? text : text.replace(/(?<![\w./-])fleuron (?=[a-z<]|--)/g, 'npx $&');

/** A path as a shell takes it: as it is, or in quotation marks. */
export function forShell(path: string, platform: string = process.platform): string {
  const isWindows = platform === 'win32';
  const word = path.startsWith('-') ? `./${path}` : path;
  if ((isWindows ? /^[\p{L}\p{M}\p{N}_.:/\\+-]+$/u : /^[\p{L}\p{M}\p{N}_.:/+@,-]+$/u).test(word)) return word;
  return isWindows ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
