/** Draws the pages of a book in a browser: `reader` opens a book, calls our reading app’s methods, and takes pictures. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lettersOf } from './opened.mjs';

/** Draws the title page and the first `count` pages of the text, in each setting; answers with shots. */
export async function drawPages(reader, { name, book, folder, settings, count }) {
  const shots = [];
  for (const setting of settings) {
    await reader.open(name, setting);
    const shoot = async (page) => {
      const file = join(folder, `${name}-${setting.name}-${page}.png`);
      writeFileSync(file, await reader.shoot());
      shots.push({ setting, page, file });
    };
    const sections = await reader.call('sections');
    const sectionAt = (path) => sections.find((each) => each === path);
    const title = sectionAt(book.titlePage?.path);
    const first = sectionAt(book.beginning.path) ?? (await sectionWith(reader, sections, book.beginning.letters));
    if (title && count > 1) {
      await reader.call('goTo', title);
      await shoot(0);
    }
    await reader.call('goTo', first);
    for (let page = 1; page <= count; page++) {
      await shoot(page);
      if (page < count && !(await reader.call('turn'))) break;
    }
  }
  return shots;
}

/** The section of a stranger’s book that has these letters. */
async function sectionWith(reader, sections, letters) {
  for (const section of sections) {
    await reader.call('goTo', section);
    if (lettersOf(await reader.call('text')).includes(letters)) return section;
  }
  return sections[0];
}
