/** Two readings of a passage in one editor: the newer version’s above, the author’s below it, to be changed; words that differ are marked. Loaded where there is something to settle. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { languageOf } from './languages.ts';
import { looks } from './looks.ts';

interface MergeEditorSettings {
  readonly mine: string;
  readonly theirs: string;
  /** Of the text that they are of. */
  readonly path: string;
  readonly lang: string;
  readonly onChange: (mine: string) => void;
}

const theme = EditorView.theme({
  '&': { height: 'auto' },
  '.cm-content': { maxWidth: 'none', padding: '0' },
  '&.cm-merge-b .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'transparent' },
  '.cm-deletedChunk': { padding: '0' },
  '.cm-deletedChunk .cm-deletedText': { background: 'var(--doubt-wash) !important', borderRadius: '2px' },
  '.cm-changedLine .cm-changedText': { background: 'var(--done-wash) !important', borderRadius: '2px' },
  // Each reading has its name above it.
  '.cm-deletedChunk:before, .cm-deletedChunk + .cm-line:before': {
    display: 'block',
    marginTop: '0.6rem',
    color: 'var(--quiet)',
    font: '700 var(--small) / 1.5 var(--sans)',
  },
  '.cm-deletedChunk:before': { content: '"The newer version"' },
  '.cm-deletedChunk + .cm-line:before': { content: '"Yours"' },
});

/** Draws it; what comes back takes it away. */
export function createMergeEditor(parent: HTMLElement, settings: MergeEditorSettings): () => void {
  const { mine, theirs, path, lang, onChange } = settings;
  const state = EditorState.create({
    doc: mine,
    extensions: [
      history(),
      keymap.of([...historyKeymap, ...defaultKeymap]),
      EditorView.lineWrapping,
      languageOf(path),
      theme, // goes before the looks of every editor
      looks,
      unifiedMergeView({ original: theirs, mergeControls: false, gutter: false }),
      EditorView.contentAttributes.of({ 'aria-label': 'Yours, below the newer version', lang, spellcheck: 'true' }),
      EditorView.updateListener.of(({ docChanged, state: { doc } }) => {
        if (docChanged) onChange(doc.toString());
      }),
    ],
  });
  const view = new EditorView({ parent, state });
  return () => view.destroy();
}
