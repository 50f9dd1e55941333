/**
 * The editor of the source pane: CodeMirror, one state for each text that was opened, so that cursor, scrolling and undo history
 * stay. In: the texts as their store has them, notices, places to go to. Out: what is typed, where the cursor is.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import {
  Annotation,
  ChangeSet,
  Compartment,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  Text,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import type { Choice, Place, Point } from '../../../report/problem.ts';
import type { Notice, StoryText } from '../../protocol.ts';
import { diagnosticsOf, type Range, rangeOf } from './diagnostics.ts';
import { languageOf } from './languages.ts';
import { looks } from './looks.ts';
import { type OpenText, receive } from './open-text.ts';
import { lineEndOf, type TextChange, textChanges } from './text-changes.ts';

export interface EditorEvents {
  /** Typed, at most every 80 ms, with the line ends that the file has. */
  readonly onEdit: (path: string, text: string) => void;
  readonly onCursor: (place: Place) => void;
  readonly onChoose: (notice: Notice, choice: Choice) => void;
  readonly onSave: () => void;
  /** These texts were changed here and elsewhere, at the same words; nothing is sent until `settle`. */
  readonly onConflict: (paths: readonly string[]) => void;
}

export interface TextEditor {
  /** Takes in what the store has, and shows one of the texts, which is in a language. */
  show(texts: readonly StoryText[], path: string, lang: string): void;
  notice(notices: readonly Notice[]): void;
  /** Scrolls to a place of the text that is shown, and marks it for a moment. */
  goTo(place: Place): void;
  settle(path: string, by: 'mine' | 'theirs'): void;
  /** Sends what was typed and not yet sent. */
  flush(): void;
  find(): void;
  destroy(): void;
}

/** So long after a key, in milliseconds, what is typed is sent. */
const pause = 80;
/** So long a place that was gone to is marked. */
const markedFor = 1600;

const fromOutside = Annotation.define<boolean>();
const markPlace = StateEffect.define<Range | undefined>();
const markedPlace = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes }) {
    let now = marks.map(changes);
    for (const effect of effects)
      if (effect.is(markPlace)) {
        const { value } = effect;
        now = value && value.to > value.from ? Decoration.set(shown.range(value.from, value.to)) : Decoration.none;
      }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
const shown = Decoration.mark({ class: 'cm-shown' });

/** What is shown until a text is open; it has a name, because every field must have one (ARIA, *textbox*). */
const noText = EditorState.create({
  extensions: [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ 'aria-label': 'Text' })],
});

interface Opened {
  readonly lineEnd: string;
  open: OpenText;
  /** As it was left; the shown text’s is the view’s. */
  state: EditorState;
  scroll?: StateEffect<unknown> | undefined;
}

