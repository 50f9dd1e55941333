/** How a book is to look: what a metadata key says and a theme carries out. Tables and types; no file is opened here. */

/** The themes of the press, each a folder of `templates/`; the first is the one for a book that names none. */
export const themeNames = ['classic', 'plain'] as const;

export type ThemeName = (typeof themeNames)[number];

export interface Design {
  readonly theme: ThemeName;
  /** What stands between scenes: the text to print, or the manuscript path of a picture; the theme's own if undefined. */
  readonly ornament?: string | undefined;
  /** Whether the theme's typefaces are put into the book. */
  readonly embedsFonts: boolean;
  /** Whether a cover is drawn where the author gives none. */
  readonly drawsCover: boolean;
}
