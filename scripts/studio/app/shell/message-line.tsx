/** Two lines at the foot of the page: what just happened, and what goes on. */

import { useEffect, useState } from 'preact/hooks';
import type { Stage } from '../../../report/progress.ts';
import type { Studio } from '../state/studio.ts';
import { Button } from './button.tsx';

/** What just happened, until the next thing happens or the line is put away. */
export function MessageLine({ studio }: { readonly studio: Studio }) {
  const message = studio.message.value;
  useEffect(() => {
    if (!message || message.isFault) return undefined;
    const timer = setTimeout(() => {
      if (studio.message.value === message) studio.message.value = undefined;
    }, 8000);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div class="message-place" role={message?.isFault ? 'alert' : 'status'}>
      {message && (
        <div class={message.isFault ? 'message is-fault' : 'message'}>
          <span>{message.words}</span>
          {message.action && (
            <Button look="quiet" onClick={message.action.run}>
              {message.action.name}
            </Button>
          )}
          <Button
            look="quiet"
            aria-label="Put this message away"
            onClick={() => {
              studio.message.value = undefined;
            }}
          >
            ✕
          </Button>
        </div>
      )}
    </div>
  );
}

const stages: Readonly<Record<Stage, string>> = {
  importing: 'reading the file',
  reading: 'reading',
  typesetting: 'setting the marks',
  rendering: 'making the pages',
  finishing: 'adding title and contents',
  binding: 'binding',
  checking: 'checking',
};

/** Long work, once it has gone on for a third of a second, with a way to stop it. */
export function WorkLine({ studio }: { readonly studio: Studio }) {
  const work = studio.work.value;
  const isWorking = work !== undefined;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    const timer = isWorking ? setTimeout(() => setLong(true), 350) : undefined;
    return () => clearTimeout(timer);
  }, [isWorking]);
  if (!work || !isLong) return null;
  const { name, progress } = work;
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <div class="work" role="status">
      <span>
        {name}
        {progress && `: ${stages[progress.stage]}`}
      </span>
      <progress value={share} max={1} aria-label={name} />
      <Button look="quiet" onClick={studio.stop}>
        Stop
      </Button>
    </div>
  );
}
