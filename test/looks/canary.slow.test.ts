/** Qt’s rich text engine drops every rule after one that it cannot read, as old readers do: a canary for each theme. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from '../tools/folder.ts';
import { need, root } from '../tools/need.ts';
import { openBook } from '../tools/opened-book.ts';
import { pressIn, themes } from './books.ts';

/** Whether the canary, the last rule of a stylesheet, still sings. */
async function sings(python: string, css: string): Promise<boolean> {
  const sheet = join(makeFolder(), 'core.css');
  writeFileSync(sheet, `${css}\np.canary { font-weight: bold; }\n`);
  const ran = await runTool(python, [join(root, 'test/tools/qt-canary.py'), sheet], {
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
    seconds: 60,
  });
  assert.ok(!('failure' in ran) && /^(alive|dead)$/.test(ran.stdout.trim()), JSON.stringify(ran));
  return ran.stdout.trim() === 'alive';
}

const sheets = themes.map((theme) => {
  const book = openBook(pressIn(theme, join(root, 'manuscript')));
  return [theme, book.text('OEBPS/style.css')] as const;
});

for (const [theme, css] of sheets) {
  test(`Qt reads the core stylesheet to its last rule: ${theme}`, async (context) => {
    const python = await need(context, 'qt');
    if (!python) return;
    assert.ok(css.length > 1000);
    assert.ok(await sings(python, css));
  });

  for (const modern of ['p:not(.first) { margin: 0 }', 'p:nth-child(2n) { margin: 0 }', 'p { & em { color: red } }'])
    test(`the canary dies of “${modern}”: ${theme}`, async (context) => {
      const python = await need(context, 'qt');
      if (!python) return;
      const middle = css.indexOf('\n', css.length / 2) + 1;
      assert.ok(!(await sings(python, `${css.slice(0, middle)}${modern}\n${css.slice(middle)}`)));
    });
}
