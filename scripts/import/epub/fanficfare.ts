/**
 * What FanFicFare, which makes EPUBs of stories on the web, adds to them: a page of facts, one of contents, a log of its updates; each says so
 * in the class of its body. In: pages. Out: facts for `book.yaml`, the lines that have no key, and the pages that are left.
 */
import type { Paragraph, PhrasingContent } from 'mdast';
import type { Facts } from '../../book/metadata-schema.ts';
import { classesOf } from '../../html/hast-nodes.ts';
import { blockWords } from '../html/block-words.ts';
import { labelledFacts, labelledLines } from '../html/fanficfare-page.ts';
import type { PageAt } from '../html/find-notes.ts';

export interface FanFicFarePages {
  readonly facts: Facts;
  /** “**Words:** 12,004”, one paragraph of lines; undefined where every line has a key. */
  readonly others: Paragraph | undefined;
  readonly words: readonly string[];
  readonly added: readonly PageAt[];
}

const own = /^fff_(?:titlepage|tocpage|logpage|coverpage)$/;

/** Reads the pages that it added. */
export function fanFicFarePages(pages: readonly PageAt[]): FanFicFarePages {
  const isTitle = ({ body }: PageAt): boolean => classesOf(body).includes('fff_titlepage');
  const { facts, others } = labelledFacts(pages.filter(isTitle).flatMap(({ body }) => labelledLines(body)));
  const lines = others.flatMap(({ label, words }, at): readonly PhrasingContent[] => [
    ...(at > 0 ? [{ type: 'break' } as const] : []),
    { type: 'strong', children: [{ type: 'text', value: `${label}:` }] },
    { type: 'text', value: ` ${words}` },
  ]);
  return {
    facts,
    words: lines.map((each) => blockWords(each)),
    others: lines.length > 0 ? { type: 'paragraph', children: lines } : undefined,
    added: pages.filter(({ body }) => classesOf(body).some((name) => own.test(name))),
  };
}