export function createEditor(parent: HTMLElement, events: EditorEvents): TextEditor {
  const view = new EditorView({ parent, state: noText });
  const opened = new Map<string, Opened>();
  const changeable = new Compartment();
  let current = '';
  let lang = 'en';
  let notices: readonly Notice[] = [];
  let typing: ReturnType<typeof setTimeout> | undefined;
  let moving: ReturnType<typeof setTimeout> | undefined;
  let marking: ReturnType<typeof setTimeout> | undefined;

  const stateOf = (path: string, each: Opened): EditorState => (path === current ? view.state : each.state);
  const dispatch = (path: string, each: Opened, spec: TransactionSpec) => {
    if (path === current) view.dispatch(spec);
    else each.state = each.state.update(spec).state;
  };

  const send = (path: string, each: Opened) => {
    const text = stateOf(path, each).doc.toString();
    if (each.open.conflict !== undefined || text === (each.open.sent.at(-1) ?? each.open.base)) return;
    each.open = { ...each.open, sent: [...each.open.sent, text] };
    events.onEdit(path, text.replaceAll('\n', each.lineEnd));
  };
  const flush = () => {
    clearTimeout(typing);
    typing = undefined;
    const each = opened.get(current);
    if (each) send(current, each);
  };

  const applyOutside = (path: string, each: Opened, base: string, changes: readonly TextChange[]) => {
    if (changes.length === 0) return;
    const set = ChangeSet.of(changes, base.length);
    const typed = ChangeSet.of(textChanges(base, stateOf(path, each).doc.toString()), base.length);
    dispatch(path, each, {
      changes: set.map(typed),
      annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
    });
  };

  const tellConflicts = () =>
    events.onConflict([...opened].flatMap(([path, { open }]) => (open.conflict === undefined ? [] : [path])));

  const attributes = (): Extension =>
    EditorView.contentAttributes.of({
      'aria-label': `Text of ${current}`,
      lang,
      dir: 'ltr',
      spellcheck: 'true',
      tabindex: '0',
      autocapitalize: 'sentences',
    });

  const listener = EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state }) => {
    const isOwn = !transactions.some((each) => each.annotation(fromOutside));
    if (docChanged && isOwn) typing ??= setTimeout(flush, pause);
    if (!isOwn || !(docChanged || selectionSet)) return;
    clearTimeout(moving);
    moving = setTimeout(() => events.onCursor(placeOf(current, state)), pause);
  });

  const extensions = (path: string, isMixed: boolean): Extension => [
    // CodeMirror’s own way of finding lines would lose carriage returns among line feeds.
    isMixed ? EditorState.lineSeparator.of('\n') : [],
    history(),
    search({ top: true }),
    keymap.of([
      {
        key: 'Mod-s',
        preventDefault: true,
        run: () => {
          flush();
          events.onSave();
          return true;
        },
      },
      ...searchKeymap,
      ...historyKeymap,
      ...lintKeymap,
      ...defaultKeymap,
    ]),
    EditorView.lineWrapping,
    placeholder('Nothing is written here yet.'),
    languageOf(path),
    looks,
    markedPlace,
    listener,
    EditorView.domEventHandlers({ blur: () => flush() }),
    changeable.of(attributes()),
  ];

  const openText = ({ path, text }: StoryText): Opened => {
    const lineEnd = lineEndOf(text);
    const doc = Text.of(text.split(lineEnd));
    const isMixed = lineEnd === '\n' && text.includes('\r');
    const state = EditorState.create({ doc, extensions: extensions(path, isMixed) });
    return { lineEnd, open: { base: doc.toString(), sent: [] }, state };
  };

  const takeIn = ({ path, text }: StoryText, each: Opened) => {
    const { base } = each.open;
    const theirs = text.replaceAll(each.lineEnd, '\n');
    const { open, changes, isToSend } = receive(each.open, stateOf(path, each).doc.toString(), theirs);
    applyOutside(path, each, base, changes);
    each.open = open;
    if (isToSend) send(path, each);
  };

  const mark = () =>
    view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state.doc, current, notices, events.onChoose)));

  /** Takes in each text that is open, and forgets those that are gone. */
  const takeInAll = (texts: readonly StoryText[]) => {
    for (const each of texts) {
      const known = opened.get(each.path);
      if (known) takeIn(each, known);
    }
    for (const known of opened.keys()) if (!texts.some((each) => each.path === known)) opened.delete(known);
  };

  /** Leaves the text that is shown as it is, and shows another. */
  const turnTo = (path: string, text: StoryText | undefined) => {
    flush();
    const left = opened.get(current);
    if (left) {
      left.state = view.state;
      left.scroll = view.scrollSnapshot();
    }
    current = path;
    const next = opened.get(path) ?? (text && openText(text));
    if (next) opened.set(path, next);
    view.setState(next?.state ?? noText);
    if (next?.scroll) view.dispatch({ effects: next.scroll });
    mark();
  };

  return {
    show(texts, path, now) {
      takeInAll(texts);
      const isNew = path !== current || !opened.has(path);
      if (isNew)
        turnTo(
          path,
          texts.find((each) => each.path === path),
        );
      const isSet = lang === now;
      lang = now;
      if (isNew || !isSet) view.dispatch({ effects: changeable.reconfigure(attributes()) });
      tellConflicts();
    },
    notice(now) {
      notices = now;
      mark();
    },
    goTo(place) {
      const range = rangeOf(view.state.doc, place);
      if (!range || place.path !== current) return;
      clearTimeout(marking);
      view.dispatch({
        selection: { anchor: range.from },
        effects: [EditorView.scrollIntoView(range.from, { y: 'center' }), markPlace.of(range)],
        annotations: fromOutside.of(true),
      });
      marking = setTimeout(() => view.dispatch({ effects: markPlace.of(undefined) }), markedFor);
    },
    settle(path, by) {
      const each = opened.get(path);
      const theirs = each?.open.conflict;
      if (!each || theirs === undefined) return;
      const mine = stateOf(path, each).doc.toString();
      each.open = { base: theirs, sent: [] };
      if (by === 'mine') send(path, each);
      else
        dispatch(path, each, {
          changes: [...textChanges(mine, theirs)],
          annotations: [fromOutside.of(true), Transaction.addToHistory.of(true)],
        });
      tellConflicts();
    },
    flush,
    find: () => void openSearchPanel(view),
    destroy() {
      flush();
      clearTimeout(moving);
      clearTimeout(marking);
      view.destroy();
    },
  };
}

/** The selection as a place. */
function placeOf(path: string, { doc, selection: { main } }: EditorState): Place {
  const point = (at: number): Point => {
    const line = doc.lineAt(at);
    return { line: line.number, column: at - line.from + 1 };
  };
  return { path, start: point(main.from), end: point(main.to) };
}
