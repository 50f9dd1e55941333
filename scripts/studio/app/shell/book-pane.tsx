/** The book as a reading system shows it, with what was noticed marked in its pages, and how it is shown chosen below. */
import type { Choice } from '../../../report/problem.ts';
import type { Notice } from '../../protocol.ts';
import { doubtsLike } from '../notices/group-notices.ts';
import { NoticeCard } from '../notices/notice-card.tsx';
import { Reader } from '../reader/reader-pane.tsx';
import { noticeId } from '../state/notice-id.ts';
import { look } from '../state/settings.ts';
import type { Studio } from '../state/studio.ts';
import { LookBar } from './look-bar.tsx';

interface BookPaneProps {
  readonly studio: Studio;
  readonly onChoose: (notices: readonly Notice[], choice: Choice) => void;
  /** Whether the list of notices stands beside it, and says the same. */
  readonly hasList: boolean;
}

export function BookPane({ studio, onChoose, hasList }: BookPaneProps) {
  const view = studio.view.value;
  const book = view?.book;
  const notices = view?.notices ?? [];
  const chosen = notices.find((each) => studio.isChosen(each));
  const marks = notices.flatMap((notice) =>
    notice.inPage
      ? [
          {
            id: noticeId(notice),
            place: notice.inPage,
            kind:
              notice === chosen
                ? ('chosen' as const)
                : notice.severity === 'hint'
                  ? ('doubt' as const)
                  : ('fault' as const),
          },
        ]
      : [],
  );
  const errors = notices.filter(({ severity }) => severity === 'error');
  return (
    <main class="pane book-pane" aria-label="Book">
      {errors.length > 0 && (
        <p class="no-book" role="alert">
          {book ? 'This is the last book that could be made: ' : 'No book can be made yet: '}
          {errors[0]?.reason} {errors[0]?.hint}
        </p>
      )}
      {!book && <div class="book-waiting" />}
      {book && (
        <Reader
          book={book}
          load={studio.entries}
          look={look.value}
          marks={marks}
          target={studio.target.value}
          events={{
            onPlace: studio.showInText,
            onMark: (id) => studio.choose(notices.find((each) => noticeId(each) === id)),
            onMoved: () => {},
            onExternal: (href) => {
              studio.message.value = {
                words: `The book links to ${href}.`,
                action: { name: 'Open it', run: () => open(href, '_blank', 'noopener,noreferrer') },
              };
            },
          }}
        />
      )}
      {chosen && !hasList && (
        <NoticeCard
          notice={chosen}
          alike={doubtsLike(notices, chosen)}
          texts={studio.story.value?.texts}
          onChoose={onChoose}
          onClose={() => studio.choose(undefined)}
        />
      )}
      <LookBar />
    </main>
  );
}
