/** The text pane, loaded when it is opened for the first time; and which of the story’s texts it shows. */
import type { ComponentProps, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Choice } from '../../../report/problem.ts';
import type { Notice, Story } from '../../protocol.ts';
import type { Studio } from '../state/studio.ts';
import type { TextPane } from '../text/TextPane.tsx';

type Pane = ComponentType<ComponentProps<typeof TextPane>>;

interface LazyTextProps {
  readonly studio: Studio;
  readonly story: Story;
  readonly onChoose: (notice: Notice, choice: Choice) => void;
}

export function LazyText({ studio, story, onChoose }: LazyTextProps) {
  const [Loaded, setLoaded] = useState<{ readonly Pane: Pane } | undefined>(undefined);
  const [path, setPath] = useState<string | undefined>(undefined);
  useEffect(() => {
    import('../text/TextPane.tsx').then(({ TextPane: Pane }) => setLoaded({ Pane }));
  }, []);
  const cursor = studio.cursor.value;
  useEffect(() => {
    if (cursor && story.texts.some((each) => each.path === cursor.path)) setPath(cursor.path);
  }, [cursor]);
  const first = story.texts.find((each) => /\.(?:md|txt)$/i.test(each.path)) ?? story.texts[0];
  const shown = story.texts.some((each) => each.path === path) ? path : first?.path;
  if (!Loaded || shown === undefined)
    return <p role="status">{shown === undefined ? 'There is no text here.' : 'Opening the text…'}</p>;
  return (
    <Loaded.Pane
      texts={story.texts}
      path={shown}
      onPath={setPath}
      notices={studio.view.value?.notices ?? []}
      cursor={cursor}
      onCursor={studio.showInPage}
      onEdit={studio.edit}
      onChoose={onChoose}
    />
  );
}
