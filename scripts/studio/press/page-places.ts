/**
 * Leads from the author’s words to the page and back, by node. In: a build. Out: places in the one for places in the other, exact to
 * the word. Each page is looked at when it is wanted.
 */
import type { Page } from '../../bind/print-page.ts';
import { firstAtLeast, lineStarts, offsetAt, pointAt } from '../../book/text-lines.ts';
import type { Place, Point } from '../../report/problem.ts';
import type { PagePlace } from '../protocol.ts';
import type { Build } from './builds.ts';
import { across, endOfWord } from './letters.ts';
import { type BodyPlace, placeOfBody } from './page-body.ts';
import { elementAt, type PageElement, type PageRuns, pathOf, type Run, runsOf } from './page-runs.ts';

interface Places {
  readonly inPage: (place: Place) => PagePlace | undefined;
  readonly inText: (place: PagePlace) => Place | undefined;
}

/** Places of builds; those of the same build are kept as long as it is. */
export function createPlaces(): (build: Build) => Places {
  const known = new WeakMap<Build, Places>();
  return (build) => {
    const places = known.get(build) ?? placesOf(build);
    known.set(build, places);
    return places;
  };
}

interface Document {
  readonly entry: string;
  readonly page: Page;
}

/** A page as one that was made of a file. */
interface Looked extends PageRuns {
  readonly entry: string;
  readonly body: BodyPlace;
}

interface Typed {
  readonly run: Run;
  readonly page: Looked;
}

function placesOf({ printed, entries, sources }: Build): Places {
  const documents = printed.pages.map((page): Document => ({ entry: `OEBPS/${page.href}`, page }));
  const looked = new Map<string, Looked | undefined>();
  const lines = new Map<string, readonly number[]>();
  const linesIn = (path: string): readonly number[] => {
    const starts = lines.get(path) ?? lineStarts(sources.get(path) ?? '');
    lines.set(path, starts);
    return starts;
  };
  /** A page as one made of this file. */
  const lookAt = ({ entry, page }: Document, path: string): Looked | undefined => {
    const key = `${entry}\n${path}`;
    const source = sources.get(path);
    if (looked.has(key) || source === undefined) return looked.get(key);
    const bytes = entries.get(entry);
    const body = bytes && placeOfBody(new TextDecoder().decode(bytes), page.body);
    const found = body && { entry, body, ...runsOf(page.content, source) };
    looked.set(key, found);
    return found;
  };
  // Gathered notes are of several files.
  const pathsBehind = ({ page: { path, kind } }: Document): readonly string[] =>
    path === undefined ? [] : kind === 'endnotes' ? [...new Set([path, ...sources.keys()])] : [path];
  const indexes = new Map<string, readonly Typed[]>();
  /** All that was typed in a file and printed, in the order of the file. */
  const typedIn = (path: string): readonly Typed[] => {
    const known = indexes.get(path);
    if (known) return known;
    const made = documents
      .filter((each) => pathsBehind(each).includes(path))
      .flatMap((each) => lookAt(each, path) ?? [])
      .flatMap((page) => page.runs.map((run): Typed => ({ run, page })))
      .sort((one, other) => one.run.from - other.run.from);
    indexes.set(path, made);
    return made;
  };
  const placeFrom = (path: string, from: number, to: number): Place => ({
    path,
    start: pointAt(linesIn(path), from),
    end: pointAt(linesIn(path), to),
  });

  return {
    inPage: ({ path, start, end }) => {
      if (!start) return undefined;
      const starts = linesIn(path);
      if (start.line > starts.length) return undefined;
      const from = offsetAt(starts, start);
      const to = end && offsetAt(starts, end);
      const typed = typedAt(typedIn(path), from, starts[start.line] ?? Number.POSITIVE_INFINITY);
      if (typed) return rangeInPage(typed, Math.max(from, typed.run.from), to);
      const around = documents
        .filter(({ page }) => page.path === path)
        .flatMap((document) => lookAt(document, path) ?? [])
        .flatMap((page) => leastAround(page.wrapper, start).map((element) => ({ page, element })))
        .sort((one, other) => linesOf(one.element) - linesOf(other.element))[0];
      if (!around) return undefined;
      const { page, element } = around;
      return { entry: page.entry, element: pathOf(element, page.body), start: 0, end: element.end - element.at };
    },
    inText: ({ entry, element, start, end }) => {
      const document = documents.find((each) => each.entry === entry);
      for (const path of document ? pathsBehind(document) : []) {
        const found = document && lookAt(document, path);
        const own = found && elementAt(found.wrapper, element, found.body);
        if (!found || !own) continue;
        const run = runOver(found.runs, own, own.at + start);
        const range = run && rangeInText(run, own.at + start, own.at + end);
        if (range) return placeFrom(path, range.from, range.to);
        let around: PageElement | undefined = own;
        while (around && !around.position) around = around.parent;
        if (around?.position && document?.page.kind !== 'endnotes')
          return placeFrom(
            path,
            offsetAt(linesIn(path), around.position.start),
            offsetAt(linesIn(path), around.position.end),
          );
      }
      return undefined;
    },
  };
}

