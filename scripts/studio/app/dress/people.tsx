/** A key that names people: a row for each, with what they did where that is asked. */

import { contributorRoles } from '../../../book/metadata.ts';
import { Button } from '../shell/button.tsx';
import type { FieldProps } from './field.tsx';
import { changeOfPeople, helpOf, type Person, peopleOf } from './field-values.ts';
import { useDraft } from './use-draft.ts';

const roles = Object.keys(contributorRoles);

export function People({ field, facts, onChange }: FieldProps) {
  const people = peopleOf(field, facts);
  const { value, type, send, leave } = useDraft<readonly Person[]>(people ?? [], (rows) => {
    const change = changeOfPeople(field, rows, facts);
    if (change) onChange([change], `${field.label}: ${rows.map(({ name }) => name).join(', ') || 'nobody'}`);
    return true;
  });
  const id = `key-${field.key[0]}`;
  const help = helpOf(field);
  const rows = value.length > 0 ? value : [{ name: '' }];
  const set = (at: number, row: Person) => type(rows.map((each, other) => (other === at ? row : each)));
  return (
    <fieldset class="field" aria-describedby={people && help === '' ? undefined : `${id}-help`}>
      <legend>{field.label}</legend>
      {people === undefined ? (
        <p id={`${id}-help`} class="field-help">
          More is written here than a field can show: change it in the text.
        </p>
      ) : (
        <>
          {rows.map((row, at) => (
            <div key={at} class="person">
              <input
                type="text"
                class="field-control"
                aria-label={`Name ${at + 1}`}
                value={row.name}
                onInput={(event) => set(at, { ...row, name: event.currentTarget.value })}
                onBlur={send}
                onKeyDown={(event) => event.key === 'Enter' && send()}
              />
              {field.hasRoles && (
                <select
                  class="field-control"
                  aria-label={`What ${row.name || 'this person'} did`}
                  value={row.role ?? 'contributor'}
                  onChange={(event) => set(at, { ...row, role: event.currentTarget.value })}
                >
                  {roles.map((each) => (
                    <option key={each} value={each}>
                      {each.replace('-', ' ')}
                    </option>
                  ))}
                </select>
              )}
              {value.length > 0 && (
                <Button
                  look="quiet"
                  aria-label={`Leave out ${row.name || 'this row'}`}
                  onClick={() => {
                    type(rows.filter((_, other) => other !== at));
                    setTimeout(leave);
                  }}
                >
                  ×
                </Button>
              )}
            </div>
          ))}
          <button type="button" class="link person-add" onClick={() => type([...rows, { name: '' }])}>
            Add another name
          </button>
          {help !== '' && (
            <p id={`${id}-help`} class="field-help">
              {help}
            </p>
          )}
        </>
      )}
    </fieldset>
  );
}
