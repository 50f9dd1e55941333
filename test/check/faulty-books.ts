import { breakBook, chapter, tinyBook } from './tiny-book.ts';

/** One fault each: where it is made, what it is, and what both validators must say of it. */
export const faults: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly id: string;
  readonly href?: string;
  readonly line?: number;
}[] = [
  {
    name: 'a link to a file that is not there',
    files: breakBook(chapter, 'It was small.', '<a href="lost.xhtml">Lost</a>'),
    id: 'RSC-007',
    href: chapter,
    line: 6,
  },
  {
    name: 'a link to an id that is not there',
    files: breakBook(chapter, 'It was small.', '<a href="#lost">Lost</a>'),
    id: 'RSC-012',
    href: chapter,
    line: 6,
  },
  {
    name: 'an id used twice',
    files: breakBook(chapter, '<p>It was small.', '<p id="one">It was small.'),
    id: 'RSC-005',
    href: chapter,
    line: 6,
  },
  {
    name: 'a language tag that is none',
    files: breakBook('EPUB/package.opf', '<dc:language>en<', '<dc:language>e_n<'),
    id: 'OPF-092',
    href: 'EPUB/package.opf',
  },
  {
    name: 'a document that is not well-formed',
    files: breakBook(chapter, 'It was small.', 'It was <br> small.'),
    id: 'RSC-016',
    href: chapter,
    line: 6,
  },
  {
    name: 'a wrong mimetype',
    files: { ...tinyBook, mimetype: 'application/epub' },
    id: 'PKG-007',
  },
];
