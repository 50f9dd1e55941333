/**
 * Pages of sites that publish stories, as a browser saves them: a row each. In: a page’s body. Out: what it says of its story, and its
 * chapters with the notes before and after them; menus, comments and what else stands around them are left out.
 */
import type { Element } from 'hast';
import { attributeOf } from '../../html/hast-nodes.ts';
import { archiveDownload, archiveWork } from './archive-page.ts';
import { fanFicFareDownload } from './fanficfare-page.ts';
import { findElement, findElements } from './parse-page.ts';
import { both, cls, id, inside, link, type SiteChapter, type SitePage, said, tag } from './site-page.ts';
import { wordsOf } from './visible.ts';

/** The page of a site in the table; undefined for any other, and where nothing of the story is in it. */
export function sitePage(body: Element, title: string): SitePage | undefined {
  for (const read of sites) {
    const page = read(body, title);
    if (page && page.chapters.length > 0) return page;
  }
  return undefined;
}

const sites: readonly ((body: Element, title: string) => SitePage | undefined)[] = [
  archiveDownload,
  archiveWork,
  fanFicFareDownload,
  // Royal Road: a chapter.
  (body, title) => {
    const text = findElement(body, cls('chapter-inner', 'chapter-content'));
    if (!text) return undefined;
    const order = findElements(body, (each) => each === text || cls('author-note')(each));
    const heading = findElement(body, both(tag(/^h1$/), cls('font-white')));
    const story = findElement(body, both(tag(/^h2$/), cls('font-white')));
    const author = findElement(
      body,
      (each) => tag(/^h[34]$/)(each) && inside(each, link(/\/profile\/\d/)) !== undefined,
    );
    return {
      facts: {
        title: said(story) ?? title.split(' - ').at(-2),
        author: said(inside(author, link(/\/profile\/\d/))),
      },
      chapters: [
        { heading, before: order.slice(0, order.indexOf(text)), text, after: order.slice(order.indexOf(text) + 1) },
      ],
    };
  },
  // XenForo: a thread; where posts have threadmarks, those alone are the story.
  (body) => {
    const posts = findElements(body, both(tag(/^article$/), cls('message--post')));
    const marked = posts.filter(cls('hasThreadmark'));
    const story = marked.length > 0 ? marked : posts;
    return {
      facts: {
        title: said(findElement(body, both(tag(/^h1$/), cls('p-title-value')))),
        author: story.map((each) => attributeOf(each, 'data-author')).find(Boolean),
      },
      chapters: story.flatMap((post): readonly SiteChapter[] => {
        const text = inside(post, cls('message-body'), cls('bbWrapper'));
        return text ? [{ heading: inside(post, cls('threadmarkLabel')), before: [], text, after: [] }] : [];
      }),
    };
  },
  // FanFiction.Net and FictionPress: a chapter.
  (body) => {
    const text = findElement(body, id('storytext'));
    const top = findElement(body, id('profile_top'));
    if (!text || !top) return undefined;
    const heading = inside(
      findElement(body, id('chap_select')),
      (each) => each.tagName === 'option' && attributeOf(each, 'selected') !== undefined,
    );
    const summary = inside(top, both(tag(/^div$/), cls('xcontrast_txt')));
    return {
      facts: {
        title: said(inside(top, tag(/^b$/))),
        author: said(inside(top, link(/\/u\/\d/))),
        description: said(summary),
      },
      summary,
      chapters: [{ heading, before: [], text, after: [] }],
    };
  },
  // Wattpad: a part, whose paragraphs have numbers of their own.
  (body, title) => {
    const parts = findElements(
      body,
      (each) => tag(/^(?:pre|div|article)$/)(each) && each.children.some(isWattpadParagraph),
    );
    const [text] = parts;
    if (!text) return undefined;
    const all = parts.flatMap(({ children }) => children);
    const [story, , ...others] = title.split(' - ');
    return {
      facts: {
        title: others.length > 0 || /wattpad/i.test(title) ? story : undefined,
        author: said(
          findElement(
            body,
            both(link(/\/user\/[^/]+$/), (each) => wordsOf(each) !== ''),
          ),
        ),
      },
      chapters: [
        {
          heading: findElement(body, tag(/^h1$/)),
          before: [],
          text: { ...text, tagName: 'div', children: all },
          after: [],
        },
      ],
    };
  },
];

const isWattpadParagraph = (node: Element['children'][number]): boolean =>
  node.type === 'element' && node.tagName === 'p' && attributeOf(node, 'data-p-id') !== undefined;
