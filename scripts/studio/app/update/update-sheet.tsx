/** The sheet of a newer version: what it would change, before anything is changed; why it cannot be merged; what the last update changed. */

import { changeNames } from '../../../versions/story-folder.ts';
import type { Brought } from '../../protocol.ts';
import { ChooseFile } from '../bring/choose-file.tsx';
import { fromFiles } from '../bring/read-files.ts';
import { placeName } from '../notices/group-notices.ts';
import { Button } from '../shell/button.tsx';
import { Sheet } from '../shell/sheet.tsx';
import type { Studio } from '../state/studio.ts';
import type { UpdateView } from '../state/updates.ts';
import { Changes } from './changes.tsx';

export function UpdateSheet({ studio, view }: { readonly studio: Studio; readonly view: UpdateView }) {
  const { leave, apply, plan } = studio.updates;
  const isNew = view.is === 'plan' && view.plan.edits.length > 0;
  return (
    <Sheet name="update" onCancel={leave}>
      <h2 id="update-title">{titles[view.is]}</h2>
      {view.is === 'plan' && <Plan view={view} />}
      {view.is === 'refused' && <Refused {...{ view, onBase: (base) => plan(Promise.resolve(view.newer), base) }} />}
      {view.is === 'done' && (
        <>
          <p class="second">Your story as it is now, beside what it was before the last update.</p>
          <Changes comparison={view.comparison} />
        </>
      )}
      <div class="actions">
        <Button onClick={leave}>{isNew ? 'Leave it' : 'Close'}</Button>
        {isNew && (
          <Button look="primary" onClick={apply}>
            Update
          </Button>
        )}
      </div>
    </Sheet>
  );
}

const titles: Readonly<Record<UpdateView['is'], string>> = {
  plan: 'What the newer version changes',
  refused: 'It cannot be merged with your story',
  done: 'What the update changed',
};

type Of<Kind extends UpdateView['is']> = Extract<UpdateView, { readonly is: Kind }>;

function Plan({ view: { newer, plan, problems } }: { readonly view: Of<'plan'> }) {
  if (plan.edits.length === 0) return <p>Nothing in {newer.name} is new, so there is nothing to update.</p>;
  const kept = plan.changes.filter(({ what }) => what === 'gone');
  const told = problems.filter(({ rule }) => rule === 'update-kept' || rule === 'update-unsettled');
  return (
    <>
      <p class="second">{newer.name} beside your story. Nothing is changed yet; what you changed yourself stays.</p>
      <Changes comparison={plan.comparison} />
      {kept.length + told.length > 0 && (
        <>
          <h3>What stays as you have it</h3>
          <ul class="update-kept">
            {kept.map(({ path, heading = path, what }) => (
              <li key={path}>
                {heading}: {changeNames[what]}
              </li>
            ))}
            {told.map(({ reason, place, rule }, at) => (
              <li key={at}>
                {place && <span class="place">{placeName(place)} </span>}
                {reason}
                {rule === 'update-unsettled' && ' The book has yours; “Noticed” has both, to be settled.'}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface RefusedProps {
  readonly view: Of<'refused'>;
  readonly onBase: (base: Promise<Brought | undefined>) => void;
}

function Refused({ view: { newer, problems, needsBase }, onBase }: RefusedProps) {
  if (needsBase)
    return (
      <>
        <p>
          Nobody can tell what you changed yourself: the studio does not have the file that this story was made from.
          Choose it, and {newer.name} is merged with what you have.
        </p>
        <p>
          <ChooseFile class="button" onFiles={(files) => onBase(fromFiles(files))}>
            Choose the older file
          </ChooseFile>
        </p>
      </>
    );
  const errors = problems.filter(({ severity }) => severity === 'error');
  return (
    <ul class="update-kept">
      {errors.map(({ reason, hint }) => (
        <li key={reason}>
          {reason} {hint}
        </li>
      ))}
    </ul>
  );
}
