/**
 * What the import guessed, on one sheet, to confirm or to change: what the book is called, who wrote it, and what each of its
 * parts is. In: an imported story. Out: changes of book.yaml and of the parts.
 */
import { useSignal } from '@preact/signals';
import { kindOfWord, type SectionKind, sectionKinds, traitsOf } from '../../../book/sections.ts';
import type { Change, Story } from '../../protocol.ts';
import { Sheet } from '../shell/sheet.tsx';
import type { Studio } from '../state/studio.ts';
import { atTheBeginning, firstWords, guessedFacts, kindOfPath, type PartChoice, partsOf } from './guesses.ts';

export function Guesses({ studio, story }: { readonly studio: Studio; readonly story: Story }) {
  const facts = useSignal(guessedFacts(story));
  const parts = useSignal<Readonly<Record<string, PartChoice>>>({});
  const confirm = async (): Promise<void> => {
    const changes: Change[] = [
      ...guessedFacts(story).flatMap(({ key, value }, at): Change[] => {
        const now = facts.value[at];
        if (!now || (now.key === key && now.value === value)) return [];
        const gone: Change[] = now.key === key ? [] : [{ kind: 'key', key: [key], value: undefined }];
        if (now.key === 'text') return [...gone, ...atTheBeginning(story, now.value)];
        return [...gone, ...(now.key === 'nothing' ? [] : [setKey(now.key, now.value)])];
      }),
      ...Object.entries(parts.value).flatMap(([path, choice]): Change[] =>
        choice === kindOfPath(path)
          ? []
          : [{ kind: 'section', path, section: choice === 'nothing' ? undefined : choice }],
      ),
    ];
    studio.confirmGuesses();
    if (changes.length > 0) await studio.change(changes, 'What you said about the story is in the book');
  };
  const others = story.guesses.filter(({ taken = '' }) => !/^the (?:title|subtitle|author|byline)/.test(taken));
  return (
    <Sheet name="guesses" onCancel={() => studio.confirmGuesses()}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <h2 id="guesses-title">Is this right?</h2>
        <p class="second">
          {story.importedFrom ?? story.name} does not say what each line is. This is what the book takes them for.
        </p>
        <fieldset>
          <legend>The book</legend>
          {facts.value.map(({ key, value }, at) => (
            <p class="guess" key={`${at}-${guessedFacts(story)[at]?.key}`}>
              <label class="visually-hidden" for={`guess-${at}`}>
                What “{value}” is
              </label>
              <select
                class="field-control"
                id={`guess-${at}`}
                value={key}
                onChange={({ currentTarget }) => {
                  facts.value = facts.value.with(at, { key: currentTarget.value, value });
                }}
              >
                <option value="title">Title</option>
                <option value="subtitle">Subtitle</option>
                <option value="author">Author</option>
                <option value="series">Series</option>
                <option value="description">Summary</option>
                <option value="text">A line of the story itself</option>
                <option value="nothing">Nothing: leave it out of the book</option>
              </select>
              <input
                class="field-control"
                aria-label="Its words"
                value={value}
                onChange={({ currentTarget }) => {
                  facts.value = facts.value.with(at, { key, value: currentTarget.value });
                }}
              />
            </p>
          ))}
          {facts.value.every(({ key }) => key !== 'author') && (
            <p class="guess">
              <span>Author</span>
              <input
                class="field-control"
                aria-label="Author"
                placeholder="Nobody is named"
                onChange={({ currentTarget }) => {
                  if (currentTarget.value.trim() !== '')
                    facts.value = [...facts.value, { key: 'author', value: currentTarget.value.trim() }];
                }}
              />
            </p>
          )}
        </fieldset>
        <fieldset>
          <legend>Its parts</legend>
          <ul class="parts">
            {partsOf(story).map(({ path, text }) => (
              <li key={path}>
                <label>
                  <span class="part-words">{firstWords(text)}</span>
                  <select
                    class="field-control"
                    value={parts.value[path] ?? kindOfPath(path)}
                    onChange={({ currentTarget }) => {
                      parts.value = { ...parts.value, [path]: choiceOf(currentTarget.value) };
                    }}
                  >
                    {choices.map((kind) => (
                      <option key={kind} value={kind}>
                        {traitsOf(kind).label}
                      </option>
                    ))}
                    <option value="nothing">Nothing: leave it out of the book</option>
                  </select>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        {others.length > 0 && (
          <details>
            <summary>
              {others.length === 1 ? 'One more thing was recognised' : `${others.length} more things were recognised`}
            </summary>
            <ul>
              {others.map(({ reason, place }) => (
                <li key={`${reason}${place?.start?.line}`}>
                  {reason}
                  {place?.start && <span class="second"> (line {place.start.line})</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
        <div class="actions">
          <button type="submit" class="button primary">
            That is right
          </button>
        </div>
      </form>
    </Sheet>
  );
}

/** Kinds that a part of a story may be taken for. */
const choices: readonly SectionKind[] = sectionKinds.filter(
  (kind) =>
    !['cover', 'half-title', 'title-page', 'contents', 'endnotes', 'colophon', 'about-this-copy'].includes(kind),
);

const choiceOf = (value: string): PartChoice => (value === 'nothing' ? value : (kindOfWord(value) ?? 'chapter'));
const setKey = (key: string, value: string): Change => ({ kind: 'key', key: [key], value });
