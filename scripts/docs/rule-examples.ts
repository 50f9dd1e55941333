/**
 * An example of each rule of the problems, and what to do. Most are small manuscripts, which `npm run docs` builds: docs/rules.md shows what
 * the press says of them. What wants a device, a disk or another machine is told in words; the tests of its room have it.
 */
import type { Files } from '../api/options.ts';
import type { EditionName } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import type { RuleName } from '../report/rules.ts';

/** Files that have the problem. */
export interface ShownExample {
  /** What stands in the files beside the usual ones. */
  readonly files: Files;
  /** The file that is imported, where it is not a manuscript. */
  readonly imported?: string;
  readonly edition?: EditionName;
  readonly limits?: Partial<Limits>;
  /** What to do, where the message does not say so. */
  readonly todo?: string;
}

/** When it is told, and what to do. */
export interface ToldExample {
  readonly when: string;
  readonly todo: string;
}

export type RuleExample = ShownExample | ToldExample;

const text = (words: string, todo?: string): ShownExample => files({ 'chapter-1.md': `# One\n\n${words}\n` }, todo);
const yaml = (keys: string, todo?: string): ShownExample => files({ 'book.yaml': `title: The Ferry\nlang: en\n${keys}\n` }, todo);
const files = (given: Files, todo?: string): ShownExample => ({
  files: given,
  ...(todo === undefined ? {} : { todo }),
});
const imported = (name: string, content: string | Uint8Array, todo?: string): ShownExample => ({
  ...files({ [name]: content }, todo),
  imported: name,
});
const when = (situation: string, todo: string): ToldExample => ({ when: situation, todo });
const base64 = (encoded: string): Uint8Array => Uint8Array.from(atob(encoded), (unit) => unit.charCodeAt(0));

