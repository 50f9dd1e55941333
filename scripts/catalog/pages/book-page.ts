/** The page of one book: what it is, and its files for each kind of device. In: a book. Out: HTML. */
import type { Element } from 'hast';
import { nameOfLanguage } from '../../book/language-names.ts';
import { printLimit } from '../../book/limits.ts';
import { coverAddress, fileAddress, listAddress, readerAddress, thumbnailAddress } from '../addresses.ts';
import type { BookFile, Catalog, CatalogBook, GroupKind } from '../catalog.ts';
import { type FeedOptions, fileTitle } from '../feeds/feed.ts';
import { groupList } from '../lists.ts';
import { groupKey, languageName } from '../make-catalog.ts';
import { h, noCover, printPage } from './markup.ts';

/** Which edition a file is, in the words of who wants to read it. */
const forWhom: Readonly<Record<BookFile['edition'], string>> = {
  epub: 'for reading apps and most e-readers',
  kobo: 'for Kobo’s own reading program',
  kindle: 'to be sent to a Kindle',
  legacy: 'for e-readers before 2012',
  'large-print': 'in large print, for weak eyes',
  web: 'to read in a browser, in one file',
};

export function bookDetails(catalog: Catalog, book: CatalogBook, options: FeedOptions): string {
  const { title, subtitle, authors, series, lang, description, cover, files } = book;
  const { href } = options;
  const group = (kind: GroupKind, name: string, label = name) =>
    h('a', { href: href(listAddress({ name: groupList(kind, groupKey(name)), page: 1 }, 'html')) }, label);
  const readable = files.find(({ edition }) => edition !== 'web');
  const children = [
    h(
      'article',
      { className: ['book'] },
      h(
        'p',
        { className: ['cover'] },
        cover
          ? h(
              'a',
              { href: href(coverAddress(book)) },
              h('img', {
                src: href(thumbnailAddress(book)),
                alt: `The cover of ${title}`,
                width: '240',
                height: '360',
              }),
            )
          : noCover(book),
      ),
      h(
        'div',
        { className: ['about'] },
        h('h1', { lang }, title),
        subtitle !== undefined && h('p', { className: ['subtitle'], lang }, subtitle),
        authors.length > 0 &&
          h('p', { className: ['authors'] }, 'by ', ...separated(authors.map(({ name }) => group('author', name)))),
        series && h('p', {}, group('series', series.name), series.position === undefined ? '' : `, ${series.position}`),
        readable &&
          h(
            'p',
            {},
            h('a', { className: ['button', 'primary'], href: href(readerAddress(book, readable)) }, 'Read it here'),
          ),
        h('h2', {}, 'Download'),
        h('ul', { className: ['files'] }, ...files.map((file) => fileLine(file, href))),
        description !== undefined && h('h2', {}, 'About it'),
        ...(description?.split(/\n\s*\n/).map((each) => h('p', { lang }, each)) ?? []),
        h('h2', {}, 'Facts'),
        facts(book, group),
      ),
    ),
  ];
  return printPage(catalog, { title, children }, options);
}

const fileLine = (file: BookFile, href: FeedOptions['href']): Element =>
  h(
    'li',
    {},
    h('a', { className: ['button'], href: href(fileAddress(file)), download: true }, fileTitle(file)),
    ' ',
    h('span', { className: ['second'] }, `${forWhom[file.edition]}, ${printLimit('zip', file.size)}`),
  );

/** Name and value, as far as they are known. */
function facts(book: CatalogBook, group: (kind: GroupKind, name: string, label?: string) => Element): Element {
  const { subjects, words, publisher, date, updated, rights } = book;
  const language = languageName(book.lang);
  const rows: readonly (readonly [string, readonly (Element | string)[]])[] = [
    ['Subjects', separated(subjects.map((each) => group('subject', each)))],
    ['Language', language === undefined ? [] : [group('language', language, nameOfLanguage(language))]],
    ['Words', words === undefined ? [] : [`${words}`.replace(/\B(?=(?:\d{3})+$)/g, '\u202F')]],
    ['Publisher', publisher === undefined ? [] : [publisher]],
    ['Published', date === undefined ? [] : [date.slice(0, 10)]],
    ['Updated', [updated.slice(0, 10)]],
    ['Rights', rights === undefined ? [] : [rights]],
  ];
  return h(
    'dl',
    {},
    ...rows
      .filter(([, value]) => value.length > 0)
      .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, ...value)]),
  );
}

const separated = (parts: readonly Element[]): readonly (Element | string)[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [', ', part]));
