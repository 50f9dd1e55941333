/** All that a press noticed, as a list: what is wrong first, what is sure last and in one line. */

import type { Choice } from '../../../report/problem.ts';
import type { Notice, StoryText } from '../../protocol.ts';
import { Button } from '../shell/button.tsx';
import { Folded } from '../shell/folded.tsx';
import {
  countNotices,
  isDoubt,
  type NoticeGroup,
  type NoticeKind,
  nextDoubt,
  placeName,
  sortNotices,
} from './group-notices.ts';
import { Readings, SettleAll, Words } from './notice-body.tsx';

interface NoticeListProps {
  readonly notices: readonly Notice[];
  readonly chosen?: Notice | undefined;
  /** For the words around a place. */
  readonly texts?: readonly StoryText[] | undefined;
  /** Shows a notice in the page and in the text. */
  readonly onGo: (notice: Notice) => void;
  /** Settles one doubt, or all that are given; `changesOf` has the changes. */
  readonly onChoose: (notices: readonly Notice[], choice: Choice) => void;
  /** Shows both readings of what waits to be settled after an update. */
  readonly onSettle?: ((notice: Notice) => void) | undefined;
}

const titles: Readonly<Record<NoticeKind, string>> = {
  error: 'To mend first',
  warning: 'To look at',
  doubt: 'Which do you mean?',
  hint: 'Good to know',
};

export function NoticeList({ notices, chosen, texts = [], onGo, onChoose, onSettle }: NoticeListProps) {
  const { groups, sure } = sortNotices(notices);
  const count = countNotices(notices);
  const step = (by: 1 | -1) => {
    const next = nextDoubt(notices, chosen, by);
    if (next) onGo(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n') step(1);
    else if (event.key === 'p') step(-1);
    else return;
    event.preventDefault();
  };
  return (
    <section class="notices" aria-labelledby="notices-title" onKeyDown={onKeyDown}>
      <header class="notices-head">
        <h2 id="notices-title">What the press noticed</h2>
        <p aria-live="polite">{count}</p>
        {notices.some(isDoubt) && (
          <div class="notices-steps">
            <Button look="quiet" aria-keyshortcuts="p" onClick={() => step(-1)}>
              Previous doubt
            </Button>
            <Button look="quiet" aria-keyshortcuts="n" onClick={() => step(1)}>
              Next doubt
            </Button>
          </div>
        )}
      </header>
      {groups.length === 0 && (
        <p class="notices-none">Nothing to mend and nothing in doubt: the book is as you wrote it.</p>
      )}
      {(Object.keys(titles) as NoticeKind[]).map((kind) => {
        const those = groups.filter((group) => group.kind === kind);
        if (those.length === 0) return null;
        return (
          <section key={kind} class={`notices-kind ${kind}`} aria-labelledby={`notices-${kind}`}>
            <h3 id={`notices-${kind}`}>{titles[kind]}</h3>
            <ul class="notice-list">
              {those.map((group) => (
                <Group key={keyOf(group.first)} {...{ group, chosen, texts, onGo, onChoose, onSettle }} />
              ))}
            </ul>
          </section>
        );
      })}
      {sure.length > 0 && (
        <details class="notices-sure">
          <summary>Found in your text: {namesOf(sure)}</summary>
          <ul>
            {sure.map((each) => (
              <li key={keyOf(each)}>
                {each.taken ?? each.reason} <Show notice={each} onGo={onGo} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface GroupProps extends Pick<NoticeListProps, 'onGo' | 'onChoose' | 'onSettle'> {
  readonly texts: readonly StoryText[];
  readonly chosen: Notice | undefined;
  readonly group: NoticeGroup;
}

function Group({ group, chosen, texts, onGo, onChoose, onSettle }: GroupProps) {
  const { first, others, kind } = group;
  const all = [first, ...others];
  const isChosen = chosen !== undefined && all.includes(chosen);
  if (kind !== 'doubt')
    return (
      <li class="notice" aria-current={isChosen ? 'true' : undefined}>
        <p class="notice-reason">{first.reason}</p>
        {first.hint !== undefined && <p class="notice-hint">{first.hint}</p>}
        <Show notice={first} {...{ onGo, onSettle }} />
        {others.length > 0 && (
          <details>
            <summary>and {others.length} more</summary>
            <ul>
              {others.map((each) => (
                <li key={keyOf(each)}>
                  {each.reason !== first.reason && each.reason} <Show notice={each} {...{ onGo, onSettle }} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </li>
    );
  if (others.length === 0)
    return (
      <li class="notice" aria-current={isChosen ? 'true' : undefined}>
        <Doubt {...{ notice: first, texts, onGo, onChoose }} />
      </li>
    );
  return (
    <li class="notice" aria-current={isChosen ? 'true' : undefined}>
      <p class="notice-reason">
        <span class="reading-shown">{group.elision?.shown}</span> stands here {all.length} times.
      </p>
      <SettleAll notices={all} onChoose={onChoose} />
      <Folded isOpen={isChosen} summary="One by one">
        {() => (
          <ul class="notice-list">
            {all.map((each) => (
              <li key={keyOf(each)} class="notice-one" aria-current={each === chosen ? 'true' : undefined}>
                <Doubt {...{ notice: each, texts, onGo, onChoose }} />
              </li>
            ))}
          </ul>
        )}
      </Folded>
    </li>
  );
}

function Doubt({ notice, texts, onGo, onChoose }: Omit<GroupProps, 'group' | 'chosen'> & { readonly notice: Notice }) {
  const words = <Words texts={texts} notice={notice} />;
  return (
    <>
      {words ?? <p class="notice-reason">{notice.reason}</p>}
      <Readings notice={notice} onChoose={onChoose} />
      <Show notice={notice} onGo={onGo} />
    </>
  );
}

function Show({ notice, onGo, onSettle }: Pick<NoticeListProps, 'onGo' | 'onSettle'> & { readonly notice: Notice }) {
  if (!notice.place && !notice.inPage) return null;
  return (
    <>
      {onSettle && notice.rule === 'update-unsettled' && (
        <button type="button" class="button notice-settle" onClick={() => onSettle(notice)}>
          Settle it
        </button>
      )}
      <Button look="link" onClick={() => onGo(notice)}>
        Show{notice.place && <span class="notice-place"> {placeName(notice.place)}</span>}
      </Button>
    </>
  );
}

const keyOf = ({ rule, place, reason }: Notice): string =>
  `${rule} ${place?.path} ${place?.start?.line}:${place?.start?.column} ${reason}`;

/** “title, scene break (25 times)” */
function namesOf(notices: readonly Notice[]): string {
  const counts = new Map<string, number>();
  for (const { taken = '' } of notices) {
    const name = taken.replace(/^(?:an?|the) /, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count > 1 ? `${name} (${count} times)` : name)).join(', ');
}
