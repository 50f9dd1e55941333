/** Whatever an author may type comes back from the book so that it builds to the same bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forms } from '../../../scripts/docs/markdown-forms.ts';
import { png } from '../../pictures/make.ts';
import { makeFiles } from '../../tools/folder.ts';
import { round } from '../../tools/round.ts';

/** Besides the table of docs/markdown.md. */
const others: readonly string[] = [
  '## Two {#here .a .b}\n\nx',
  '# Two {.part}\n\nx',
  '> [!NOTE] A *title*\n> Words.\n>\n> More.',
  '> [!WARNING]\n> Words.',
  '$$\nx = \\sum_i y\n$$',
  '$$x^{$$',
  'So $x^{$ and $x_1$.',
  '::: {.card}\nOne *two*.\n\nThree.\n:::',
  '::: {#id .c lang=de}\n- a\n- b\n:::',
  '::: {.a}\n::: {.b}\n> q\n:::\n:::',
  '::: {.a}\n| a | b |\n|---|---|\n| c | d |\n:::\n\n::: {.a}\nTerm\n: Said\n:::\n\n::: {.a}\n## H\n:::',
  '::: {.a}\n![alt](a.png)\n:::\n\n::: {.a}\n***\n:::\n\n::: {.a}\n```\nx\n```\n:::\n\n::: {.a}\n:::letter\nDear,\n:::\n:::',
  '\\newpage\n\n- a\n- b\n\n\\newpage\n\n> q\n\n\\newpage\n\nx\n\n\\newpage\n\n## H',
  '<div class="card">\n\nOne.\n\n</div>',
  '<div class="card">\n<p>One.</p>\n</div>',
  '<section class="x">\n\ny\n\n</section>',
  '-> middle <-\n\n-> right ->',
  '![alt](a.png){.framed}',
  '![alt](a.png){width=40%}',
  'x ![alt](a.png){width=30px} y',
  '``` {.poem}\nx\n```',
  'A [\\[b\\]]{.smallcaps} c.',
];

for (const typed of [...Object.values(forms).flatMap((rows) => rows.map((row) => row.typed)), ...others])
  test(`build, import, build gives the same bytes: ${JSON.stringify(typed)}`, async () => {
    const { first, second } = await round(
      makeFiles({
        'book.yaml': 'title: The Lamp\nlang: en\n',
        'a.md': `# One\n\nIt was dark.\n\n${typed}\n\nEnd.\n`,
        'a.png': await png(),
      }),
    );
    assert.equal(second, first);
  });
