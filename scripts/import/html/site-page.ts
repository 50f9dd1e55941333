/** What is read from the page of any site, and the tests of elements by which it is found. In: elements. Out: elements, and their words. */
import type { Element } from 'hast';
import type { Facts } from '../../book/metadata-schema.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { findElement } from './parse-page.ts';
import { wordsOf } from './visible.ts';

export interface SiteChapter {
  /** Its own on the site. */
  readonly address?: string | undefined;
  readonly heading?: Element | undefined;
  readonly before: readonly Element[];
  readonly text: Element;
  readonly after: readonly Element[];
}

export interface SitePage {
  readonly facts: Facts;
  readonly summary?: Element | undefined;
  /** Notes on the whole story, before and after it. */
  readonly before?: readonly Element[];
  readonly after?: readonly Element[];
  readonly chapters: readonly SiteChapter[];
  /** What the site says of the copy. */
  readonly colophon?: readonly Element[];
  /** Whether the site lets authors give their works styles of their own. */
  readonly skinned?: boolean;
}

export type Passes = (element: Element) => boolean;

export const id =
  (name: string): Passes =>
  (each) =>
    attributeOf(each, 'id') === name;
export const cls =
  (...names: readonly string[]): Passes =>
  (each) =>
    names.every((name) => classesOf(each).includes(name));
export const tag =
  (pattern: RegExp): Passes =>
  (each) =>
    pattern.test(each.tagName);
export const link =
  (pattern: RegExp): Passes =>
  (each) =>
    each.tagName === 'a' && pattern.test(attributeOf(each, 'href') ?? '');
export const both =
  (one: Passes, other: Passes): Passes =>
  (each) =>
    one(each) && other(each);

/** The first element that passes the first test, in it the first that passes the next, and so on. */
export function inside(from: Element | undefined, ...tests: readonly Passes[]): Element | undefined {
  return tests.reduce<Element | undefined>(
    (at, test) => at && findElement(at, (each) => each !== at && test(each)),
    from,
  );
}

export const said = (element: Element | undefined): string | undefined => (element && wordsOf(element)) || undefined;
export const listed = (...all: readonly (Element | undefined)[]): readonly Element[] =>
  all.flatMap((each) => each ?? []);
