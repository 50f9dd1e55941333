/** The source pane: the author’s texts, one at a time, in an editor that is loaded when the pane is opened first. */

import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice, Place } from '../../../report/problem.ts';
import type { Notice, StoryText } from '../../protocol.ts';
import { Button } from '../shell/button.tsx';
import type { EditorEvents, TextEditor } from './editor.ts';

interface TextPaneProps {
  readonly texts: readonly StoryText[];
  /** The one that is shown. */
  readonly path: string;
  readonly onPath: (path: string) => void;
  readonly notices: readonly Notice[];
  /** A place to go to: each new object moves the cursor once. */
  readonly cursor?: Place | undefined;
  readonly onCursor: (place: Place) => void;
  /** Typed, at most every 80 ms. What is sent comes back in `texts`; anything else there was changed elsewhere. */
  readonly onEdit: (path: string, text: string) => void;
  readonly onChoose: (notice: Notice, choice: Choice) => void;
  /** Ctrl-S: what was typed is sent already. */
  readonly onSave?: (() => void) | undefined;
  readonly lang?: string | undefined;
  /** What stands above the text. */
  readonly above?: ComponentChild;
  /** What stands in its place. */
  readonly instead?: ComponentChild;
}

export function TextPane(props: TextPaneProps) {
  const { texts, path, onPath, notices, cursor, lang = 'en', above, instead } = props;
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const went = useRef<Place>();
  const [editor, setEditor] = useState<TextEditor>();
  const [conflicts, setConflicts] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState(false);

  useEffect(() => {
    let isGone = false;
    let made: TextEditor | undefined;
    const events: EditorEvents = {
      onEdit: (...edit) => latest.current.onEdit(...edit),
      onCursor: (place) => latest.current.onCursor(place),
      onChoose: (...chosen) => latest.current.onChoose(...chosen),
      onSave: () => latest.current.onSave?.(),
      onConflict: setConflicts,
    };
    import('./editor.ts').then(
      ({ createEditor }) => {
        if (isGone || !parent.current) return;
        made = createEditor(parent.current, events);
        setEditor(made);
      },
      () => setFailure(true),
    );
    return () => {
      isGone = true;
      made?.destroy();
    };
  }, []);
  // What stood in place of the text took the focus with it.
  const isCovered = Boolean(instead);
  useEffect(() => {
    if (!isCovered && document.activeElement === document.body)
      parent.current?.querySelector<HTMLElement>('.cm-content')?.focus();
  }, [isCovered]);
  useEffect(() => editor?.show(texts, path, lang), [editor, texts, path, lang]);
  useEffect(() => editor?.notice(notices), [editor, notices]);
  useEffect(() => {
    if (!cursor || !editor || cursor === went.current) return;
    if (cursor.path !== path) return onPath(cursor.path);
    went.current = cursor;
    editor.goTo(cursor);
  }, [editor, cursor, path]);

  return (
    <div class="text-view">
      <div class="text-bar">
        {texts.length > 1 ? (
          <select
            class="field-control"
            aria-label="Which text"
            value={path}
            onChange={(event) => onPath(event.currentTarget.value)}
          >
            {texts.map((each) => (
              <option key={each.path} value={each.path}>
                {each.path}
              </option>
            ))}
          </select>
        ) : (
          <p class="text-name">{path}</p>
        )}
        <Button look="quiet" disabled={!editor} onClick={() => editor?.find()}>
          Find
        </Button>
      </div>
      {conflicts.includes(path) && (
        <div class="text-conflict" role="alert">
          <p>“{path}” was changed elsewhere while you wrote here. What you write is not kept until you choose.</p>
          <Button onClick={() => editor?.settle(path, 'mine')}>Keep mine</Button>
          <Button onClick={() => editor?.settle(path, 'theirs')}>Take theirs</Button>
        </div>
      )}
      {failure && (
        <p class="text-conflict" role="alert">
          The editor could not be loaded. Load the page again; what you wrote is kept.
        </p>
      )}
      {!editor && !failure && <p class="text-waiting">Opening your text…</p>}
      {above}
      {instead}
      <div ref={parent} class="text-editor" hidden={isCovered} />
    </div>
  );
}
