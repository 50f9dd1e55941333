/** What a reading system adds to a book’s styles: its own type size, its colours by day and by night, its own margins. */
import { type Look, profileOf, typeSizes } from './profiles.ts';

/** Colours of a page, and of marks in it. */
export const pageColours = {
  light: { paper: '#fffdf8', ink: '#211c18', link: '#7b2d26', doubt: '#b97a0c', fault: '#b3261a', chosen: '#f0c544' },
  sepia: { paper: '#f3e7d0', ink: '#44331f', link: '#7a3b16', doubt: '#a3680a', fault: '#a3261a', chosen: '#dda63a' },
  night: { paper: '#171513', ink: '#cfc6b9', link: '#e0a493', doubt: '#e0b05a', fault: '#ec8b7d', chosen: '#8a6a1f' },
} as const;

/** Two sheets: one that the book’s own styles override, and one that overrides these. */
export function pageStyles(look: Look): readonly [before: string, after: string] {
  const { ink, link } = pageColours[look.night];
  const size = profileOf(look).type * typeSizes[look.size];
  const face = 'assets/@expo-google-fonts/eb-garamond/';
  const source = (path: string): string => `url("${new URL(`${face}${path}`, document.baseURI).href}")`;
  // Where a machine has none of the typefaces that reading systems bring along, ours stands in.
  const before = `
    @font-face { font-family: 'Fleuron page'; src: ${source('400Regular/EBGaramond_400Regular.ttf')}; }
    @font-face { font-family: 'Fleuron page'; font-style: italic; src: ${source('400Regular_Italic/EBGaramond_400Regular_Italic.ttf')}; }
    html { font-family: Georgia, Charter, 'Iowan Old Style', 'Palatino Linotype', 'Fleuron page', serif; line-height: 1.4; }
    a:any-link { color: inherit; text-decoration-thickness: 0.06em; text-underline-offset: 0.15em; }`;
  const colours =
    look.night === 'light'
      ? `html { color: ${ink}; }`
      : `body, body * { color: ${ink} !important; background-color: transparent !important; border-color: currentColor; }
         body a:any-link, body a:any-link * { color: ${link} !important; }`;
  const after = `
    html { font-size: ${size}px !important; color-scheme: ${look.night === 'night' ? 'dark' : 'light'}; }
    html, body { background: none !important; }
    ${look.profile === 'kindle' ? 'body { padding: 0 !important; }' : ''}
    ${colours}`;
  return [before, after];
}
