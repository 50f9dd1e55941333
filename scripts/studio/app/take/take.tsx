/** What a story can be taken away as: a card for each device with what to do then, and what EPUBCheck’s rules say of it. */

import { editions } from '../../../book/editions.ts';
import { tally } from '../../../report/print.ts';
import type { Problem } from '../../../report/problem.ts';
import type { Notice } from '../../protocol.ts';
import { placeName } from '../notices/group-notices.ts';
import { Button } from '../shell/button.tsx';
import type { CheckState, TakeState, TakeWhat } from '../state/studio.ts';
import { keepings, type Taking, takings } from './takings.ts';

interface TakeProps {
  /** What is being made, or was. */
  readonly states: ReadonlyMap<TakeWhat, TakeState>;
  readonly checked: CheckState | undefined;
  readonly onTake: (what: TakeWhat) => void;
  readonly onCheck: () => void;
  /** Shows the place of what was found. */
  readonly onGo: (notice: Notice) => void;
}

export function Take({ states, checked, onTake, onCheck, onGo }: TakeProps) {
  const card = (taking: Taking) => (
    <TakeCard key={taking.what} taking={taking} state={states.get(taking.what)} onTake={onTake} onGo={onGo} />
  );
  return (
    <section class="take" aria-labelledby="take-title">
      <h2 id="take-title">Take it away</h2>
      <p class="second">Made here, on your own machine. Where do you read?</p>
      <ul class="takings">{takings.map(card)}</ul>
      <Checked {...{ checked, onCheck, onGo }} />
      <h3>To keep</h3>
      <ul class="takings">{keepings.map(card)}</ul>
    </section>
  );
}

interface TakeCardProps extends Pick<TakeProps, 'onTake' | 'onGo'> {
  readonly taking: Taking;
  readonly state: TakeState | undefined;
}

function TakeCard({ taking: { what, name, action, how }, state = { is: 'idle' }, onTake, onGo }: TakeCardProps) {
  const title = `take-${what}`;
  return (
    <li class="taking">
      <h3 id={title}>{name}</h3>
      {how.map(({ device, steps }) => (
        <p key={steps}>
          {device !== undefined && <strong>{device}: </strong>}
          {steps}
        </p>
      ))}
      <button
        type="button"
        class={what === 'epub' ? 'button primary' : 'button'}
        aria-describedby={title}
        disabled={state.is === 'working'}
        onClick={() => onTake(what)}
      >
        {state.is === 'working' ? 'Making it…' : action}
      </button>
      <div aria-live="polite">
        {state.is === 'done' && <p class="taking-done">“{state.fileName}” is where your browser puts downloads.</p>}
        {state.is === 'failed' && <p class="taking-failed">The file was not made.</p>}
        {(state.is === 'failed' || state.is === 'done') && (
          <Problems problems={state.problems.filter(({ severity }) => severity !== 'hint')} onGo={onGo} />
        )}
      </div>
    </li>
  );
}

function Checked({ checked, onCheck, onGo }: Pick<TakeProps, 'checked' | 'onCheck' | 'onGo'>) {
  return (
    <section class="taking checking" aria-labelledby="check-title">
      <h3 id="check-title">Is it sound?</h3>
      <p>EPUBCheck’s rules are those that shops and libraries hold a book to.</p>
      <Button disabled={checked?.isWorking} onClick={onCheck}>
        {checked?.isWorking ? 'Checking…' : 'Check it'}
      </Button>
      <div aria-live="polite">
        {checked && !checked.isWorking && checked.problems.length === 0 && (
          <p class="taking-done">Nothing to mend in the edition {editions[checked.edition].about}.</p>
        )}
        {checked && !checked.isWorking && checked.problems.length > 0 && (
          <>
            <p>{tally(checked.problems)}:</p>
            <Problems problems={checked.problems} onGo={onGo} />
          </>
        )}
      </div>
    </section>
  );
}

function Problems({
  problems,
  onGo,
}: {
  readonly problems: readonly Problem[];
  readonly onGo: (notice: Notice) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <ul class="taking-problems">
      {problems.map((each, at) => (
        <li key={at}>
          {each.reason} {each.hint}{' '}
          {(each.place || 'inPage' in each) && (
            <Button look="link" onClick={() => onGo(each)}>
              Show{each.place && <span class="notice-place"> {placeName(each.place)}</span>}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
