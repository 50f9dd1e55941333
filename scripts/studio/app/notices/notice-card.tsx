/** What is said beside a mark in the page. In: a notice and those like it. The app puts it where the mark is. */

import { useEffect, useRef } from 'preact/hooks';
import type { Choice } from '../../../report/problem.ts';
import type { Notice, StoryText } from '../../protocol.ts';
import { Button } from '../shell/button.tsx';
import { isDoubt, kindOf } from './group-notices.ts';
import { Readings, SettleAll, Words } from './notice-body.tsx';

interface NoticeCardProps {
  readonly notice: Notice;
  /** All doubts about the same word, itself among them (`doubtsLike`). */
  readonly alike?: readonly Notice[] | undefined;
  readonly texts?: readonly StoryText[] | undefined;
  readonly onChoose: (notices: readonly Notice[], choice: Choice) => void;
  readonly onClose: () => void;
}

const names = { error: 'To mend', warning: 'To look at', doubt: 'Which do you mean?', hint: 'Good to know' } as const;

export function NoticeCard({ notice, alike = [], texts = [], onChoose, onClose }: NoticeCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.querySelector('button')?.focus(), [notice]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const kind = kindOf(notice);
  return (
    <div
      ref={card}
      role="dialog"
      aria-labelledby="notice-card-title"
      class={`notice-card ${kind}`}
      onKeyDown={onKeyDown}
    >
      <h2 id="notice-card-title">{names[kind]}</h2>
      {isDoubt(notice) ? <Words texts={texts} notice={notice} /> : <p class="notice-reason">{notice.reason}</p>}
      {isDoubt(notice) ? (
        <>
          <Readings notice={notice} onChoose={onChoose} />
          <SettleAll notices={alike} onChoose={onChoose} />
        </>
      ) : (
        notice.hint !== undefined && <p class="notice-hint">{notice.hint}</p>
      )}
      <p class="notice-card-foot">
        <Button look="link" onClick={onClose}>
          Close
        </Button>
      </p>
    </div>
  );
}
