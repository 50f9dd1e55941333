import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './find.mjs';
import { lettersOf } from './opened.mjs';

/** Said of every EPUB 3 by Debian’s build. */
const expected = /ICC support is not available|unknown epub version: 3/;

/** Draws pages with MuPDF, which stands for weak devices; its complaints about CSS are shown. */
export function drawWithMupdf({ name, epub, book, folder, settings, count }) {
  const mutool = findProgram('mutool');
  const file = join(folder, `${name}.epub`);
  writeFileSync(file, epub);
  const points = (pixels) => String(Math.round(pixels * 0.75));
  const draw = ({ width, height }, ...args) => {
    const size = ['-W', points(width), '-H', points(height), '-S', '12'];
    const drawn = spawnSync(mutool, ['draw', '-q', ...size, ...args], { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
    for (const line of drawn.stderr.split('\n')) if (line && !expected.test(line)) console.error(`mupdf: ${line}`);
    return drawn.stdout;
  };
  const opening = book.beginning.letters.slice(0, 60);
  return settings.flatMap((setting) => {
    const pages = draw(setting, '-F', 'txt', file).split('\f').map(lettersOf);
    const first =
      Math.max(
        0,
        pages.findIndex((page) =>
          book.beginning.isWithin ? page.includes(opening) : page.startsWith(opening.slice(0, page.length || 1)),
        ),
      ) + 1;
    const title = pages.findIndex((page) => book.titlePage && page === book.titlePage.letters) + 1;
    const wanted = [
      ...(title > 0 && count > 1 ? [title] : []),
      ...Array.from({ length: count }, (_, at) => first + at),
    ];
    const colours = setting.night ? ['-I'] : [];
    return wanted
      .filter((number) => number <= pages.length)
      .map((number) => {
        const page = number === title ? 0 : number - first + 1;
        const shot = join(folder, `${name}-${setting.name}-${page}.png`);
        draw(setting, '-F', 'png', '-r', '96', ...colours, '-o', shot, file, String(number));
        return { setting, page, file: shot };
      });
  });
}
