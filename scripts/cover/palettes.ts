/**
 * The colours of drawn covers, chosen to go together and to be read on every screen, a grey one too: ink on paper has
 * a contrast of 7:1 at least, accent on ground 3:1 (WCAG 2.2 §1.4.6 and §1.4.11). The title picks one, so that a shelf
 * of stories is not all of one colour.
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
}

export const palettes: readonly Palette[] = [
  { ground: '#23395b', figure: '#35527e', accent: '#cfa95f', paper: '#f4ecd8', ink: '#1d2c44', ornament: '#23395b' },
  { ground: '#1f4a3d', figure: '#2f6655', accent: '#d0a85c', paper: '#f3eedd', ink: '#17352c', ornament: '#1f4a3d' },
  { ground: '#6b1f2a', figure: '#87343f', accent: '#dcb670', paper: '#f6ecdc', ink: '#4a141d', ornament: '#6b1f2a' },
  { ground: '#c9902f', figure: '#dba94c', accent: '#5a2416', paper: '#fbf3e0', ink: '#482a11', ornament: '#5a2416' },
  { ground: '#2b5a63', figure: '#3f757f', accent: '#e3bd7f', paper: '#f3efe2', ink: '#18383e', ornament: '#2b5a63' },
  { ground: '#4a2a4f', figure: '#65416b', accent: '#d9aca2', paper: '#f5ecea', ink: '#34193a', ornament: '#4a2a4f' },
  { ground: '#a84826', figure: '#bf6440', accent: '#f6dfb4', paper: '#fbf1e3', ink: '#552010', ornament: '#a84826' },
  { ground: '#93abb8', figure: '#aabdc8', accent: '#6e2f22', paper: '#f7f3ea', ink: '#22343f', ornament: '#6e2f22' },
  { ground: '#8fa27b', figure: '#a5b592', accent: '#5f2f20', paper: '#f7f4e6', ink: '#2d3a22', ornament: '#5f2f20' },
  { ground: '#2e2e33', figure: '#47474f', accent: '#c5a66e', paper: '#f2ede3', ink: '#232327', ornament: '#2e2e33' },
  { ground: '#c89090', figure: '#d6a6a5', accent: '#551f30', paper: '#fbf2ee', ink: '#4b1e2c', ornament: '#551f30' },
  { ground: '#2a2f66', figure: '#40478c', accent: '#e3b85b', paper: '#f4efe0', ink: '#1e2250', ornament: '#2a2f66' },
];
