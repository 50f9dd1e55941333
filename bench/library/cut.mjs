/** Stories cut from the corpus, 1 to 20 kB of words each: the same for the same numbers. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [least, most] = [1000, 20_000];
const files = 100; // in a folder

/** Paragraphs of all novels, in order. */
function paragraphsOf(corpus) {
  const novels = readdirSync(corpus).filter((name) => name.endsWith('.md'));
  return novels
    .sort()
    .flatMap((name) => readFileSync(join(corpus, name), 'utf8').split(/\n{2,}/))
    .filter((text) => /^[\p{L}\p{P}]/u.test(text) && !/^(?:#|>|\||:::|\[\^|```)/.test(text));
}

/** Numbers from 0 to 1, always the same (xorshift). */
export function numbers(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Writes stories as Markdown files below a folder; answers with their paths and facts. Sizes spread evenly on a logarithmic scale. */
export function cutStories(corpus, folder, count, { cover = false, seed = 7 } = {}) {
  const paragraphs = paragraphsOf(corpus);
  const next = numbers(seed);
  return Array.from({ length: count }, (_, at) => {
    const size = least * (most / least) ** next();
    let from = Math.floor(next() * paragraphs.length);
    const parts = [];
    for (let length = 0; length < size; from++) {
      const text = paragraphs[from % paragraphs.length];
      if (parts.length % 30 === 0)
        parts.push(`# ${['The Door', 'The Road', 'The Letter', 'Home'][(parts.length / 30) % 4]}`);
      parts.push(text);
      length += text.length;
    }
    const number = String(at + 1).padStart(6, '0');
    const title = `${
      paragraphs[from % paragraphs.length]
        .match(/[\p{L}’]+/gu)
        ?.slice(0, 3)
        .join(' ') ?? 'Story'
    } ${at + 1}`;
    const author = `Writer ${1 + Math.floor(next() * 300)}`;
    const path = join(folder, `${Math.floor(at / files)}`, `fic-${number}.md`);
    const keys = [
      '---',
      `title: "${title}"`,
      `author: ${author}`,
      'lang: en',
      'modified: 2020-01-01',
      ...(cover ? [] : ['draw-cover: no']),
      '---',
    ];
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${keys.join('\n')}\n\n${parts.join('\n\n')}\n`);
    return { path, title, author };
  });
}
