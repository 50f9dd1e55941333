/**
 * A story that is open: its text, its book, and one panel beside it. Where there is room for one thing only, the tabs at the foot
 * of the page choose it.
 */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Choice } from '../../../report/problem.ts';
import type { Notice, Story } from '../../protocol.ts';
import { Dress } from '../dress/dress.tsx';
import { changesOf } from '../notices/group-notices.ts';
import { NoticeList } from '../notices/notice-list.tsx';
import { profileOf } from '../reader/profiles.ts';
import { light, look, type Pane, pane, turnLight } from '../state/settings.ts';
import type { Studio } from '../state/studio.ts';
import { Take } from '../take/take.tsx';
import { useDrop } from '../update/use-drop.ts';
import { BookPane } from './book-pane.tsx';
import { Button } from './button.tsx';
import { IconButton } from './icons.tsx';
import { Imported } from './imported.tsx';
import { TextOfStory } from './text-of-story.tsx';
import { useWide } from './use-wide.ts';

const tabs: readonly { readonly pane: Pane; readonly name: string }[] = [
  { pane: 'book', name: 'Book' },
  { pane: 'text', name: 'Text' },
  { pane: 'notices', name: 'Noticed' },
  { pane: 'dress', name: 'Dress' },
  { pane: 'take', name: 'Take away' },
];

export function Workspace({ studio, story }: { readonly studio: Studio; readonly story: Story }) {
  const isWide = useWide();
  const hasText = useSignal(false);
  const view = studio.view.value;
  const notices = view?.notices ?? [];
  const toSettle = notices.filter(({ severity, choices }) => severity !== 'hint' || choices !== undefined).length;
  // Beside the book there is always one panel; on a narrow page the book is one of the things to choose.
  const shown: Pane = isWide && (pane.value === 'book' || pane.value === 'text') ? 'notices' : pane.value;
  // The book is the page’s main part where it is there, else what stands in its place.
  const PaneElement = isWide ? 'section' : 'main';
  const showsText = isWide ? hasText.value : shown === 'text';
  const choose = (asked: readonly Notice[], choice: Choice): void => {
    const count = asked.length > 1 ? ` in ${asked.length} places` : '';
    studio.change(changesOf(asked, choice), `${choice.shown}: ${choice.meaning}${count}`);
  };
  const settle = (notice: Notice): void => {
    studio.choose(notice);
    studio.settling.value = notice.place;
    if (isWide) hasText.value = true;
    else pane.value = 'text';
  };
  const [isOver, dropping] = useDrop(studio);

  // The edition that is built is the one that the chosen kind of reader gets.
  const { edition } = profileOf(look.value);
  useEffect(() => {
    if (studio.edition.value === edition) return;
    studio.edition.value = edition;
    studio.build();
  }, [edition]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, .cm-editor');
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !isTyping) {
        event.preventDefault();
        if (event.shiftKey) studio.redo();
        else studio.undo();
      }
      if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        studio.step(event.key === 'ArrowDown' ? 1 : -1);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [studio]);

  return (
    <div class="workspace" data-wide={isWide} data-pane={shown} data-text={showsText} data-over={isOver} {...dropping}>
      {isOver && <p class="drop-hint">Drop a newer version of this story</p>}
      <header class="bar">
        {studio.traits.value?.kind === 'browser' && (
          <Button look="quiet" onClick={studio.close}>
            ‹ Stories
          </Button>
        )}
        <h1 tabIndex={-1}>{view?.book?.title ?? story.name}</h1>
        <div class="bar-actions">
          <IconButton icon="undo" name="Undo" disabled={!studio.canUndo.value} onClick={studio.undo} />
          <IconButton icon="redo" name="Redo" disabled={!studio.canRedo.value} onClick={studio.redo} />
          <IconButton icon="night" name="Dark page" aria-pressed={light.value === 'night'} onClick={turnLight} />
        </div>
      </header>
      {showsText && (
        <PaneElement class="pane text-pane" aria-label="Text">
          <TextOfStory studio={studio} story={story} onChoose={(notice, choice) => choose([notice], choice)} />
        </PaneElement>
      )}
      {(isWide || shown === 'book') && <BookPane studio={studio} onChoose={choose} hasList={shown === 'notices'} />}
      {(isWide || (shown !== 'book' && shown !== 'text')) && (
        <PaneElement key={shown} class="pane side-pane" aria-label={tabs.find((tab) => tab.pane === shown)?.name ?? ''}>
          {shown === 'notices' && <Imported studio={studio} story={story} />}
          {shown === 'notices' && view && (
            <NoticeList
              notices={notices}
              texts={story.texts}
              chosen={notices.find((each) => studio.isChosen(each))}
              onGo={(notice) => {
                studio.choose(notice);
                if (!isWide) pane.value = 'book';
              }}
              onChoose={choose}
              onSettle={settle}
            />
          )}
          {shown === 'dress' && (
            <Dress
              story={story}
              covers={studio.covers.value}
              onCovers={studio.loadCovers}
              onChange={(changes, words) => studio.change(changes, words)}
            />
          )}
          {shown === 'take' && (
            <Take
              states={studio.takes.value}
              checked={studio.checked.value}
              onTake={studio.take}
              onCheck={studio.check}
              onGo={studio.choose}
            />
          )}
        </PaneElement>
      )}
      <nav class="tabs" aria-label="What is shown">
        {tabs
          .filter((tab) => !isWide || tab.pane !== 'book')
          .map((tab) => {
            const isOn = tab.pane === 'text' ? showsText : shown === tab.pane;
            return (
              <button
                key={tab.pane}
                type="button"
                aria-pressed={isOn}
                onClick={() => {
                  if (isWide && tab.pane === 'text') hasText.value = !hasText.value;
                  else pane.value = tab.pane;
                }}
              >
                {tab.name}
                {tab.pane === 'notices' && toSettle > 0 && <span class="count">{toSettle}</span>}
              </button>
            );
          })}
      </nav>
    </div>
  );
}
