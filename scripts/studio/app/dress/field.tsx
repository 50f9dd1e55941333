/** One key of the form. In: its row and the keys of the book. Out: a change when something fit was typed. */
import { useState } from 'preact/hooks';
import type { Change, TypedFacts } from '../../protocol.ts';
import { changeOf, faultOf, helpOf, isInRows, wordsOf } from './field-values.ts';
import { choiceNames, type Field as FieldRow } from './fields.ts';
import { useDraft } from './use-draft.ts';

export interface FieldProps {
  readonly field: FieldRow;
  readonly facts: TypedFacts;
  readonly onChange: (changes: readonly Change[], words: string) => void;
}

export function Field({ field, facts, onChange }: FieldProps) {
  const words = wordsOf(field, facts);
  const [fault, setFault] = useState<string>();
  const { value, type, send, leave } = useDraft(words ?? '', (typed) => {
    const change = changeOf(field, typed, facts);
    const wrong = change && faultOf(change, facts);
    setFault(wrong);
    if (change && wrong === undefined) onChange([change], `${field.label}: ${typed.trim() || 'nothing'}`);
    return wrong === undefined;
  });
  const id = `key-${field.key.join('-')}`;
  const hint = isInRows(facts, field.key) ? 'One to a line.' : field.form === 'list' ? 'With commas between them.' : '';
  const help =
    words === undefined
      ? 'More is written here than a field can show: change it in the text.'
      : `${helpOf(field)} ${hint}`.trim();
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const common = {
    id,
    class: 'field-control',
    value,
    disabled: words === undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': fault === undefined ? undefined : ('true' as const),
  };
  const typing = {
    ...common,
    onInput: (event: Event & { readonly currentTarget: { readonly value: string } }) => type(event.currentTarget.value),
    onBlur: leave,
  };
  const choices = field.form === 'yes-no' ? ['yes', 'no'] : field.form === 'choice' ? (field.choices ?? []) : undefined;
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      {choices ? (
        <select
          {...common}
          onChange={(event) => {
            type(event.currentTarget.value);
            setTimeout(leave);
          }}
        >
          <option value="">{field.form === 'choice' ? `${nameOf(choices[0])}, as usual` : 'as usual'}</option>
          {[...new Set([...choices, value])].flatMap((each) =>
            each === '' ? (
              []
            ) : (
              <option key={each} value={each}>
                {nameOf(each)}
              </option>
            ),
          )}
        </select>
      ) : field.form === 'text' || isInRows(facts, field.key) ? (
        <textarea {...typing} rows={4} />
      ) : (
        <input
          {...typing}
          type="text"
          list={field.examples ? `${id}-examples` : undefined}
          onKeyDown={(event) => event.key === 'Enter' && send()}
        />
      )}
      {field.examples && (
        <datalist id={`${id}-examples`}>
          {field.examples.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {help !== '' && (
        <p id={`${id}-help`} class="field-help">
          {help}
        </p>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} class="field-fault" role="alert">
          {fault} It is not written yet.
        </p>
      )}
    </div>
  );
}

const nameOf = (choice = ''): string => choiceNames[choice] ?? choice;
