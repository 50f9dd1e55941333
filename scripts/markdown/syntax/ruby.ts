/**
 * Readings of kanji as Japanese writers type them: `{漢字|かんじ}`, `｜漢字《かんじ》`, and `漢字《かんじ》` where kana stands in the brackets: around
 * anything else they are the marks of a Chinese title. In: a text. Out: `ruby` nodes.
 */
import type { PhrasingContent } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Event, Extension, Point, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    ruby: 'ruby';
  }
}

declare module 'mdast' {
  /** Characters, and how they are read. */
  interface Ruby extends Parent {
    type: 'ruby';
    children: PhrasingContent[];
    reading: string;
  }
  interface PhrasingContentMap {
    ruby: Ruby;
  }
  interface RootContentMap {
    ruby: Ruby;
  }
}

const kanji = '[\\u3005\\u3006\\u30F6\\u3400-\\u9FFF\\uF900-\\uFAFF]';
const kana = '[\\u3041-\\u309F\\u30A0-\\u30FF\\uFF66-\\uFF9F ・]';
const cjk = '[\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7A3\\uF900-\\uFAFF]';
const forms: readonly RegExp[] = [
  new RegExp(`^\\{([^{}|]*${cjk}[^{}|]*)\\|([^{}|]*[^{}|\\s][^{}|]*)\\}$`),
  /^｜([^｜《》]+)《([^《》]+)》$/,
  new RegExp(`^(${kanji}*)《(${kana}+)》$`),
];
const atEnd = new RegExp(`${kanji}+$`);
const isKanji = (code: Code): boolean => code !== null && code > 0 && new RegExp(kanji).test(String.fromCharCode(code));
/** No word and its reading are as long. */
const longest = 80;

/** The syntax of readings. */
export function rubySyntax(): Extension {
  const ruby = (close: string): Construct => ({
    name: 'ruby',
    tokenize(effects, ok, nok) {
      let typed = '';
      const inside: State = (code) => {
        if (code === null || code < 0 || typed.length >= longest) return nok(code);
        typed += String.fromCharCode(code);
        effects.consume(code);
        return typed.endsWith(close) ? end : inside;
      };
      const end: State = (code) => {
        if (!forms.some((form) => form.test(typed))) return nok(code);
        effects.exit('ruby');
        return ok(code);
      };
      return (code) => {
        effects.enter('ruby');
        return inside(code);
      };
    },
  });
  const bracket = ruby('》');
  const behindKanji: Construct = { ...bracket, name: 'rubyBehind', previous: isKanji, resolveTo: takeKanji };
  return { text: { 0x7b: ruby('}'), 0xff5c: bracket, 0x300a: behindKanji } };
}

/** The kanji right before a bracket are what is read: the text before gives them up. */
function takeKanji(events: Event[]): Event[] {
  const [, token, context] = events.at(-1) ?? [];
  const [, before] = events.at(-3) ?? [];
  if (!token || !context || before?.type !== 'data') return events;
  const length = atEnd.exec(context.sliceSerialize(before))?.[0].length ?? 0;
  before.end = back(before.end, length);
  token.start = back(token.start, length);
  if (before.start.offset === before.end.offset) events.splice(events.length - 4, 2);
  return events;
}

const back = (point: Point, by: number): Point => ({
  ...point,
  column: point.column - by,
  offset: point.offset - by,
  _bufferIndex: point._bufferIndex - by,
});

/** The tree’s side of it. */
export const rubyFromMarkdown = (): TreeExtension => ({
  enter: {
    ruby(token) {
      const typed = this.sliceSerialize(token);
      const [, base = '', reading = ''] = forms.map((form) => form.exec(typed)).find(Boolean) ?? [];
      const children: PhrasingContent[] = [{ type: 'text', value: base }];
      this.enter({ type: 'ruby', reading, children }, token);
    },
  },
  exit: {
    ruby(token) {
      this.exit(token);
    },
  },
});
