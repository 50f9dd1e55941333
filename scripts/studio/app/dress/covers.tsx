/** The cover: drawn ones to choose from, or a picture of one’s own. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change, CoverChoice, TypedFacts } from '../../protocol.ts';
import { Field } from './field.tsx';
import { coverFields } from './fields.ts';

interface CoversProps {
  readonly facts: TypedFacts;
  /** Those that can be drawn: none of a book with a picture of its own, undefined while they are drawn. */
  readonly covers: readonly CoverChoice[] | undefined;
  readonly onChange: (changes: readonly Change[], words: string) => void;
}

/** Pictures that a book can have for a cover, or that the press makes one of. */
const pictures = 'image/jpeg,image/png,image/webp,image/avif';

export function Covers({ facts, covers, onChange }: CoversProps) {
  const [isOver, setOver] = useState(false);
  const addresses = useAddresses(covers);
  const chosen = chosenOf(covers, facts);
  // Choosing draws all of them anew: who chose by key goes on there, unless by now elsewhere.
  const list = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    const { activeElement, body } = document;
    const isElsewhere = activeElement !== body && !list.current?.contains(activeElement);
    if (hadFocus.current && !isElsewhere) list.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    hadFocus.current = false;
  }, [covers]);
  const take = async (file: File | null | undefined) => {
    if (!file?.type.startsWith('image/')) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    onChange([{ kind: 'cover', name: file.name, bytes }], `“${file.name}” is the cover`);
  };
  return (
    <section
      class="covers"
      aria-labelledby="covers-title"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <h3 id="covers-title">Cover</h3>
      {!covers && <p class="second">The covers are being drawn…</p>}
      {covers && covers.length > 0 && (
        <div ref={list} class="cover-choices" role="radiogroup" aria-labelledby="covers-title">
          {covers.map((cover, at) => {
            const name = nameOf(cover);
            return (
              <label key={name} class="cover-choice">
                <input
                  type="radio"
                  name="cover"
                  class="visually-hidden"
                  checked={cover === chosen}
                  onChange={() => {
                    hadFocus.current = true;
                    onChange(cover.changes, `Cover: ${name}`);
                  }}
                />
                <img src={addresses[at]} alt="" width="320" height="480" />
                <span>{name}</span>
              </label>
            );
          })}
        </div>
      )}
      <p class="cover-own">
        <label class="button">
          A picture of your own
          <input
            type="file"
            class="visually-hidden"
            accept={pictures}
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
        <span class="field-help">Or drop one here. Best are 1600 × 2400 pixels.</span>
      </p>
      {coverFields.map((field) => (
        <Field key={field.label} field={field} facts={facts} onChange={onChange} />
      ))}
    </section>
  );
}

const none: readonly CoverChoice[] = [];

/** The cover that the keys draw: as they are now, or else as they were when the covers were drawn. */
const chosenOf = (covers: readonly CoverChoice[] = none, facts: TypedFacts): CoverChoice | undefined =>
  covers.find(({ changes }) =>
    changes.every((each) => each.kind === 'key' && facts[`${each.key[0]}`] === each.value),
  ) ?? covers.find(({ isChosen }) => isChosen);

/** “midnight, arch”: what the keys say that draw it. */
function nameOf({ changes }: CoverChoice): string {
  const words = changes.flatMap((each) =>
    each.kind === 'key' && typeof each.value === 'string' && /^cover-/.test(each.key[0] ?? '') ? [each.value] : [],
  );
  return words.join(', ') || 'as the title has it';
}

/** Addresses of the pictures, as long as they are shown. */
function useAddresses(covers: readonly CoverChoice[] = none): readonly string[] {
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  useEffect(() => {
    const made = covers.map(({ jpeg }) =>
      URL.createObjectURL(new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' })),
    );
    setAddresses(made);
    return () => made.forEach((each) => void URL.revokeObjectURL(each));
  }, [covers]);
  return addresses;
}
