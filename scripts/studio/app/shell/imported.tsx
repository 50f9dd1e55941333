/** Where a story came from, and what can be done with that: its guesses, a newer version, what the last one changed. */

import type { Story } from '../../protocol.ts';
import { ChooseFile } from '../bring/choose-file.tsx';
import { fromFiles } from '../bring/read-files.ts';
import type { Studio } from '../state/studio.ts';
import { Button } from './button.tsx';

export function Imported({ studio, story }: { readonly studio: Studio; readonly story: Story }) {
  const { importedFrom, guesses, hasRecord, wasUpdated } = story;
  if (guesses.length === 0 && !hasRecord && !wasUpdated) return null;
  return (
    <div class="imported second">
      {importedFrom !== undefined && <p>Imported from {importedFrom}.</p>}
      {guesses.length > 0 && (
        <Button look="link" onClick={studio.reviewGuesses}>
          What was guessed
        </Button>
      )}
      {hasRecord && (
        <ChooseFile class="link" onFiles={(files) => studio.updates.plan(fromFiles(files))}>
          A newer version
        </ChooseFile>
      )}
      {wasUpdated && (
        <Button look="link" onClick={studio.updates.compare}>
          What the update changed
        </Button>
      )}
    </div>
  );
}
