/** The web edition: its one page in a frame that runs no scripts. */
import type { BookView, ContentsEntry, Mark, Target, ViewEvents } from './book-view.ts';
import type { Entries } from './entries.ts';
import { isUnder, listenIn } from './in-page.ts';
import { pageColours } from './page-styles.ts';
import { isElement, placeAt, rangeAt } from './places.ts';
import type { Look } from './profiles.ts';
import { findPlace, keepPlace } from './same-place.ts';

export async function openWebView(
  parent: HTMLElement,
  entries: Entries,
  path: string,
  title: string,
  firstLook: Look,
  events: ViewEvents,
): Promise<BookView> {
  const bytes = (await entries.bytes(path)) ?? new Uint8Array();
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/html' }));
  const frame = document.createElement('iframe');
  frame.className = 'reader-web';
  frame.title = title;
  frame.setAttribute('sandbox', 'allow-same-origin');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = address;
  parent.append(frame);
  await loaded;
  const doc = frame.contentDocument ?? document.implementation.createHTMLDocument(title);
  const window = doc.defaultView;
  const style = doc.head.appendChild(doc.createElement('style'));
  const dark = darkRules(doc);
  let marks: readonly Mark[] = [];
  let look = firstLook;

  const markAt = ({ clientX, clientY }: MouseEvent): string | undefined =>
    marks.find(({ place }) => isUnder(rangeAt(doc, place), clientX, clientY))?.id;
  listenIn(doc, path, events, markAt);
  doc.addEventListener('click', (event) => {
    const href = isElement(event.target) ? event.target.closest('a[href]')?.getAttribute('href') : undefined;
    if (!href) return;
    event.preventDefault();
    if (href.startsWith('#')) events.onFollow(href);
    else events.onExternal(href);
  });
  const moved = (): void => {
    const { kept, fraction } = here();
    events.onMoved({ entry: path, place: kept.place, chapter: title, fraction });
  };
  window?.addEventListener('scrollend', moved);

  function here() {
    const root = doc.documentElement;
    const top = [...doc.body.querySelectorAll('h1, h2, h3, p, li, img')].find(
      (each) => each.getBoundingClientRect().bottom > 0,
    );
    const place = placeAt(path, top ?? doc.body, 0);
    const fraction = Math.min(1, (root.scrollTop + root.clientHeight) / root.scrollHeight);
    return { kept: keepPlace(doc, place), fraction };
  }

  function setLook(next: Look): void {
    look = next;
    const isNight = look.night === 'night';
    frame.style.colorScheme = isNight ? 'dark' : 'light';
    for (const media of dark) media.mediaText = isNight ? 'all' : 'not all';
    paint();
  }

  function paint(): void {
    const { doubt, fault, chosen } = pageColours[look.night];
    style.textContent = `
      ::highlight(doubt) { text-decoration: underline 2px ${doubt}; }
      ::highlight(fault) { text-decoration: underline wavy 2px ${fault}; }
      ::highlight(chosen) { background-color: ${chosen}; }`;
    const { CSS: css, Highlight: Made } = (window ?? self) as Window & typeof globalThis;
    for (const kind of ['doubt', 'fault', 'chosen'] as const) {
      const ranges = marks.filter((mark) => mark.kind === kind).flatMap(({ place }) => rangeAt(doc, place) ?? []);
      css.highlights?.set(kind, new Made(...ranges));
    }
  }

  function show(target: Range | Element | null): void {
    const element = target && 'startContainer' in target ? target.startContainer.parentElement : target;
    element?.scrollIntoView({ block: 'start' });
  }

  setLook(firstLook);
  return {
    contents: contentsOf(doc),
    isRightToLeft: doc.documentElement.dir === 'rtl',
    get here() {
      return here();
    },
    get hasFocus() {
      return doc.hasFocus();
    },
    settled: () => doc.fonts.ready,
    goTo: async (target: Target) => {
      if (target === 'start') window?.scrollTo(0, 0);
      else if ('fraction' in target) window?.scrollTo(0, target.fraction * doc.documentElement.scrollHeight);
      else if ('href' in target) show(doc.getElementById(decodeURIComponent(target.href.replace(/^[^#]*#/, ''))));
      else show(rangeAt(doc, target) ?? null);
      moved();
    },
    goBackTo: async (kept) => show(findPlace(doc, kept)),
    turn: async (to) => window?.scrollBy({ top: (to === 'next' ? 0.9 : -0.9) * frame.clientHeight }),
    update: async () => false,
    setLook,
    setMarks: (next) => {
      marks = next;
      paint();
    },
    focus: () => window?.focus(),
    destroy: () => {
      frame.remove();
      URL.revokeObjectURL(address);
    },
  };
}

/** When its rules for a dark system hold: here the look decides it, and not the system. */
const darkRules = (doc: Document): readonly MediaList[] =>
  [...doc.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .flatMap((rule) =>
      'media' in rule && /prefers-color-scheme:\s*dark/.test(rule.cssText) ? [(rule as CSSMediaRule).media] : [],
    );

/** The lines of its page of contents. */
function contentsOf(doc: Document): readonly ContentsEntry[] {
  const lines = (list: Element | null | undefined): readonly ContentsEntry[] =>
    [...(list?.children ?? [])].map((item) => {
      const link = item.querySelector('a');
      return {
        title: link?.textContent ?? '',
        href: link?.getAttribute('href') ?? '',
        entries: lines(item.querySelector('ol')),
      };
    });
  return lines(doc.querySelector('.contents ol'));
}
