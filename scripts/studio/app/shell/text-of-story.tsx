/** The texts of the story beside its book, and which of them is shown. */

import { useEffect, useState } from 'preact/hooks';
import type { Choice } from '../../../report/problem.ts';
import type { Notice, Story } from '../../protocol.ts';
import type { Studio } from '../state/studio.ts';
import { Settle } from '../text/settle.tsx';
import { TextPane } from '../text/text-pane.tsx';
import { unsettledIn } from '../text/unsettled.ts';
import { Button } from './button.tsx';

interface TextOfStoryProps {
  readonly studio: Studio;
  readonly story: Story;
  readonly onChoose: (notice: Notice, choice: Choice) => void;
}

export function TextOfStory({ studio, story, onChoose }: TextOfStoryProps) {
  const [path, setPath] = useState<string | undefined>(undefined);
  const cursor = studio.cursor.value;
  useEffect(() => {
    if (cursor && story.texts.some((each) => each.path === cursor.path)) setPath(cursor.path);
  }, [cursor]);
  const settling = studio.settling.value;
  const first = story.texts.find((each) => /\.(?:md|txt)$/i.test(each.path)) ?? story.texts[0];
  const shown = story.texts.some((each) => each.path === path) ? path : first?.path;
  if (shown === undefined)
    return (
      <p class="text-waiting">
        {story.name} has no text to type in here: change it in the program that it comes from, or import it first.
      </p>
    );
  const text = story.texts.find((each) => each.path === shown);
  const unsettled = text ? unsettledIn(text.text) : [];
  const lang = studio.view.value?.book?.lang;
  const look = (line: number): void => {
    studio.settling.value = { path: shown, start: { line, column: 1 } };
  };
  const isSettling = settling?.path === shown && unsettled.length > 0;
  return (
    <TextPane
      texts={story.texts}
      path={shown}
      onPath={setPath}
      notices={studio.view.value?.notices ?? []}
      cursor={cursor}
      onCursor={studio.showInPage}
      onEdit={studio.edit}
      onChoose={onChoose}
      onSave={studio.build}
      lang={lang}
      above={
        unsettled.length > 0 &&
        !isSettling && (
          <div class="text-conflict">
            <p>
              {unsettled.length === 1 ? 'One passage stands' : `${unsettled.length} passages stand`} here as you have it
              and as the newer version has it.
            </p>
            <Button onClick={() => look(unsettled[0]?.line ?? 1)}>
              Settle {unsettled.length === 1 ? 'it' : 'them'}
            </Button>
          </div>
        )
      }
      instead={
        isSettling &&
        text && (
          <Settle
            text={text}
            unsettled={unsettled}
            line={settling.start?.line ?? 1}
            onLine={look}
            onChange={studio.change}
            onClose={() => {
              studio.settling.value = undefined;
            }}
            lang={lang ?? 'en'}
          />
        )
      }
    />
  );
}
