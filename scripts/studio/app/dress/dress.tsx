/** Dresses a book: its cover, and a form for the keys of book.yaml. In: the story with its keys, covers to choose from. Out: changes. */
import { useEffect } from 'preact/hooks';
import type { Change, CoverChoice, Story } from '../../protocol.ts';
import { Covers } from './covers.tsx';
import { Field, type FieldProps } from './field.tsx';
import { fieldFor, otherKeys, wordsOf } from './field-values.ts';
import { coverKeys, type FieldGroup, fieldGroups } from './fields.ts';
import { People } from './people.tsx';

interface DressProps {
  readonly story: Story;
  readonly covers: readonly CoverChoice[] | undefined;
  /** Asks for `covers`; called again where what a cover shows has changed. */
  readonly onCovers: () => void;
  /** `words` say what the changes do. */
  readonly onChange: (changes: readonly Change[], words: string) => void;
}

/** What drawn covers show. */
const onCover = ['title', 'subtitle', 'author', 'authors', 'series', 'lang', 'theme', 'draw-cover', ...coverKeys];

export function Dress({ story, covers, onCovers, onChange }: DressProps) {
  const { facts, factsPath } = story;
  const shown = JSON.stringify(onCover.map((key) => facts?.[key]));
  useEffect(onCovers, [story.id, shown]);
  return (
    <section class="dress" aria-labelledby="dress-title">
      <h2 id="dress-title">Dress the book</h2>
      <Covers facts={facts ?? {}} covers={covers} onChange={onChange} />
      {facts === undefined ? (
        <p class="dress-none">
          {factsPath === undefined
            ? 'This story is in a format that has no place for a title and its like. Import it, and it has one.'
            : `“${factsPath}” cannot be read, so its keys are not shown. Mend it in the text first.`}
        </p>
      ) : (
        <>
          {fieldGroups.map((group, at) => (
            <Group key={group.name} group={group} facts={facts} isFirst={at === 0} onChange={onChange} />
          ))}
          <OtherKeys keys={otherKeys(facts)} path={factsPath ?? 'book.yaml'} />
        </>
      )}
    </section>
  );
}

interface GroupProps extends Pick<FieldProps, 'facts' | 'onChange'> {
  readonly group: FieldGroup;
  readonly isFirst: boolean;
}

/** A group is open where it is the first, or something of it is said. */
function Group({ group: { name, fields }, facts, isFirst, onChange }: GroupProps) {
  const isSaid = fields.some((each) => wordsOf(each, facts) !== '');
  return (
    <details class="dress-group" open={isFirst || isSaid}>
      <summary>{name}</summary>
      {fields.map((each) => {
        const field = fieldFor(each, facts);
        const Form = field.form === 'people' ? People : Field;
        return <Form key={each.key.join('.')} field={field} facts={facts} onChange={onChange} />;
      })}
    </details>
  );
}

function OtherKeys({ keys, path }: { readonly keys: readonly string[]; readonly path: string }) {
  if (keys.length === 0) return null;
  return (
    <p class="dress-others">
      Also in {path}, and left as it is: {keys.join(', ')}.
    </p>
  );
}