/** What an offset of the author’s text is in, or the first behind it on its line. */
function typedAt(typed: readonly Typed[], from: number, nextLine: number): Typed | undefined {
  let next = firstAtLeast(typed, from + 1, ({ run }) => run.from);
  for (let at = next - 1; at >= 0 && at > next - 4; at--) {
    const each = typed[at];
    if (each && each.run.to > from && each.run.aligned()) return each;
  }
  for (; (typed[next]?.run.from ?? nextLine) < nextLine; next++) if (typed[next]?.run.aligned()) return typed[next];
  return undefined;
}

/** The innermost elements that were typed around a point. */
function leastAround(element: PageElement, point: Point): readonly PageElement[] {
  const inside = element.children.flatMap((child) => leastAround(child, point));
  const { position } = element;
  const isAround = position && !isBefore(point, position.start) && !isBefore(position.end, point);
  return inside.length > 0 || !isAround ? inside : [element];
}

const isBefore = (one: Point, other: Point): boolean =>
  one.line < other.line || (one.line === other.line && one.column < other.column);

const linesOf = ({ position }: PageElement): number => (position ? position.end.line - position.start.line : 0);

/** The run over an offset of the page’s text, or the nearest one in the element. */
function runOver(runs: readonly Run[], { at, end }: PageElement, offset: number): Run | undefined {
  let nearest: { readonly run: Run; readonly far: number } | undefined;
  for (const run of runs)
    for (const piece of run.pieces) {
      if (piece.at > end || piece.at + piece.value.length < at) continue;
      const far = Math.max(piece.at - offset, offset - (piece.at + piece.value.length - 1), 0);
      if (!nearest || far < nearest.far) nearest = { run, far };
    }
  return nearest?.run;
}

/** A range of the author’s text in the page: in one element, to the end of a word where no end is told. */
function rangeInPage({ run, page }: Typed, from: number, to: number | undefined): PagePlace | undefined {
  const aligned = run.aligned();
  const [, text = ''] = aligned?.texts ?? [];
  const index = aligned ? across(aligned, from - run.from, 0) : 0;
  const last =
    aligned && to !== undefined && to > from ? across(aligned, Math.min(to, run.to) - run.from, 0, 'end') : index;
  const end = last > index ? last : endOfWord(text, index);
  let passed = 0;
  let piece = run.pieces[0];
  for (const each of run.pieces) {
    if (passed + each.value.length > index) {
      piece = each;
      break;
    }
    passed += each.value.length;
  }
  if (!piece) return undefined;
  const { element, at, value } = piece;
  const start = at - element.at;
  const within = Math.min(index - passed, value.length);
  const ending = Math.max(within, Math.min(end - passed, value.length));
  return { entry: page.entry, element: pathOf(element, page.body), start: start + within, end: start + ending };
}

/** A range of the page’s text in the author’s. */
function rangeInText(run: Run, at: number, end: number): { readonly from: number; readonly to: number } | undefined {
  const aligned = run.aligned();
  if (!aligned) return undefined;
  const [typed, text] = aligned.texts;
  const indexOf = (offset: number): number => {
    let passed = 0;
    for (const { at: start, value } of run.pieces) {
      if (offset < start + value.length) return passed + Math.max(0, offset - start);
      passed += value.length;
    }
    return text.length;
  };
  const index = indexOf(at);
  const from = across(aligned, index, 1);
  const to = end > at ? across(aligned, indexOf(end), 1, 'end') : endOfWord(typed, from);
  return { from: run.from + from, to: run.from + Math.max(from, to) };
}
