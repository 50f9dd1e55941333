import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './find.mjs';

/** Said of every EPUB 3 by Debian’s build. */
const expected = /ICC support is not available|unknown epub version: 3/;

/** Draws pages with MuPDF, which stands for weak devices; its complaints about CSS are shown. */
export function drawWithMupdf({ book, folder, first, last, settings }) {
  const mutool = findProgram('mutool');
  const points = (pixels) => String(Math.round(pixels * 0.75));
  return settings.flatMap(({ name, width, height, theme }) => {
    const prefix = `${theme}-${name}-`;
    const size = ['-W', points(width), '-H', points(height), '-S', '12'];
    const colours = theme === 'night' ? ['-I'] : [];
    const drawn = spawnSync(
      mutool,
      [
        'draw',
        '-q',
        '-F',
        'png',
        '-r',
        '96',
        ...size,
        ...colours,
        '-o',
        join(folder, `${prefix}%03d.png`),
        book,
        `${first}-${last}`,
      ],
      { encoding: 'utf8' },
    );
    for (const line of drawn.stderr.split('\n')) if (line && !expected.test(line)) console.error(`mupdf: ${line}`);
    return readdirSync(folder)
      .filter((file) => file.startsWith(prefix))
      .sort()
      .map((file) => ({ row: `${theme}, ${name}`, ratio: width / height, file: join(folder, file) }));
  });
}
