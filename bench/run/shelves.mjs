/** The books of the bench: each is written to a folder, a file per chapter, as its author might have typed it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names of the novels' files, in order. */
export const novels = (shared) =>
  readdirSync(join(shared, 'corpus/novels'))
    .filter((file) => file.endsWith('.md'))
    .sort();

/**
 * What a book is divided into, and whether a cover is drawn: none of the others draws one, so the same work is compared without.
 * A story in plain text cannot say no to its cover; after the first round, which does not count, the press has it kept.
 * Each gives the title, the source that Fleuron takes, and the files that the others take.
 */
export const shelves = {
  story(shared) {
    const source = join(shared, 'stories/a-better-world.txt');
    return { title: 'A Better World', source, files: [source] };
  },
  novel: (shared, to) => divide('Great Expectations', shared, ['charles-dickens_great-expectations.md'], to),
  omnibus: (shared, to) => divide('Eleven Novels', shared, novels(shared), to),
};

/** Flattens novels to typewriter text and begins a file at each heading, which comes to stand on the first level. */
export function divide(title, shared, names, { folder, cover = true }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'book.yaml'), `title: ${title}\nlang: en-GB\n${cover ? '' : 'draw-cover: no\n'}`);
  const files = [];
  for (const name of names) {
    const text = execFileSync(
      process.execPath,
      [join(shared, 'corpus/score.mjs'), '--flatten', join(shared, 'corpus/novels', name)],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    for (const chapter of text.split(/^(?=#+ )/m).filter((part) => part.trim())) {
      const file = join(folder, `chapter-${String(files.length + 1).padStart(4, '0')}.md`);
      writeFileSync(file, chapter.replace(/^#+ /, '# '));
      files.push(file);
    }
  }
  return { title, source: folder, files };
}
