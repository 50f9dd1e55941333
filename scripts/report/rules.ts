/**
 * Every rule there is, with its severity and what it asks for.
 * To add one, add a row; `docs/rules.md` is made from this table.
 */
export type Severity = 'error' | 'warning' | 'hint';

interface Rule {
  readonly severity: Severity;
  readonly about: string;
}

export const rules = {
  // The manuscript as files
  'manuscript-missing': { severity: 'error', about: 'The manuscript is a folder, or one Markdown or plain-text file, that can be read.' },
  'manuscript-empty': { severity: 'error', about: 'A manuscript holds at least one word or picture to print.' },
  'file-unreadable': { severity: 'error', about: 'Every file of the manuscript is a regular file that can be read.' },
  'folder-unreadable': { severity: 'warning', about: 'Every folder of the manuscript can be read; what lies in one that cannot is not in the book.' },
  'line-ends-mixed': { severity: 'hint', about: 'A file ends its lines in one way.' },
  'file-too-large': { severity: 'error', about: 'A file stays under its limit of size (docs/limits.md), which is far above any real book.' },
  'file-not-utf8': { severity: 'error', about: 'Text files are UTF-8.' },
  'character-replaced': { severity: 'warning', about: 'Text holds no characters that XML 1.0 forbids; they are replaced by U+FFFD.' },
  'file-ignored': { severity: 'hint', about: 'Files that are not part of the book are left out.' },
  'change-refused': { severity: 'error', about: 'What the studio is asked to change is there, and can be changed.' },
  'write-failed': { severity: 'error', about: 'The place the book goes to can be written.' },

  // Libraries
  'book-unreadable': { severity: 'warning', about: 'A book of a library is an EPUB that can be read; one that cannot is not on the shelf.' },
  'cache-unusable': { severity: 'warning', about: 'The folder that `fleuron library --cache` names can be read and written.' },
  'story-ended': { severity: 'error', about: 'A story of a library is made within the time and memory that `fleuron library` allows it.' },
  'story-unmade': { severity: 'error', about: 'A story that waits in a queue is made by a worker, and its books are in the store.' },

  // Readers
  'reader-missing': { severity: 'error', about: 'A book is sent to one reader that is connected, or to a folder.' },
  'reader-gone': { severity: 'error', about: 'A reader stays connected until the book is on it.' },
  'reader-full': { severity: 'error', about: 'A reader has room for the book.' },
  'older-on-reader': { severity: 'error', about: 'A book that is on the reader is replaced only with --replace: the reader may forget notes in it.' },
  'edition-other': { severity: 'hint', about: 'A reader gets the edition that is made for it.' },
  'device-refuses': { severity: 'error', about: 'A book is one that the shop or device takes (`fleuron check --for`).' },
  'device-loses': { severity: 'warning', about: 'A book is shown whole by the device (`fleuron check --for`).' },
  'device-advice': { severity: 'hint', about: 'A book is as good on the device as it can be (`fleuron check --for`).' },
  'mail-failed': { severity: 'error', about: 'A letter goes out by the mail server that is given, over TLS.' },
  'mail-too-large': { severity: 'error', about: 'A book that is mailed is no larger than Send to Kindle takes.' },

  // Archives
  'bag-missing': { severity: 'error', about: 'What is verified is a BagIt bag, as a folder or a ZIP, or an EPUB.' },
  'bag-malformed': { severity: 'error', about: 'A bag has the tag files that RFC 8493 asks for, in their form; a ZIP of one holds nothing else.' },
  'manifest-malformed': { severity: 'error', about: 'A manifest has a checksum and a path on each line, each path once.' },
  'bag-file-missing': { severity: 'error', about: 'Each file that a manifest lists lies in the bag.' },
  'bag-file-extra': { severity: 'error', about: 'Each file of a bag is listed in its manifest.' },
  'bag-file-changed': { severity: 'error', about: 'Each file of a bag has the checksum that its manifest lists.' },
  'bag-path-unsafe': { severity: 'error', about: 'The files of a bag lie in it: no links, no paths that leave it.' },
  'bag-oxum': { severity: 'error', about: 'A bag has as many bytes and files as its Payload-Oxum says.' },
  'bag-too-large': { severity: 'error', about: 'An archive stays under the limits of size and number (docs/limits.md), which are far above any real story’s.' },
  'bag-fixity': { severity: 'error', about: 'An archive has the fixity line that was kept elsewhere.' },
  'bag-unproved': { severity: 'warning', about: 'The files beside `data/` are as Fleuron writes them; what others have added matches its list, and is not proved.' },
  'version-missing': { severity: 'error', about: 'An archive holds every version of its story, from the first to the newest.' },
  'rebuild-skipped': { severity: 'warning', about: 'A kept book can be built again by the version of Fleuron that made it, where its manuscript holds no code.' },
  'record-not-rebuilt': { severity: 'error', about: 'The reading copies and records of an archive are those that its manuscript gives.' },
  'book-not-rebuilt': { severity: 'error', about: 'A manuscript gives the same book again, to the byte.' },
  'book-damaged': { severity: 'error', about: 'Each part of a book has the checksum that its ZIP keeps.' },
  'source-unrecorded': { severity: 'error', about: 'A book that is verified carries the checksums of its sources.' },
  'source-missing': { severity: 'error', about: 'Each file that a book was made from lies in its manuscript.' },
  'source-changed': { severity: 'error', about: 'Each file that a book was made from is as it was.' },
  'source-extra': { severity: 'error', about: 'A manuscript holds no files of the book that the book was not made from.' },
  'archive-in-the-way': { severity: 'error', about: 'An archive goes where nothing is, outside its manuscript, or to an archive of the same story.' },
  'previous-refused': { severity: 'error', about: 'What is given as the earlier version of a book is one: an EPUB of Fleuron’s that is whole, of the same story.' },

  // Metadata
  'yaml-syntax': { severity: 'error', about: 'book.yaml and metadata blocks are YAML 1.2.' },
  'yaml-limit': { severity: 'error', about: 'Metadata stays small and flat: no anchors, aliases, tags or merge keys, no more than a limit (docs/limits.md).' },
  'metadata-key': { severity: 'warning', about: 'Metadata uses the keys that docs/metadata.md lists; others are left alone.' },
  'metadata-value': { severity: 'error', about: 'Each metadata value has its key’s type and form.' },
  'metadata-form': { severity: 'hint', about: 'Metadata is written a key to a line.' },
  'metadata-unused': { severity: 'hint', about: 'Keys of other tools, and of the book above a single file, are told where something of them is lost.' },
  'metadata-several': { severity: 'warning', about: 'A manuscript has one file of metadata.' },
  'modified-stale': { severity: 'hint', about: 'A book that changed since the one it replaces has a newer date of change.' },
  'isbn-check': { severity: 'warning', about: 'The check digit of an ISBN is right.' },
  'metadata-twice': { severity: 'error', about: 'A key is given once.' },
  'language-tag': { severity: 'warning', about: 'Languages are BCP 47 tags; what is none is left out, and the text’s words tell the language.' },
  'language-form': { severity: 'hint', about: 'Languages are written as tags: `en-US`, not `en_US` or `English`.' },
  'date-form': { severity: 'error', about: 'Dates are W3C dates: 2026, 2026-11, 2026-11-23 or 2026-11-23T09:30:00Z.' },
  'language-guessed': { severity: 'hint', about: 'The book has its language in its metadata.' },
  'title-guessed': { severity: 'hint', about: 'The book has a title of its own in its metadata.' },
  'order-missing': { severity: 'error', about: 'Each file in the reading order exists, and is listed once.' },
  'order-left-out': { severity: 'warning', about: 'The reading order lists every Markdown file of the manuscript.' },
  'shared-left-out': { severity: 'warning', about: 'The folder of pages that several books share lies beside theirs, and can be read; `--untrusted` reads none.' },
  'work-missing': { severity: 'error', about: 'Each work that books lists is a folder or a file in the folder of book.yaml.' },
  'work-twice': { severity: 'error', about: 'Each work of a book is listed once, and none lies in another.' },
  'work-nested': { severity: 'error', about: 'Works are listed in the book.yaml of the book that is built, and hold no works themselves.' },
  'work-design': { severity: 'hint', about: 'A book of several works has one design, which its own book.yaml and style.css give.' },

  // Structure
  'structure-guessed': { severity: 'hint', about: 'Structure that was guessed from how a text is typed is shown, so that a person can correct it.' },
  'kind-unknown': { severity: 'error', about: 'A section’s kind is one of those in docs/metadata.md.' },
  'section-empty': { severity: 'warning', about: 'A section has something in it.' },
  'set-piece-open': { severity: 'warning', about: 'Verse, letters, messages and the like end with a line of three colons, as they begin with one.' },
  'set-piece-lines': { severity: 'hint', about: 'Messages and speeches in a set piece say who speaks; `me` is one of them.' },
  'set-piece-unknown': { severity: 'hint', about: 'What stands between lines of three colons has a name that the press knows.' },
  'markdown-left-out': { severity: 'hint', about: 'What Markdown of other tools asks for, and a book cannot hold, is told; its words stay.' },
  'nesting-too-deep': { severity: 'error', about: 'Quotations, lists and emphasis nest no deeper than a limit (docs/limits.md).' },
  'text-too-dense': { severity: 'error', about: 'A block holds no more marks than can be told apart in seconds: thousands, even unpaired (docs/limits.md).' },
  'book-too-large': { severity: 'error', about: 'A book stays within what a gigabyte of memory can hold: files, text, pictures, sections, paragraphs (docs/limits.md).' },
  'part-holds-nothing': { severity: 'warning', about: 'A part is followed by the chapters it holds.' },

  // Importing
  'import-refused': { severity: 'error', about: 'What is imported is whole, of a kind that Fleuron knows, not locked, and of a size that a book can have.' },
  'words-lost': { severity: 'error', about: 'An import keeps every visible word of its source, and adds none.' },
  'encoding-guessed': { severity: 'hint', about: 'A text that is not UTF-8 is taken for what it looks like, and the guess is shown.' },
  'picture-left-out': { severity: 'warning', about: 'The pictures that an import meets can be had; one that cannot leaves its alternative text.' },
  'import-left-out': { severity: 'hint', about: 'What an import leaves out (scripts, menus, ornaments) is told.' },
  'annotations-unknown': { severity: 'error', about: 'What a reading program exported has a form that is known.' },
  'update-impossible': { severity: 'error', about: 'An update knows what the last import wrote, and nothing else writes the folder meanwhile.' },
  'update-unsettled': { severity: 'warning', about: 'What both the folder and a new import changed is settled.' },
  'update-kept': { severity: 'hint', about: 'What an update could not bring in, because it was changed in the folder too, is told.' },
  'update-unarchived': { severity: 'hint', about: 'Where a story has an archive, an update puts the version before into it.' },
  'news-missing': { severity: 'hint', about: 'A book that has a page of what is new comes of a story that was updated.' },
  'file-in-the-way': { severity: 'error', about: 'A book goes where nothing is, or over an older book of Fleuron’s; an import where nothing is: unless told `--force`.' },
  'source-in-the-way': { severity: 'error', about: 'Nothing is written over a file of the manuscript, not with `--force` either.' },

  // Notes, links, pictures, HTML
  'entry-not-told': { severity: 'warning', about: 'What a list of names tells from a chapter on has a mention of the name there that leads to it.' },
  'note-without-reference': { severity: 'warning', about: 'Each note is referred to.' },
  'reference-without-note': { severity: 'warning', about: 'Each note reference has its note.' },
  'note-twice': { severity: 'warning', about: 'A note is defined once in its file.' },
  'definition-missing': { severity: 'warning', about: 'Each reference-style link or picture has its definition.' },
  'link-broken': { severity: 'warning', about: 'Links inside the book lead to a file, a heading or an id that exists; a link that cannot be kept keeps its words.' },
  'link-refused': { severity: 'warning', about: 'Links out of the book use http, https, mailto or tel.' },
  'picture-missing': { severity: 'warning', about: 'Each picture exists inside the manuscript folder; one that does not is replaced by its alternative text.' },
  'picture-outside': { severity: 'warning', about: 'Pictures are files inside the manuscript folder, or stand in their very address (`data:`); others are never read or fetched, and are replaced by their alternative text.' },
  'picture-refused': { severity: 'error', about: 'Pictures are in a format that books can hold: JPEG, PNG, GIF or SVG.' },
  'picture-too-large': { severity: 'warning', about: 'A picture stays under the limits of size (docs/limits.md), which are far above what readers show; one that does not is replaced by its alternative text.' },
  'cover-missing': { severity: 'error', about: 'The cover named in the metadata exists inside the manuscript folder.' },
  'ornament-missing': { severity: 'error', about: 'The ornament named in the metadata is marks to print, or a picture inside the manuscript folder.' },
  'number-without-word': { severity: 'hint', about: 'Numbers of chapters that are to be words have a word in the book’s language, up to 99.' },
  'picture-corrupt': { severity: 'error', about: 'Pictures can be decoded.' },
  'picture-cleaned': { severity: 'warning', about: 'Drawings hold shapes and words only: no scripts, no links, no animation, nothing from elsewhere.' },
  'picture-converted': { severity: 'hint', about: 'Pictures are JPEG, PNG, GIF or SVG, in RGB; WebP, AVIF and CMYK are converted for the book.' },
  'picture-scaled': { severity: 'hint', about: 'Pictures stay within 5.6 million pixels and 5 MB; larger ones are scaled down for the book.' },
  'picture-kept': { severity: 'warning', about: 'Pictures in CMYK, and those too large for a page, can be decoded, and so be mended.' },
  'picture-place': { severity: 'hint', about: 'Pictures do not tell where they were taken; what does is left out of the book.' },
  'picture-without-alt': { severity: 'warning', about: 'Each picture has alternative text for those who cannot see it.' },
  'cover-not-drawn': { severity: 'hint', about: 'A cover is drawn for a book that has none.' },
  'cover-words-missing': { severity: 'hint', about: 'A drawn cover shows the title, the subtitle, the series and the authors; Latin, Greek and Cyrillic can be set.' },
  'cover-format': { severity: 'warning', about: 'The cover is a JPEG or PNG, which shops and shelves can show.' },
  'cover-enlarged': { severity: 'hint', about: 'The cover’s short side is at least 1400 pixels; a JPEG or PNG is enlarged to that.' },
  'cover-small': { severity: 'warning', about: 'The cover’s short side is at least 1400 pixels.' },
  'page-too-long': { severity: 'warning', about: 'No paragraph or note is longer than 250 kB, which old reading systems cannot open as one file.' },
  'formula-unclear': { severity: 'warning', about: 'Each formula is TeX that can be set; one that cannot is printed as it is typed.' },
  'html-dropped': { severity: 'warning', about: 'Raw HTML holds only what an EPUB can keep.' },

  // Typography
  'quote-unbalanced': { severity: 'hint', about: 'Quotations that open also close, or go on in the next paragraph.' },
  'typography-doubt': { severity: 'hint', about: 'Marks whose reading is a close call are shown, so that the author can settle them.' },

  'quotes-mixed': { severity: 'hint', about: 'One text puts its speech in one kind of marks.' },
  'ellipses-mixed': { severity: 'hint', about: 'One text types its ellipses with three dots, or with two.' },
  'marks-emphatic': { severity: 'hint', about: 'One or two marks of exclamation or question are enough.' },
  'words-in-capitals': { severity: 'hint', about: 'Words are stressed by emphasis or small capitals, not by capitals.' },

  // Typefaces
  'typeface-lacks': { severity: 'hint', about: 'A typeface that is put into a book has the book’s characters.' },
  'typeface-licence': { severity: 'hint', about: 'Where `fonts:` brings typefaces into a book, its `licence` says by what right.' },
  'typeface-embedding': { severity: 'warning', about: 'The typefaces of a book let themselves be embedded (OpenType, OS/2 fsType).' },
  'typeface-missing': { severity: 'error', about: 'A typeface that a book is to hold is installed with the press.' },

  // Editions
  'kindle-refused': { severity: 'error', about: 'The edition for Kindle holds what Send to Kindle takes: at most 200 MB, at most 10,000 hidden characters, pages that name their encoding.' },
  'kindle-size': { severity: 'warning', about: 'The edition for Kindle stays under 50 MB, above which sending has failed.' },
  'kindle-advice': { severity: 'hint', about: 'A book for Kindle has a language that Kindle lists, and a cover of 1600 × 2560 pixels.' },
  'legacy-replaced': { severity: 'warning', about: 'What an old device cannot show has words in its place: a formula its alternative text.' },

  // Templates, plug-ins, checks
  'template-failed': { severity: 'error', about: 'Templates use the names they are given.' },
  'template-unknown': { severity: 'warning', about: 'Files in the manuscript’s templates folder replace a template of the same name.' },
  'style-left-out': { severity: 'warning', about: 'Style sheets are CSS that every EPUB may hold; what is not is left out of the book’s.' },
  'style-file': { severity: 'warning', about: 'The typefaces and pictures that a style sheet or `fonts:` names lie in the manuscript; what names others is left out.' },
  'code-not-run': { severity: 'warning', about: 'A build with `--untrusted` runs neither plug-ins nor templates of the manuscript: they are code.' },
  'plugin-failed': { severity: 'error', about: 'Plug-ins named in book.yaml load and run.' },
  'epubcheck': { severity: 'error', about: 'EPUBCheck has nothing to say about the book.' },
  'epubcheck-warning': { severity: 'warning', about: 'EPUBCheck has nothing to say about the book.' },
  'document-malformed': { severity: 'error', about: 'Every document of the book is well-formed XML.' },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
