/** How the editor looks: like a manuscript page, its marks quieter than its words. Colours are the app’s own, so that night needs nothing more. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--raised)', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.6', overflowX: 'hidden' },
  '.cm-content': {
    boxSizing: 'border-box',
    maxWidth: '40rem',
    margin: '0 auto',
    padding: '1.5rem 1.25rem 40vh',
    caretColor: 'var(--accent)',
  },
  '.cm-line': { padding: '0' },
  '.cm-shown': { borderRadius: '2px', backgroundColor: 'var(--doubt-wash)', boxShadow: '0 0 0 2px var(--doubt-wash)' },
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': { backgroundColor: 'var(--fault-wash)', borderBottom: '2px solid var(--fault)' },
  '.cm-lintRange-warning': { borderBottom: '2px solid var(--doubt)' },
  '.cm-lintRange-info': { backgroundColor: 'var(--doubt-wash)', borderBottom: '2px dotted var(--doubt)' },
  '.cm-lintRange-hint': { borderBottom: '1px dotted var(--quiet)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--doubt)' },
  '.cm-tooltip': {
    maxWidth: 'min(24rem, calc(100vw - 2rem))',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--sans)',
    fontSize: '1rem',
    lineHeight: '1.4',
  },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem', border: '0', marginLeft: '0' },
  '.cm-diagnostic p': { margin: '0 0 0.3rem' },
  '.cm-diagnostic .hint': { color: 'var(--quiet)' },
  '.cm-diagnosticAction': {
    margin: '0.2rem 0.5rem 0.2rem 0',
    padding: '0.3rem 0.7rem',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    font: 'inherit',
    fontSize: '1rem',
    cursor: 'pointer',
  },
  '.cm-diagnosticAction:hover': { borderColor: 'var(--doubt)', backgroundColor: 'var(--doubt-wash)' },
  '.cm-panels': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    fontFamily: 'var(--sans)',
    borderColor: 'var(--line)',
  },
  '.cm-panel.cm-search': { padding: '0.5rem 2rem 0.5rem 0.75rem' },
  '.cm-panel label': { fontSize: '0.875rem' },
  '.cm-textfield, .cm-button': {
    minHeight: '2rem',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    font: 'inherit',
    fontSize: '1rem',
  },
  '.cm-panel button[name=close]': { color: 'var(--ink)', fontSize: '1.25rem' },
  '.cm-searchMatch': { backgroundColor: 'var(--doubt-wash)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--doubt)' },
});

const quiet = { color: 'var(--quiet)' };
const highlights = HighlightStyle.define([
  { tag: tags.heading1, fontSize: '1.5em', fontWeight: '400' },
  { tag: tags.heading2, fontSize: '1.25em', fontWeight: '400' },
  { tag: [tags.heading3, tags.heading4, tags.heading5, tags.heading6], fontStyle: 'italic' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.monospace, fontFamily: 'var(--mono)', fontSize: '0.85em' },
  { tag: [tags.processingInstruction, tags.meta, tags.comment, tags.url, tags.contentSeparator], ...quiet },
  { tag: [tags.definition(tags.propertyName), tags.labelName], color: 'var(--accent)' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], ...quiet },
]);

export const looks: Extension = [theme, syntaxHighlighting(highlights)];
