/** The book on the desk: its page in the frame of a device, contents, a line of progress, and ways to turn. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BuiltBook } from '../../protocol.ts';
import { Contents } from './contents.tsx';
import { moveOf } from './keys.ts';
import { pageColours } from './page-styles.ts';
import { isElement } from './places.ts';
import { type Frame, frameIn, profileOf } from './profiles.ts';
import {
  createReader,
  type Reader as Door,
  type Load,
  type Look,
  type Mark,
  type ReaderEvents,
  type Target,
  type Where,
} from './reader.ts';

interface ReaderProps {
  readonly book: BuiltBook | undefined;
  /** Bytes of entries of a build. */
  readonly load: (paths: readonly string[], build: number) => ReturnType<Load>;
  readonly look: Look;
  readonly marks: readonly Mark[];
  /** Where to go; another object goes there again. */
  readonly target?: Target | undefined;
  readonly events: ReaderEvents;
}

export function Reader({ book, load, look, marks, target, events }: ReaderProps) {
  const section = useRef<HTMLElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const door = useRef<Door | undefined>(undefined);
  const latest = useRef(events);
  latest.current = events;
  const [where, setWhere] = useState<Where>();
  const [shown, setShown] = useState<BuiltBook>();
  const [failure, setFailure] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const frame = useFrame(desk.current, look);

  useEffect(() => {
    if (!page.current) return;
    door.current = createReader(page.current, {
      onPlace: (place) => latest.current.onPlace(place),
      onMark: (id) => latest.current.onMark(id),
      onExternal: (href) => latest.current.onExternal(href),
      onMoved: (next) => {
        setWhere(next);
        latest.current.onMoved(next);
      },
    });
    return () => door.current?.destroy();
  }, []);
  useEffect(() => door.current?.setLook(look), [JSON.stringify(look)]);
  useEffect(() => door.current?.setMarks(marks), [JSON.stringify(marks)]);
  useEffect(() => {
    if (!book) return;
    const done = () => {
      setFailure(undefined);
      setShown(book);
    };
    const fail = (error: unknown) => setFailure(error instanceof Error ? error.message : String(error));
    door.current?.show(book, (paths) => load(paths, book.build)).then(done, fail);
  }, [book]);
  useEffect(() => {
    if (target && shown) void door.current?.goTo(target);
  }, [target, shown !== undefined]);

  useEffect(() => {
    // Keys are the book’s, but in a panel that scrolls and in a text.
    const onKeyDown = (event: KeyboardEvent) => {
      const isTaken =
        isElement(event.target) && event.target.closest('[contenteditable], dialog, .pane:not(.book-pane)');
      const to = isTaken ? undefined : moveOf(event);
      if (!to) return;
      event.preventDefault();
      door.current?.move(to);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  useEffect(() => {
    // The frame of the page has the focus where nobody can see it: who came there by key is shown so.
    const noteKey = ({ key }: KeyboardEvent) => key === 'Tab' && section.current?.setAttribute('data-by-key', '');
    const notePointer = () => section.current?.removeAttribute('data-by-key');
    document.addEventListener('keydown', noteKey);
    document.addEventListener('pointerdown', notePointer);
    return () => {
      document.removeEventListener('keydown', noteKey);
      document.removeEventListener('pointerdown', notePointer);
    };
  }, []);

  const reader = door.current;
  const { isPaper } = profileOf(look);
  const [leftLabel, rightLabel] = reader?.isRightToLeft
    ? ['Next page', 'Previous page']
    : ['Previous page', 'Next page'];
  const goTo = (to: Target) => {
    setOpen(false);
    void reader?.goTo(to);
  };

  return (
    <section class="reader" aria-label="The book" ref={section}>
      <div class="reader-stage">
        <button
          type="button"
          class="reader-turn"
          aria-label={leftLabel}
          title={leftLabel}
          onClick={() => reader?.left()}
        >
          ‹
        </button>
        <div class="reader-desk" ref={desk}>
          <div class="reader-room" style={{ width: frame.width * frame.scale, height: frame.height * frame.scale }}>
            <div
              ref={page}
              class={`reader-page reader-on-${look.profile}${isPaper ? ' is-paper' : ''}`}
              style={pageStyle(look, frame)}
            />
          </div>
        </div>
        <button
          type="button"
          class="reader-turn"
          aria-label={rightLabel}
          title={rightLabel}
          onClick={() => reader?.right()}
        >
          ›
        </button>
      </div>
      {failure !== undefined && (
        <p class="reader-failure" role="alert">
          This book cannot be shown: {failure}. What you see is the one before.
        </p>
      )}
      <div class="reader-bar">
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Contents
        </button>
        <span class="reader-chapter" aria-live="polite">
          {where?.chapter}
        </span>
        <input
          type="range"
          min="0"
          max="1000"
          aria-label="Place in the book"
          aria-valuetext={percent(where)}
          dir={reader?.isRightToLeft ? 'rtl' : 'ltr'}
          value={Math.round((where?.fraction ?? 0) * 1000)}
          onChange={(event) => goTo({ fraction: Number(event.currentTarget.value) / 1000 })}
        />
        <span class="reader-percent">{where?.page ? `page ${where.page}` : percent(where)}</span>
        <button
          type="button"
          title="Where you were before the last jump"
          disabled={!reader?.canGoBack}
          onClick={() => reader?.back()}
        >
          Back
        </button>
      </div>
      {isOpen && (
        <Contents
          entries={reader?.contents ?? []}
          chapter={where?.chapter}
          onChoose={(href) => goTo({ href })}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

const percent = (where: Where | undefined): string => (where ? `${Math.round(where.fraction * 100)} %` : '');

function pageStyle(look: Look, { width, height, scale }: Frame) {
  const { paper, ink, link } = pageColours[look.night];
  const isGrey = look.night === 'light' && profileOf(look).isPaper;
  return {
    width,
    height,
    transform: scale === 1 ? 'none' : `scale(${scale})`,
    '--page-paper': isGrey ? '#eeece7' : paper,
    '--page-ink': ink,
    '--page-link': link,
    colorScheme: look.night === 'night' ? 'dark' : 'light',
  };
}

/** The frame of the page, which follows the room that there is. */
function useFrame(desk: HTMLElement | null, look: Look): Frame {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!desk) return;
    const watch = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setRoom({ width: Math.floor(width), height: Math.floor(height) });
    });
    watch.observe(desk);
    return () => watch.disconnect();
  }, [desk]);
  return frameIn(look, room);
}
