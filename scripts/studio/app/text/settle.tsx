/** Passages that the author and a newer version both changed, one after the other: one reading is kept, or both. In: a text. Out: the words that take their place. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change, StoryText } from '../../protocol.ts';
import { Button } from '../shell/button.tsx';
import { settle, type Unsettled } from './unsettled.ts';

interface SettleProps {
  readonly text: StoryText;
  /** All of the text; there is one at least. */
  readonly unsettled: readonly Unsettled[];
  /** The line that is looked at. */
  readonly line: number;
  readonly onLine: (line: number) => void;
  readonly onChange: (changes: readonly Change[], words: string) => void;
  readonly onClose: () => void;
  readonly lang: string;
}

export function Settle({ text, unsettled, line, onLine, onChange, onClose, lang }: SettleProps) {
  const at = Math.max(
    0,
    unsettled.findLastIndex((each) => each.line <= line),
  );
  const shown = unsettled[at];
  const parent = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState<string>();
  const [failure, setFailure] = useState(false);
  const { mine = '', theirs = '' } = shown ?? {};
  useEffect(() => {
    setTyped(undefined);
    let isGone = false;
    let remove = (): void => {};
    import('./merge-editor.ts').then(
      ({ createMergeEditor }) => {
        if (isGone || !parent.current) return;
        remove = createMergeEditor(parent.current, { mine, theirs, path: text.path, lang, onChange: setTyped });
      },
      () => setFailure(true),
    );
    return () => {
      isGone = true;
      remove();
    };
  }, [text.path, shown?.line, mine, theirs, lang]);
  useEffect(() => heading.current?.focus(), [text.path, shown?.line, unsettled.length]);
  if (!shown) return null;
  const keep = (words: string, told: string) => onChange([settle(text, shown, words)], told);
  const own = typed ?? mine;
  const both = [own, theirs].filter((each) => each.trim() !== '').join('\n\n');
  return (
    <section class="settle" aria-labelledby="settle-title">
      <header class="settle-head">
        <h2 id="settle-title" ref={heading} tabIndex={-1}>
          Which do you keep?
        </h2>
        <p class="second">
          {unsettled.length > 1 ? `${at + 1} of ${unsettled.length}: you` : 'You'} changed this passage, and so did the
          newer version. The book has yours. You can write in it here, too.
        </p>
        <p class="settle-ways">
          {unsettled.length > 1 && (
            <Button look="link" onClick={() => onLine(unsettled[(at + 1) % unsettled.length]?.line ?? line)}>
              The next one
            </Button>
          )}
          <Button look="link" onClick={onClose}>
            Back to the text
          </Button>
        </p>
      </header>
      {failure && <p role="alert">This could not be loaded. Load the page again; your text is as it was.</p>}
      {mine === '' && (
        <p class="second">No passage of yours above it says the same: you deleted it, or wrote another.</p>
      )}
      <div ref={parent} class="settle-texts" />
      <div class="actions">
        <Button onClick={() => keep(own, 'Yours is kept')}>
          {typed === undefined || typed === mine ? 'Keep yours' : 'Keep what you wrote'}
        </Button>
        <Button onClick={() => keep(theirs, 'The newer version is taken')}>Take the newer</Button>
        <Button onClick={() => keep(both, 'Both are kept')}>Keep both</Button>
      </div>
    </section>
  );
}
