/** The panels of the studio without a press behind them: what they call is kept in `calls`. The address chooses: `#text,notices`. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Choice, Place, Point, Problem } from '../../../scripts/report/problem.ts';
import { Dress } from '../../../scripts/studio/app/dress/dress.tsx';
import { doubtsLike } from '../../../scripts/studio/app/notices/group-notices.ts';
import { NoticeCard } from '../../../scripts/studio/app/notices/notice-card.tsx';
import { NoticeList } from '../../../scripts/studio/app/notices/notice-list.tsx';
import { Take } from '../../../scripts/studio/app/take/take.tsx';
import { TextPane } from '../../../scripts/studio/app/text/text-pane.tsx';
import type { CoverChoice, Notice, Story } from '../../../scripts/studio/protocol.ts';

const text = `---
title: A Better World
---

# One

He said it was 'arranged before the tide, and *nobody* asked by whom.

"'Mence again," she said. "'Mence, and 'mence, until the sea gives it back."

> What was written on the door was **not** for reading.

* * *

She walked to the harbour, where the boats lay in the mud.${' The water was a long way out, and the light longer still.'.repeat(12)}[^1]

[^1]: A note at the foot.
`;

const at = (line: number, column: number, length: number): Place => {
  const point = (more: number): Point => ({ line, column: column + more });
  return { path: 'chapter-1.md', start: point(0), end: point(length) };
};

function doubt(line: number, column: number, word: string, elision?: string): Notice {
  const choice = (mark: string, meaning: string, named?: string): Choice => ({
    shown: `${mark}${word}`,
    meaning,
    replace: { place: at(line, column, 1), old: "'", text: mark },
    elision: named,
  });
  return {
    rule: 'typography-doubt',
    severity: 'hint',
    reason: `“‘${word}” is set with ‘, which opens a quotation; it could be ’, an apostrophe.`,
    hint: 'Type the curly mark itself to settle it.',
    place: at(line, column, 1),
    choices: [choice('‘', 'opens a quotation'), choice('’', 'an apostrophe', elision)],
  };
}

const found = (line: number, taken: string): Notice => ({
  rule: 'structure-guessed',
  severity: 'hint',
  reason: `Taken for ${taken}.`,
  confidence: 1,
  taken,
  place: at(line, 1, 1),
});
const broken: Problem = {
  rule: 'cover-missing',
  severity: 'error',
  reason: 'There is no cover “covers/front.jpeg” in the manuscript, so no book is made.',
  hint: 'There is “covers/front.jpg”: is it that one?',
  place: { path: 'book.yaml', start: { line: 9, column: 8 } },
};
const notices: readonly Notice[] = [
  broken,
  {
    rule: 'section-empty',
    severity: 'warning',
    reason: '“Interlude” has nothing in it; its page shows the heading alone.',
    hint: 'Write something below it, or leave it out with “draft: yes”.',
    place: { path: 'interlude.md', start: { line: 1, column: 1 } },
  },
  doubt(7, 16, 'arranged'),
  doubt(9, 2, 'Mence', '’mence'),
  doubt(9, 28, 'Mence', '’mence'),
  doubt(9, 40, 'mence', '’mence'),
  {
    rule: 'file-ignored',
    severity: 'hint',
    reason: '“notes.odt” is not part of the book.',
    hint: 'Save it as Markdown, or take it out of the folder.',
    place: { path: 'notes.odt' },
  },
  found(13, 'a scene break'),
  found(15, 'a scene break'),
  found(5, 'a chapter'),
];

const yaml = `title: A Better World # as on the cover
author: Miriam Thorne
series:
  name: Tidewater
  position: 2
lang: en
tags: [sea, salt]
fandoms: ["Master and Commander, all of it", Hornblower]
plugins:
  remark: [remark-x]
`;
const story = signal<Story>({
  id: 'one',
  name: 'A Better World',
  texts: [
    { path: 'book.yaml', text: yaml, sha256: '1' },
    { path: 'chapter-1.md', text, sha256: '2' },
    { path: 'a-chapter-with-quite-a-long-file-name.md', text: '# Two\n', sha256: '3' },
  ],
  others: [],
  hasRecord: false,
  wasUpdated: false,
  factsPath: 'book.yaml',
  facts: {
    title: 'A Better World',
    author: 'Miriam Thorne',
    contributors: ['Ann Bo', { name: 'Cy Do', role: 'editor' }],
    series: { name: 'Tidewater', position: '2' },
    lang: 'en',
    tags: ['sea', 'salt'],
    fandoms: ['Master and Commander, all of it', 'Hornblower'],
    isbn: { epub: '978-3-16-148410-0' },
    plugins: { remark: ['remark-x'] },
  },
  guesses: [],
});

const calls: unknown[][] = [];
const call =
  (name: string) =>
  (...given: readonly unknown[]): void => {
    calls.push([name, ...given]);
  };
const path = signal('chapter-1.md');
const cursor = signal<Place | undefined>(undefined);
const chosen = signal<Notice | undefined>(undefined);
const covers = signal<readonly CoverChoice[]>([]);
const go = (notice: Notice) => {
  call('go')(notice.reason, notice.place?.start?.column);
  chosen.value = notice;
  cursor.value = notice.place && { ...notice.place };
};

function Panel({ name }: { readonly name: string }) {
  switch (name) {
    case 'text':
      return (
        <TextPane
          texts={story.value.texts}
          path={path.value}
          onPath={(next) => {
            path.value = next;
          }}
          notices={notices}
          cursor={cursor.value}
          onCursor={call('cursor')}
          onEdit={call('edit')}
          onChoose={(notice, choice) => call('choose')([notice.reason], choice.shown)}
          onSave={call('save')}
        />
      );
    case 'card':
      return chosen.value ? (
        <NoticeCard
          notice={chosen.value}
          alike={doubtsLike(notices, chosen.value)}
          texts={story.value.texts}
          onChoose={(several, choice) => call('choose')(several.length, choice.shown)}
          onClose={() => {
            chosen.value = undefined;
          }}
        />
      ) : null;
    case 'dress':
      return <Dress story={story.value} covers={covers.value} onCovers={call('covers')} onChange={call('change')} />;
    case 'take':
      return (
        <Take
          states={
            new Map([
              ['kobo', { is: 'done', fileName: 'a-better-world.kepub.epub', problems: [] }],
              ['legacy', { is: 'working' }],
              ['web', { is: 'failed', problems: [broken] }],
            ])
          }
          checked={{ edition: 'epub', isWorking: false, problems: notices.slice(0, 2) }}
          onTake={call('take')}
          onCheck={call('check')}
          onGo={go}
        />
      );
    default:
      return (
        <NoticeList
          notices={name === 'nothing' ? [] : notices}
          chosen={chosen.value}
          texts={story.value.texts}
          onGo={go}
          onChoose={(several, choice) => call('choose')(several.length, choice.shown)}
        />
      );
  }
}

function Page() {
  const names = (location.hash.slice(1) || 'notices').split(',');
  return (
    <main style={{ display: 'flex', height: '100dvh' }}>
      <h1 class="visually-hidden">Panels</h1>
      {names.map((name) => (
        <div key={name} class={name === 'text' ? 'pane text-pane' : 'pane side-pane'} style={{ flex: 1 }}>
          <Panel name={name} />
        </div>
      ))}
    </main>
  );
}

/** What a test may do from outside. */
const panels = {
  calls,
  /** As the press says it after a change from elsewhere, or of one's own. */
  write(changed: string, at = path.value) {
    const texts = story.value.texts.map((each) => (each.path === at ? { ...each, text: changed } : each));
    story.value = { ...story.value, texts };
  },
  say(facts: Story['facts']) {
    story.value = { ...story.value, facts };
  },
  choose(at: number) {
    chosen.value = notices[at];
  },
  goTo(place: Place) {
    cursor.value = place;
  },
  async show(count: number) {
    const names = [
      'midnight',
      'forest',
      'wine',
      'amber',
      'lagoon',
      'plum',
      'rust',
      'mist',
      'sage',
      'slate',
      'rose',
      'indigo',
    ];
    covers.value = await Promise.all(
      names.slice(0, count).map(async (name, number) => ({
        changes: [{ kind: 'key' as const, key: ['cover-colours'], value: name }],
        jpeg: new Uint8Array(await (await fetch(`/cover-${number}.jpg`)).arrayBuffer()),
        isChosen: number === 1,
      })),
    );
  },
};
Object.assign(globalThis, { panels });
const host = document.getElementById('panels');
if (host) render(<Page />, host);
