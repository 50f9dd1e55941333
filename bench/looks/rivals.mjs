/**
 * One chapter as several tools make a book of it, each as its manual says and with its own design. In: a text as it is typed. Out: an EPUB’s bytes.
 * A tool that is not installed throws MISSING.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './find.mjs';
import { press } from './manuscripts.mjs';

function run(program, words, options = {}) {
  const ran = spawnSync(findProgram(program), words, { encoding: 'utf8', ...options });
  if (ran.status !== 0) throw new Error(`${program} ${words.join(' ')}\n${ran.stderr}${ran.stdout}`);
  return ran.stdout;
}

/** The chapter as a file of Markdown in the folder. */
function typed({ heading, text }, folder) {
  const file = join(folder, 'chapter.md');
  writeFileSync(file, `# ${heading}\n\n${text}\n`);
  return file;
}

/** By the tool’s name. Each gets what it is told of a book, `{ title, author, lang, heading, text }`, and a folder of its own. */
export const rivals = {
  fleuron({ root, theme = 'classic', ...chapter }, folder) {
    const manuscript = join(folder, 'typed');
    mkdirSync(manuscript);
    typed(chapter, manuscript);
    const { title, author, lang } = chapter;
    writeFileSync(join(manuscript, 'book.yaml'), `title: ${title}\nauthor: ${author}\nlang: ${lang}\n`);
    return press(root, { manuscript, theme, folder });
  },
  pandoc(chapter, folder) {
    const epub = join(folder, 'book.epub');
    const facts = ['title', 'author', 'lang'].map((key) => `--metadata=${key}:${chapter[key]}`);
    run('pandoc', [typed(chapter, folder), ...facts, '-o', epub]);
    return readFileSync(epub);
  },
  calibre(chapter, folder) {
    const epub = join(folder, 'book.epub');
    const facts = ['--title', chapter.title, '--authors', chapter.author, '--language', chapter.lang];
    run('ebook-convert', [typed(chapter, folder), epub, '--smarten-punctuation', ...facts]);
    return readFileSync(epub);
  },
  /** Their toolset (PyPI `standardebooks`): a draft, the chapter on a page as their template has it, typogrified and built. */
  'standard ebooks'({ title, author, lang, heading, text }, folder) {
    const se = (command, ...words) => run('se', [command, ...words], { cwd: folder });
    se('create-draft', '--offline', '--white-label', '--author', author, '--title', title);
    const [draft] = readdirSync(folder);
    const paragraphs = run('pandoc', ['-f', 'markdown-smart', '-t', 'html5', '--wrap=none'], { input: text });
    const vocabulary =
      'z3998: http://www.daisy.org/z3998/2012/vocab/structure/, se: https://standardebooks.org/vocab/1.0';
    const page = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" epub:prefix="${vocabulary}" xml:lang="${lang}">
<head><title>${heading}</title><link href="../css/core.css" rel="stylesheet" type="text/css"/><link href="../css/local.css" rel="stylesheet" type="text/css"/></head>
<body epub:type="bodymatter z3998:fiction"><section id="chapter-1" epub:type="chapter"><h2 epub:type="title">${heading}</h2>
${paragraphs}</section></body></html>`;
    writeFileSync(join(folder, draft, 'epub/text/chapter-1.xhtml'), page);
    for (const command of ['typogrify', 'build-manifest', 'build-spine', 'build-toc']) se(command, draft);
    se('build', '--output-dir', join(folder, 'built'), draft);
    const file = readdirSync(join(folder, 'built')).find((name) => /(?<!_advanced)\.epub$/.test(name));
    return readFileSync(join(folder, 'built', file));
  },
};
