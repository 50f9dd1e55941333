/** What `--help` says. */
const general = `fleuron: a press for people who write and keep stories

  fleuron build [manuscript] [-o dist/book.epub]   make a book
  fleuron check [manuscript | book.epub]           let EPUBCheck judge it
  fleuron archive [manuscript] [-o path]           keep a copy that can be proved whole
  fleuron verify <archive | book.epub>             prove it
  fleuron import <file …> [-o folder]              make a manuscript of stories from elsewhere
  fleuron init <folder>                            start a manuscript
  fleuron typeset [--lang en] < in.md > out.md     set the quotes and dashes of a text

A manuscript is a folder of Markdown, one Markdown file, or one story to import (.txt, .html, .docx, .epub).

  -o, --output PATH   where the book goes (a file, or a folder)
      --edition NAME  for whom: epub (all), kobo, kindle, legacy, web, or all; may be given again
      --force         write over files that are no book of Fleuron’s; never over the manuscript’s own
      --strict        warnings forbid a book too
      --source PATH   the manuscript that verify compares a book with
      --untrusted     run no plug-in and no template of the manuscript
      --limit NAME=VALUE   allow more than usual: --limit sections=20000 (docs/limits.md)
      --json          problems as JSON on stdout
  -q, --quiet         no hints, and no word when all is well
  -h, --help          this page; with a command, that command’s
      --version

Exit codes: 0 done; 1 the manuscript has errors, nothing was written; 2 a wrong command line;
3 the book could not be written; 4 what was verified is damaged; 70 a fault of Fleuron’s own.`;

const pages: Readonly<Record<string, string>> = {
  build: `fleuron build [manuscript] [-o path] [--edition name] [--force] [--strict] [--untrusted] [--limit name=value]
              [--json] [--quiet]

Makes an EPUB 3.3 from a manuscript: a folder (by default “manuscript”), a .md file, or a story
that is imported on the way: .txt, .html, .docx, .epub.

  fleuron build                          manuscript/ → dist/<title>.epub
  fleuron build my-story                 a folder
  fleuron build story.txt -o story.epub  a plain-text story
  fleuron build my-story -o shelf/       into a folder, named after its title
  fleuron build my-story --json          problems for a program to read
  fleuron build my-story --edition kobo  dist/<title>.kepub.epub
  fleuron build my-story --edition kindle --edition web -o shelf/
  fleuron build my-story --edition all   every edition

Editions: epub, the one that suits all, which is made if none is named; kobo; kindle, for Send to Kindle; legacy,
an EPUB 2.0.1 for old devices; web, one HTML file. With several, -o names a folder. docs/editions.md tells more.

Errors mean that no book is written, and that an older one stays as it was. A book of Fleuron’s own is replaced by the
next one; another file only with --force; a file of the manuscript never. Limits are far above any real book;
the problem of one that is passed says how to allow more (docs/limits.md).`,
  check: `fleuron check [manuscript | book.epub] [--edition name] [--untrusted] [--limit name=value] [--json] [--quiet]

Builds a manuscript in memory, or takes a finished EPUB, and lets epubcheck-ts and, if it is installed, the
official EPUBCheck judge it. What they find comes back on the author’s own lines.

  fleuron check
  fleuron check my-story
  fleuron check my-story --edition legacy
  fleuron check dist/my-story.epub

The official EPUBCheck 5 is found by FLEURON_EPUBCHECK (a jar’s path), in Python’s package “epubcheck”, or on PATH.`,
  archive: `fleuron archive [manuscript] [-o path] [--untrusted] [--limit name=value] [--json] [--quiet]

Builds a book and keeps it with all it was made from in a BagIt bag (RFC 8493): the EPUB, the manuscript byte for
byte, an HTML and a plain-text copy to read, the metadata, a record of what was done, the rights, and checksums of
everything. The same manuscript gives the same bag.

  fleuron archive                         manuscript/ → dist/<title>-archive/
  fleuron archive my-story -o keep/door   a folder
  fleuron archive my-story -o door.zip    one file

An archive of the same story gets the new version beside the older ones; nothing is lost, and nothing else is
overwritten. docs/archive.md tells what lies where.`,
  verify: `fleuron verify <archive | book.epub> [--source manuscript] [--untrusted] [--limit name=value] [--json] [--quiet]

Proves that an archive is whole: every file, every checksum, nothing missing, nothing extra; and builds its book
again, which must be the same, to the byte, where this is the version of Fleuron that made it. A book is
proved undamaged, and compared with the manuscript that it was made from.

  fleuron verify keep/door
  fleuron verify door.zip
  fleuron verify door.epub --source my-story

The exit code is 4 where something is damaged, or is not what it should be.`,
  import: `fleuron import <file …> [-o folder] [--force] [--limit name=value] [--json] [--quiet]

Makes a manuscript of stories from elsewhere: a plain text (UTF-8, UTF-16 or Windows-1252), a saved web page, a Word
document (.docx), an EPUB, or Markdown of pandoc, mdBook, Leanpub or Obsidian, a file or a folder of it. What a file is
is told by what is in it. Each guess is a hint at its line that says how sure it is. Several files become one manuscript. The words of both are compared: if one is missing,
nothing is written. The originals are never changed, and no other file is overwritten without --force.

  fleuron import story.txt               into a folder named after its title
  fleuron import story.txt -o my-story   into that folder
  fleuron import book.epub -o my-book    an EPUB of Fleuron’s own builds to the same bytes again
  fleuron import story.md                Markdown of pandoc, Leanpub or Obsidian; a folder, SUMMARY.md or Book.txt too
  fleuron import 1.txt 2.txt 3.html -o b several files, chapter by chapter, in that order

docs/import.md tells what is recognised.`,
  init: `fleuron init <folder>

Writes a starter manuscript that builds as it is. Files that exist are left alone.

  fleuron init my-story && fleuron build my-story`,
  typeset: `fleuron typeset [--lang en] [--style chicago] [--limit name=value]

Reads Markdown on stdin and writes it on stdout with its quotes, apostrophes, dashes and ellipses set.

  fleuron typeset < draft.md > set.md    never > draft.md: the shell empties that before it is read
  fleuron typeset --lang fr < brouillon.md
  fleuron typeset --style standard-ebooks < draft.md

Styles: chicago (if none is named), standard-ebooks, oxford, off. docs/typography.md has their rules.`,
};

/** The help of a command, or of the whole. */
export function help(command?: string): string {
  return (command !== undefined && pages[command]) || general;
}
