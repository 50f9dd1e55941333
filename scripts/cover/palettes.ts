import type { CoverColours } from '../book/design.ts';

/**
 * The colours of drawn covers, chosen to go together and to be read on every screen, a grey one too: ink on paper has
 * a contrast of 7:1 at least, words on ground 4.5:1, accent on ground 3:1 (WCAG 2.2 §1.4.3, §1.4.6 and §1.4.11). The title picks
 * one, so that a shelf of stories is not all of one colour.
 */
export interface Palette {
  /** The colour of the whole. */
  readonly ground: string;
  /** Patterns and shapes on it. */
  readonly figure: string;
  /** The small, bright thing. */
  readonly accent: string;
  /** What the words stand on. */
  readonly paper: string;
  readonly ink: string;
  /** An ornament on paper. */
  readonly ornament: string;
  /** Words that stand on the ground itself. */
  readonly onGround: string;
}

const palette = (
  ground: string,
  figure: string,
  accent: string,
  paper: string,
  ink: string,
  ornament: string,
  onGround = paper,
): Palette => ({ ground, figure, accent, paper, ink, ornament, onGround });

export const palettes: Readonly<Record<CoverColours, Palette>> = {
  midnight: palette('#23395b', '#35527e', '#cfa95f', '#f4ecd8', '#1d2c44', '#23395b'),
  forest: palette('#1f4a3d', '#2f6655', '#d0a85c', '#f3eedd', '#17352c', '#1f4a3d'),
  wine: palette('#6b1f2a', '#87343f', '#dcb670', '#f6ecdc', '#4a141d', '#6b1f2a'),
  amber: palette('#c9902f', '#dba94c', '#5a2416', '#fbf3e0', '#482a11', '#5a2416', '#482a11'),
  teal: palette('#2b5a63', '#3f757f', '#e3bd7f', '#f3efe2', '#18383e', '#2b5a63'),
  plum: palette('#4a2a4f', '#65416b', '#d9aca2', '#f5ecea', '#34193a', '#4a2a4f'),
  rust: palette('#a84826', '#bf6440', '#f6dfb4', '#fbf1e3', '#552010', '#a84826'),
  mist: palette('#93abb8', '#aabdc8', '#6e2f22', '#f7f3ea', '#22343f', '#6e2f22', '#22343f'),
  sage: palette('#8fa27b', '#a5b592', '#5f2f20', '#f7f4e6', '#2d3a22', '#5f2f20', '#232e1a'),
  charcoal: palette('#2e2e33', '#47474f', '#c5a66e', '#f2ede3', '#232327', '#2e2e33'),
  rose: palette('#c89090', '#d6a6a5', '#551f30', '#fbf2ee', '#4b1e2c', '#551f30', '#4b1e2c'),
  indigo: palette('#2a2f66', '#40478c', '#e3b85b', '#f4efe0', '#1e2250', '#2a2f66'),
};
