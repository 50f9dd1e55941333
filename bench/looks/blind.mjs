/**
 * A comparison in which nobody sees whose page is whose. In: the project, a folder for what is made, and a seed. Out: `blind.html`, a sheet with a row a
 * chapter and an engine, on which each tool’s opening and next page stand below a letter that the seed gives it; `blind-answers.txt`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lettersOf } from './opened.mjs';
import { rivals } from './rivals.mjs';

const setting = { size: '6-inch', width: 560, height: 800, night: false, name: '6-inch-light' };

/** Chapters of shared novels: told by their narrator, in a dialect, in dialogue. */
const chapters = [
  {
    file: 'novels/kenneth-grahame_the-wind-in-the-willows.md',
    title: 'The Wind in the Willows',
    author: 'Kenneth Grahame',
    lang: 'en-GB',
  },
  {
    file: 'dialect/charles-w-chesnutt_the-conjure-woman.md',
    title: 'The Conjure Woman',
    author: 'Charles W. Chesnutt',
    lang: 'en-US',
  },
  {
    file: 'novels/jane-austen_pride-and-prejudice.md',
    title: 'Pride and Prejudice',
    author: 'Jane Austen',
    lang: 'en-GB',
  },
];

/** Its first paragraphs as somebody would type them who has no curly quotes, and its heading. */
async function typedChapter(root, { file, ...facts }) {
  const corpus = resolve(root, '../shared/corpus');
  const { flatten } = await import(pathToFileURL(join(corpus, 'score.mjs')));
  const [, rest = ''] = readFileSync(join(corpus, file), 'utf8').split(/^## /m, 2);
  const [number, first, ...others] = flatten(rest).split(/\n{2,}/);
  const hasTitle = /^[IVX]+$/.test(number) && first.length < 60;
  const paragraphs = hasTitle ? others : [first, ...others];
  return { ...facts, heading: hasTitle ? first : number, text: paragraphs.slice(0, 40).join('\n\n') };
}

/** Makes sheet and answers. `engines` draw as for the other sheets; `shelf` serves books to those that are browsers. */
export async function compareBlind({ root, work, out, seed, engines, openShelf }) {
  const rounds = [];
  for (const chapter of chapters.filter(({ file }) => existsSync(resolve(root, '../shared/corpus', file)))) {
    const typed = await typedChapter(root, chapter);
    const beginning = { letters: lettersOf(typed.text).slice(0, 40), isWithin: true };
    const variants = [];
    for (const [tool, make] of Object.entries(rivals)) {
      const folder = join(work, `${variants.length}-${lettersOf(typed.title)}`);
      mkdirSync(folder);
      const epub = tryTool(tool, () => make({ root, ...typed }, folder));
      if (epub)
        variants.push({ tool, name: `${lettersOf(typed.title)}-${variants.length}`, epub, book: { beginning } });
    }
    const shelf = await openShelf(new Map(variants.map(({ name, epub }) => [name, epub])), work);
    try {
      for (const [engine, draw] of engines) {
        const folder = join(work, engine);
        mkdirSync(folder, { recursive: true });
        const shots = await draw({ variants, settings: [setting], count: 2, folder, address: shelf.address });
        const drawn = variants.map(({ tool }, at) => ({ tool, files: shots[at].map(({ file }) => file) }));
        rounds.push({ title: typed.title, engine, drawn: shuffled(drawn, `${seed} ${rounds.length}`) });
      }
    } finally {
      shelf.close();
    }
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'blind.html'), sheet(rounds));
  const answers = rounds.map(
    ({ drawn }, at) => `${at + 1}: ${drawn.map(({ tool }, place) => `${letter(place)} ${tool}`).join(', ')}`,
  );
  writeFileSync(join(out, 'blind-answers.txt'), `${[`seed ${seed}`, ...answers].join('\n')}\n`);
}

function tryTool(tool, make) {
  try {
    return make();
  } catch (error) {
    if (error.code !== 'MISSING') throw error;
    console.log(`${tool}: skipped, because ${error.message}`);
    return undefined;
  }
}

const letter = (place) => String.fromCharCode(65 + place);

/** In an order that the seed alone decides. */
function shuffled(items, seed) {
  const order = ({ tool }) => createHash('sha256').update(`${seed} ${tool}`).digest('hex');
  return [...items].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

const style = `body { margin: 2em auto; max-width: 1500px; padding: 0 1em; background: #eee; font: 16px/1.4 sans-serif; }
  fieldset { border: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 1.5em; } label { display: block; cursor: pointer; }
  img { width: 330px; border: 1px solid #999; vertical-align: top; } b { font-size: 1.4em; }`;

function sheet(rounds) {
  const image = (file) => `<img alt="" src="data:image/png;base64,${readFileSync(file).toString('base64')}">`;
  const round = ({ title, engine, drawn }, at) =>
    `<h2>${at + 1}. ${title}, ${engine}</h2><fieldset>${drawn
      .map(
        ({ files }, place) =>
          `<label><input type="radio" name="${at + 1}" value="${letter(place)}"> <b>${letter(place)}</b><br>${files.map(image).join('')}</label>`,
      )
      .join('')}</fieldset>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Which page would you read on?</title><style>${style}</style>
<h1>Which page would you read on?</h1><p>Each row is one chapter as several tools make a page of it, the opening and the page after it. Choose one in each row. Your votes stand
at the end, to keep or to send; blind-answers.txt says whose page each is.</p>${rounds.map(round).join('\n')}
<h2>Votes</h2><textarea rows="${rounds.length + 1}" cols="20" readonly></textarea>
<script>document.addEventListener('change', () => { document.querySelector('textarea').value = [...document.querySelectorAll('input:checked')].map((each) => each.name + ': ' + each.value).join('\\n'); });</script></html>\n`;
}
