/** The texts of the story beside its book, and which of them is shown. */
import { useEffect, useState } from 'preact/hooks';
import type { Choice } from '../../../report/problem.ts';
import type { Notice, Story } from '../../protocol.ts';
import type { Studio } from '../state/studio.ts';
import { TextPane } from '../text/text-pane.tsx';

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
  const first = story.texts.find((each) => /\.(?:md|txt)$/i.test(each.path)) ?? story.texts[0];
  const shown = story.texts.some((each) => each.path === path) ? path : first?.path;
  if (shown === undefined)
    return (
      <p class="text-waiting">
        {story.name} has no text to type in here: change it in the program that it comes from, or import it first.
      </p>
    );
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
      lang={studio.view.value?.book?.lang}
    />
  );
}
