import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram, missing } from './find.mjs';

/** Draws pages with Qt’s QTextDocument, which knows least of CSS: what is lost here, some old reader loses too. */
export function drawWithQt({ name, book, folder, settings, count }) {
  const python = findProgram('/usr/bin/python3', 'python3');
  const opened = join(folder, name);
  for (const [path, bytes] of Object.entries(book.files)) {
    mkdirSync(dirname(join(opened, path)), { recursive: true });
    writeFileSync(join(opened, path), bytes);
  }
  const jobs = settings.flatMap((setting) => {
    const draw = (section, pages) => ({
      setting,
      folder: join(opened, 'OEBPS'),
      page: join(opened, section.path),
      shots: pages.map((page) => ({ page, file: join(folder, `${name}-${setting.name}-${page}.png`) })),
    });
    return [
      ...(book.titlePage && count > 1 ? [draw(book.titlePage, [0])] : []),
      draw(
        book.beginning,
        Array.from({ length: count }, (_, at) => at + 1),
      ),
    ];
  });
  const ran = spawnSync(python, [join(import.meta.dirname, 'qt.py')], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
  });
  if (/No module named 'PyQt5'/.test(ran.stderr)) throw missing('Python has no PyQt5');
  if (ran.status !== 0) throw new Error(`qt: ${ran.stderr}`);
  const drawn = new Set(ran.stdout.trim().split('\n'));
  return jobs.flatMap(({ setting, shots }) =>
    shots.filter(({ file }) => drawn.has(file)).map(({ page, file }) => ({ setting, page, file })),
  );
}