const drawing = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/>${inside}</svg>\n`;
const png = base64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==');
const gif = base64('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==');
const webp = base64('UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA=');
const restore = 'Take the archive from another copy, or keep this one apart and archive the manuscript again.';

export const ruleExamples: Readonly<Record<RuleName, RuleExample>> = {
  'manuscript-missing': when('`fleuron build my-stroy`, and there is no such folder.', 'Type the name as it is; the message names one that is near it.'),
  'manuscript-empty': files({ 'chapter-1.md': '' }, 'Write something into a file.'),
  'file-unreadable': when('`chapter-1.md` may not be read by you, or is a device.', 'Give yourself the right to read it, or put a copy in its place.'),
  'folder-unreadable': when('`pictures/` may not be read by you.', 'Give yourself the right to read the folder.'),
  'line-ends-mixed': text('One line,\r\nanother,\rand a third.', 'Nothing, or save the file again with an editor.'),
  'file-too-large': { ...text('The ferry waited.'), limits: { text: 16 } },
  'file-not-utf8': files({ 'chapter-1.md': Uint8Array.of(0x23, 0x20, 0x4f, 0x0a, 0x0a, 0xff) }),
  'character-replaced': text('The ferry\u0001 waited.', 'Delete the character.'),
  'file-ignored': files({ 'sketch.txt': 'What if the ferry sank?\n' }),
  'change-refused': when('In the studio, a file is to be written that another tab has removed.', 'Load the page again, and look what is there.'),
  'write-failed': when('The disk is full, or the folder may not be written.', 'Make room, or name another place with `-o`. The older book is as it was.'),
  'book-unreadable': when('`fleuron serve books`, and a book in the folder is damaged or locked (DRM).', 'Get the book again, or take it out of the folder.'),
  'cache-unusable': when('`fleuron library stories -o shelf --cache /mnt/cache`, and that folder may not be written.', 'Give yourself the right to write it, or name another. Without a cache all books are made anew.'),
  'story-ended': when('A story of a library takes longer than five minutes, or more memory than it may.', 'Build it alone to see why, or allow more with `--seconds` or `--memory`.'),
  'story-unmade': when('A story in the queue was given up by six workers, or its book cannot be had from the store.', 'Look at what the workers print, and run the library again.'),
  'reader-missing': when('`fleuron send my-story`, and no reader is connected, or several are.', 'Connect it and allow the connection on its screen; or name one with `--to`.'),
  'reader-gone': when('The reader was unplugged while the book was written.', 'Connect it again, and send the book again.'),
  'reader-full': when('The book is larger than the room that is left.', 'Remove something from the reader.'),
  'older-on-reader': when('An older copy of the book is on the Kobo, which forgets highlights when it is replaced.', 'Export your notes, then add `--replace`.'),
  'edition-other': when('`fleuron send book.epub --to kobo`: the book is not the edition for a Kobo.', 'Send the manuscript: `fleuron send my-story --to kobo`.'),
  'device-refuses': when('`fleuron check any.epub --for kindle`, and a page declares no encoding.', 'Add `--fix -o mended.epub`; what cannot be mended is listed.'),
  'device-loses': when('`fleuron check any.epub --for apple`, and the package names no cover.', 'Add `--fix -o mended.epub`, or do what the hint says.'),
  'device-advice': when('`fleuron check any.epub --for kindle`, and the cover is small.', 'Use a larger picture, if you have one.'),
  'mail-failed': when('The mail server refuses the password.', 'Look at `--smtp` and the password; many providers want an “app password”.'),
  'mail-too-large': when('The letter would have more than 50 MB.', 'Make the pictures smaller, or upload the book in the browser.'),
  'bag-missing': when('`fleuron verify keep`, and the folder is no archive but holds some.', 'Name the archive: `fleuron verify keep/the-door`.'),
  'bag-malformed': when('`bagit.txt` is not there, or not as RFC 8493 says.', restore),
  'manifest-malformed': when('A line of `manifest-sha512.txt` has no checksum.', restore),
  'bag-file-missing': when('`data/the-door.epub` was deleted.', restore),
  'bag-file-extra': when('Somebody put a file into `data/`.', 'Take the file out, and verify again.'),
  'bag-file-changed': when('A byte of `data/the-door.epub` is another.', restore),
  'bag-path-unsafe': when('A file of the archive is a link that leads out of it.', 'Put the file itself in the place of the link, or take another copy.'),
  'bag-oxum': when('`bag-info.txt` counts other files or bytes than there are.', restore),
  'bag-too-large': when('The archive has more than 2 GB.', 'Add `--limit archive=4GB`, to `verify` as well.'),
  'bag-fixity': when('`fleuron verify keep/the-door --fixity …`, and the line is another.', 'Something was changed since the line was printed, or it is the line of another version. Compare with another copy.'),
  'bag-unproved': when('Another program has added a file beside `data/`.', 'Nothing, if you know the file.'),
  'version-missing': when('`data/versions/2/` was removed.', restore),
  'rebuild-skipped': when('The book was made by another version of Fleuron, or its manuscript has plug-ins.', 'Install that version to verify the book.'),
  'record-not-rebuilt': when('`data/metadata.json` was changed, and so was its checksum.', restore),
  'book-not-rebuilt': when('The book in the archive is not what its manuscript gives.', 'Somebody changed the book or the manuscript. Compare with another copy.'),
  'book-damaged': when('A part of the EPUB does not match its checksum in the ZIP.', 'Get the book from another copy, or build it again.'),
  'source-unrecorded': when('`fleuron verify book.epub`, and another program made or changed the book.', 'Verify the book as Fleuron made it.'),
  'source-missing': when('`chapter-2.md` was there when the book was built, and is gone.', 'Put it back, or build the book again.'),
  'source-changed': when('`chapter-2.md` has changed since the book was built.', 'Build the book again.'),
  'source-extra': when('`chapter-3.md` was not there when the book was built.', 'Build the book again.'),
  'archive-in-the-way': when('`fleuron archive my-story -o keep/the-door`, and another story’s archive is there.', 'Name another place with `-o`.'),
  'previous-refused': when('`fleuron build my-story --previous other.epub`: a book of another story, or of another program.', 'Name the EPUB that your readers have.'),
  'yaml-syntax': files({ 'book.yaml': 'title: [The Ferry\n' }, 'Close the bracket.'),
  'yaml-limit': files({ 'book.yaml': 'title: &name The Ferry\nauthor: *name\n' }, 'Write the value itself.'),
  'metadata-key': yaml('sumary: A story.'),
  'metadata-value': yaml('theme: fancy', 'Write one of the values that the message lists.'),
  'metadata-form': files({ 'book.yaml': 'title: “The Ferry”\nlang: en\n' }),
  'metadata-unused': yaml('documentclass: book'),
  'metadata-several': files({ 'book.yaml': 'title: The Ferry\nlang: en\n', 'metadata.yaml': 'title: Another\n' }),
  'modified-stale': when('You changed a chapter of a book that has a date, and built it again; its date of change is the old one.', 'When you publish it, write `modified: 2026-11-29` (the day) into book.yaml.'),
  'isbn-check': yaml('isbn: 978-0-306-40615-8', 'Compare the number with the one that you were given.'),
  'metadata-twice': files({ 'book.yaml': 'title: The Ferry\ntitle: The Boat\n' }, 'Delete one of the lines.'),
  'language-tag': files({ 'book.yaml': 'title: The Ferry\nlang: Klingonese\n' }),
  'language-form': files({ 'book.yaml': 'title: The Ferry\nlang: en_GB\n' }),
  'date-form': yaml('date: soon', 'Write the date as one of these.'),
  'language-guessed': files({
    'book.yaml': 'title: Die Fähre\n',
    'chapter-1.md': '# Eins\n\nDie Fähre wartete am Ufer, und niemand wusste, warum sie an diesem Abend nicht wie sonst gefahren war.\n',
  }),
  'title-guessed': files({ 'book.yaml': 'lang: en\n', 'chapter-2.md': '# Two\n\nIt left.\n' }),
  'order-missing': yaml('order: [chapter-1.md, chapter-2.md]', 'Correct the name, or take it out of the list.'),
  'order-left-out': files({ 'book.yaml': 'title: The Ferry\nlang: en\norder: [chapter-1.md]\n', 'chapter-2.md': '# Two\n\nIt left.\n' }, 'Add it to the list, or take the list out.'),
  'shared-left-out': yaml('shared: author'),
  'work-missing': yaml('books: [first-tale]'),
  'work-twice': files({ 'book.yaml': 'title: Tales\nbooks: [one.md, one.md]\n', 'one.md': '# One\n\nA tale.\n' }),
  'work-nested': files({
    'book.yaml': 'title: Tales\nbooks: [one]\n',
    'one/book.yaml': 'title: One\nbooks: [two.md]\n',
    'one/two.md': '# Two\n\nA tale.\n',
  }),
  'work-design': files({
    'book.yaml': 'title: Tales\nbooks: [one]\n',
    'one/book.yaml': 'title: One\ntheme: plain\n',
    'one/chapter-1.md': '# One\n\nA tale.\n',
  }),
  'structure-guessed': imported('ferry.txt', 'The Ferry\nby Ann Lee\n\nThe ferry waited.\n', 'Look at the places, and change in the manuscript what is wrong.'),
  'kind-unknown': files({ 'chapter-1.md': '---\nkind: chaptre\n---\n\n# One\n\nThe ferry waited.\n' }),
  'section-empty': files({ 'chapter-2.md': '' }, 'Write something into the file, or delete it.'),
  'set-piece-open': text(':::verse\nThe ferry waited'),
  'set-piece-lines': text(':::texts\nAre you there?\n:::'),
  'set-piece-unknown': text(':::vers\nThe ferry waited\n:::'),
  'markdown-left-out': text('\\vspace{1em}\n\nThe ferry waited.', 'Nothing, or say it in a [style sheet](css.md).'),
  'nesting-too-deep': {
    ...text('> > > > > > The ferry waited.', 'Take some of the marks out, or allow more with `--limit`.'),
    limits: { nesting: 4 },
  },
  'text-too-dense': { ...text('*a* '.repeat(40)), limits: { marks: 20 } },
  'book-too-large': { ...files({ 'chapter-2.md': '# Two\n\nIt left.\n' }), limits: { sections: 1 } },
  'part-holds-nothing': files({
    'part-1.md': '# Part One\n',
    'chapter-1.md': '# One\n\nThe ferry waited.\n',
    'part-2.md': '# Part Two\n',
    'epilogue.md': '# Epilogue\n\nIt left.\n',
  }),
  'import-refused': imported('scan.pdf', '%PDF-1.7\n'),
  'words-lost': when('An import finds that a word of its source is not in the manuscript. It is a fault of Fleuron.', 'Please report it, with the file if you can. Nothing was written.'),
  'encoding-guessed': imported(
    'ferry.txt',
    Uint8Array.from('The Ferry\n\nA caf\xe9 by the quay.\n', (unit) => unit.charCodeAt(0)),
  ),
  'picture-left-out': imported('ferry.html', '<title>The Ferry</title><h1>The Ferry</h1><p>It waited.</p><p><img src="map.png" alt="A map"></p>', 'Save the picture beside the page, and import again.'),
  'import-left-out': imported('ferry.html', '<title>The Ferry</title><h1>The Ferry</h1><p>It waited.</p><video src="a.mp4"></video>', 'Nothing, if you do not miss it.'),
  'annotations-unknown': when('`fleuron notes my-story notes.txt`, and no program that is known writes such a file.', 'Export the highlights from KOReader, calibre, Thorium or a Kobo: [growing.md](growing.md#what-readers-marked).'),
  'update-impossible': when('`fleuron import new.html -o story --update`, and the folder `story/.fleuron` is gone.', 'Name the file that you imported first: `--base old.html`.'),
  'update-unsettled': text('The lamp was alight.\n\n:::theirs\nThe lamp was burning.\n:::'),
  'update-kept': when('The site changed a chapter that you deleted.', 'Nothing, if you do not want it; else import the new file into another folder, and take the chapter from there.'),
  'update-unarchived': when('The archive that the folder remembers is not at its place.', 'Archive the story again: `fleuron archive story -o keep/story`.'),
  'news-missing': yaml('whats-new: yes', 'Update the story with `fleuron import --update`, or take the key out.'),
  'file-in-the-way': when('`fleuron build my-story -o letter.epub`, and Fleuron did not make the file that is there.', 'Name another place with `-o`, or add `--force`.'),
  'source-in-the-way': when('`fleuron build story.epub -o story.epub`: the book would take the place of its own source.', 'Name another place with `-o`.'),
  'entry-not-told': files({
    'glossary.md': '---\nlink-names: yes\n---\n# Glossary\n\nstaithe\n: A landing place.\n: (from chapter 1) It burned.\n',
  }),
  'note-without-reference': text('He said so.\n\n[^1]: He never did.'),
  'reference-without-note': text('He said so.[^1]'),
  'note-twice': text('He said so.[^1]\n\n[^1]: He did.\n\n[^1]: He never did.'),
  'definition-missing': text('He read [the letter][letter].'),
  'link-broken': text('See [the door](#the-dor).'),
  'link-refused': text('See [the door](ftp://example.org/door).'),
  'picture-missing': text('![A map](map.png)'),
  'picture-outside': text('![A map](https://example.org/map.png)'),
  'picture-refused': files({ 'chapter-1.md': '# One\n\n![A map](map.tiff)\n', 'map.tiff': Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0) }, 'Save it as JPEG or PNG.'),
  'picture-too-large': {
    ...files({ 'chapter-1.md': '# One\n\n![A map](map.svg)\n', 'map.svg': drawing('<path d="M0 0"/>'.repeat(9)) }),
    limits: { picture: 64 },
  },
  'cover-missing': yaml('cover: front.jpg'),
  'ornament-missing': yaml('ornament: leaf.svg'),
  'number-without-word': { files: { 'book.yaml': 'title: Lautta\nlang: fi\ndesign:\n  number: words\n', 'chapter-1.md': '# 1\n\nLautta odotti.\n' } },
  'picture-corrupt': files({ 'chapter-1.md': '# One\n\n![A map](map.png)\n', 'map.png': png.slice(0, 20) }, 'Save the picture again from a program that shows it.'),
  'picture-cleaned': files({ 'chapter-1.md': '# One\n\n![A map](map.svg)\n', 'map.svg': drawing('<script>alert(1)</script>') }, 'Nothing, if the drawing looks right.'),
  'picture-converted': files({ 'chapter-1.md': '# One\n\n![A map](map.webp)\n', 'map.webp': webp }, 'Nothing: your file stays as it is.'),
  'picture-scaled': when('A photograph has 24 million pixels.', 'Nothing: your file stays as it is.'),
  'picture-kept': when('A JPEG in CMYK has more than 20 million pixels.', 'Save it in RGB, and smaller.'),
  'picture-place': when('A photograph says where it was taken (GPS).', 'Nothing: the book’s copy does not say it any more.'),
  'picture-without-alt': files({ 'chapter-1.md': '# One\n\n![](map.svg)\n', 'map.svg': drawing('') }),
  'cover-not-drawn': when('A file of Fleuron’s own that draws covers is missing.', 'Install Fleuron again, or put a `cover.jpg` into the folder.'),
  'cover-words-missing': files({ 'book.yaml': 'title: 渡し船\nauthor: Ann Lee\nlang: ja\n' }),
  'cover-format': files({ 'book.yaml': 'title: The Ferry\nlang: en\ncover: cover.svg\n', 'cover.svg': drawing('') }),
  'cover-enlarged': files({ 'book.yaml': 'title: The Ferry\nlang: en\ncover: cover.png\n', 'cover.png': png }, 'Use a larger picture, if you have one.'),
  'cover-small': files({ 'book.yaml': 'title: The Ferry\nlang: en\ncover: cover.gif\n', 'cover.gif': gif }),
  'page-too-long': text('The ferry waited. '.repeat(15000), 'Divide the paragraph.'),
  'formula-unclear': text('Take $\\frac{1}$ of it.'),
  'html-dropped': text('<script>alert(1)</script>\n\nThe ferry waited.', 'Delete the HTML.'),
  'quote-unbalanced': text('"Wait, she said.\n\nThe ferry waited.'),
  'typography-doubt': text('"We\'ll do it the \'owd way," he said.'),
  'quotes-mixed': text(Array.from({ length: 6 }, (_, at) => `"Wait for number ${at}," she said.\n\n'Not for number ${at},' he said.`).join('\n\n'), 'Type all speech in the same marks.'),
  'ellipses-mixed': text(Array.from({ length: 6 }, () => 'Well... perhaps, she said.. and perhaps not.').join('\n\n'), 'Type all of them with three dots.'),
  'marks-emphatic': text('"Wait?!?!" she said.', 'Take some of the marks out, if you like.'),
  'words-in-capitals': text('"You NEVER wait," she said, and he waited.'),
  'typeface-lacks': files({
    'book.yaml': 'title: The Ferry\nlang: en\nembed-fonts: yes\n',
    'chapter-1.md': '# One\n\nThe ferry 渡 waited.\n',
  }),
  'typeface-licence': when('`fonts:` names a typeface, and no `licence`.', 'Write the name of its licence: `licence: SIL Open Font License 1.1`.'),
  'typeface-embedding': when('A typeface says of itself that it must not be embedded.', 'Ask its maker for a licence for e-books, or use another typeface.'),
  'typeface-missing': when('A file of the theme’s typeface is missing.', 'Install Fleuron again.'),
  'kindle-refused': when('The edition for Kindle has more than 200 MB, or style sheets that hide more than 10,000 characters.', 'Make the pictures smaller; do not hide text.'),
  'kindle-size': when('The edition for Kindle has more than 50 MB.', 'Make the pictures smaller, or upload the book in the browser.'),
  'kindle-advice': { ...files({ 'book.yaml': 'title: The Ferry\nlang: cs\n' }), edition: 'kindle' },
  'legacy-replaced': {
    ...text('Take <math><mi>x</mi></math> of it.', 'Look at the place in that edition; in the others the formula is shown.'),
    edition: 'legacy',
  },
  'template-failed': when('`templates/colophon.xhtml.ejs` prints a name that it is not given.', 'Correct the name: [templates.md](templates.md#what-there-is) has all.'),
  'template-unknown': files({ 'templates/titel-page.xhtml.ejs': '<p/>\n' }),
  'style-left-out': files({ 'style.css': '.chapter { direction: rtl; }\n' }),
  'style-file': files({ 'style.css': '.chapter { background: url(leaf.png); }\n' }, 'Put the picture into the folder, or correct its name.'),
  'code-not-run': yaml('plugins: { remark: [./whisper.mjs] }', 'Build it without `--untrusted`, if you trust the manuscript.'),
  'plugin-failed': when('A plug-in that book.yaml names is not there, or stops with an error.', 'Correct the name, install the package, or mend the plug-in: [plugins.md](plugins.md).'),
  epubcheck: when('`fleuron check my-story`, and EPUBCheck finds an error. Templates and plug-ins of yours can cause one.', 'Mend the line of yours that the message names. Without templates and plug-ins it is a fault of Fleuron: please report it.'),
  'epubcheck-warning': when('`fleuron check my-story`, and EPUBCheck finds something that is not forbidden.', 'As above.'),
  'document-malformed': when('A template or a plug-in of yours makes a page that is no XML.', 'Close each element in the template, and write `&amp;` for `&`.'),
};
