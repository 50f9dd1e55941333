/** What is said of one notice, in the list and beside its mark in the page alike. */

import type { Choice } from '../../../report/problem.ts';
import type { Notice, StoryText } from '../../protocol.ts';
import { Button } from '../shell/button.tsx';
import { excerptOf } from './group-notices.ts';

interface Settling {
  readonly onChoose: (notices: readonly Notice[], choice: Choice) => void;
}

/** The author’s words, the place itself marked. */
export function Words({ texts, notice }: { readonly texts: readonly StoryText[]; readonly notice: Notice }) {
  const found = excerptOf(texts, notice.place);
  if (!found) return null;
  return (
    <p class="notice-words">
      {found.before}
      <mark>{found.at}</mark>
      {found.after}
    </p>
  );
}

/** Each reading of a doubt as a button that shows the words as they are printed. */
export function Readings({ notice, onChoose }: Settling & { readonly notice: Notice }) {
  return (
    <ul class="readings" aria-label="Readings">
      {notice.choices?.map((choice, index) => (
        <li key={choice.meaning}>
          <button type="button" class="reading" onClick={() => onChoose([notice], choice)}>
            <span class="reading-shown">{choice.shown}</span>
            <span class="reading-meaning">
              {choice.meaning}
              {index === 0 && <span class="reading-now"> · printed now</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** One button that settles every doubt about a word. */
export function SettleAll({ notices, onChoose }: Settling & { readonly notices: readonly Notice[] }) {
  const choice = notices[0]?.choices?.find(({ elision }) => elision !== undefined);
  if (!choice || notices.length < 2) return null;
  return (
    <Button look="primary" onClick={() => onChoose(notices, choice)}>
      <span class="reading-shown">{choice.shown}</span> <span>— all {notices.length}</span>
    </Button>
  );
}
