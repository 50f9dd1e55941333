/**
 * Which attributes raw HTML keeps, under which hast property, and in what form.
 * To allow an attribute, add a row; an attribute without a row goes.
 */
import type { Properties } from 'hast';
import { lookUp } from '../book/look-up.ts';
import { epubTypeOf, roleOf } from './aria-epub-types.ts';
import { cleanInlineStyle } from './inline-style.ts';
import { parseUrl } from './urls.ts';

type Value = string | number | readonly string[] | undefined;

interface Attribute {
  readonly property: string;
  readonly read: (value: string, element: string) => Value;
}

/** XML has one space where HTML has many, and no control characters. */
const text = (value: string): string => value.replace(/[\t\n\f\r]/g, ' ');
const words = (value: string): string | undefined => text(value).trim() || undefined;
const whole =
  (least: number, most: number) =>
  (value: string): number | undefined => {
    const number = /^\s*[+-]?\d{1,9}\s*$/.test(value) ? Number(value) : Number.NaN;
    return number >= least ? Math.min(number, most) : undefined;
  };
const oneOf =
  (...allowed: readonly string[]) =>
  (value: string): string | undefined => {
    const word = value.trim();
    return allowed.includes(word) ? word : undefined;
  };
const present = (name: string) => (): string => name;
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d))?$/;
const date = (value: string): string | undefined => (day.test(value.trim()) ? value.trim() : undefined);
const moment = (value: string): string | undefined =>
  /^(\d{4}|\d{4}-(0[1-9]|1[0-2])|([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)$/.test(value.trim()) ? value.trim() : date(value);
/** BCP 47, in the shape that XML Schema's `language` has too. */
function languageTag(value: string): string | undefined {
  const tag = value.trim().replaceAll('_', '-');
  if (!/^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag).length ? tag : undefined;
  } catch {
    return undefined; // not a language tag: “english-language”
  }
}

/** For every element. */
const everywhere: Readonly<Record<string, Attribute>> = {
  id: { property: 'id', read: words },
  class: {
    property: 'className',
    read: (value) => {
      const names = value.split(/[\t\n\f\r ]+/).filter((name) => /^-?[A-Za-z_][\w-]*$/.test(name));
      return names.length ? [...new Set(names)] : undefined;
    },
  },
  title: { property: 'title', read: words },
  lang: { property: 'lang', read: languageTag },
  'xml:lang': { property: 'xmlLang', read: languageTag },
  dir: { property: 'dir', read: (value) => oneOf('ltr', 'rtl', 'auto')(value.toLowerCase()) },
  style: { property: 'style', read: (value) => cleanInlineStyle(value).kept },
  role: { property: 'role', read: (value, element) => roleOf(element, value) },
  'epub:type': { property: 'epubType', read: epubTypeOf },
  'aria-label': { property: 'ariaLabel', read: words },
  'aria-labelledby': { property: 'ariaLabelledBy', read: words },
  'aria-describedby': { property: 'ariaDescribedBy', read: words },
};

const width: Attribute = { property: 'width', read: whole(1, 100_000) };
const height: Attribute = { property: 'height', read: whole(1, 100_000) };
const colspan: Attribute = { property: 'colSpan', read: whole(1, 1000) };
const rowspan: Attribute = { property: 'rowSpan', read: whole(1, 1000) };
const span: Attribute = { property: 'span', read: whole(1, 1000) };

const own: Readonly<Record<string, Readonly<Record<string, Attribute>>>> = {
  a: {
    href: {
      property: 'href',
      read: (value) => {
        const address = parseUrl(value);
        return address.kind === 'refused' ? undefined : address.href;
      },
    },
  },
  img: {
    src: {
      property: 'src',
      // Pictures come from the manuscript or from their very address, never from elsewhere.
      read: (value) => {
        if (/^\s*data:image\//i.test(value)) return value.trim();
        const address = parseUrl(value);
        return address.kind === 'inside' ? address.href || undefined : undefined;
      },
    },
    alt: { property: 'alt', read: text },
    width,
    height,
  },
  ol: {
    start: { property: 'start', read: whole(-999_999_999, 999_999_999) },
    reversed: { property: 'reversed', read: present('reversed') },
    type: { property: 'type', read: oneOf('1', 'a', 'A', 'i', 'I') },
  },
  li: { value: { property: 'value', read: whole(-999_999_999, 999_999_999) } },
  td: { colspan, rowspan },
  th: { colspan, rowspan, scope: { property: 'scope', read: oneOf('row', 'col', 'rowgroup', 'colgroup') } },
  col: { span },
  colgroup: { span },
  time: { datetime: { property: 'dateTime', read: moment } },
  ins: { datetime: { property: 'dateTime', read: date } },
  del: { datetime: { property: 'dateTime', read: date } },
  data: { value: { property: 'value', read: text } },
  details: { open: { property: 'open', read: present('open') } },
};

/** Attributes that go without a word: they change nothing a reader of this book would have seen. */
const quiet =
  /^(?:data-.*|xmlns.*|xml:(?:base|space)|name|align|aria-.*|rel|rev|target|type|loading|decoding|fetchpriority|srcset|sizes|crossorigin|referrerpolicy|ismap|usemap|border|cellpadding|cellspacing|frame|rules|summary|width|height|valign|char|charoff|nowrap|noshade|size|compact|clear|hspace|vspace|axis|abbr|headers|tabindex|accesskey|translate|spellcheck|contenteditable|draggable|item(?:scope|prop|type|id|ref)|nonce|is|slot|part|hreflang|download|scope|span|start|value|reversed|longdesc|lowsrc|role|epub:.*|class|id|cite|datetime|lang|xml:lang|dir|title|autofocus|inputmode|action|method|enctype|accept(?:-charset)?|autocomplete|placeholder|required|disabled|readonly|checked|selected|multiple|for|form|media|http-equiv|content|charset|property)$/;

const alignments = new Set(['left', 'right', 'center', 'justify']);

interface Cleaned {
  readonly properties: Properties;
  /** What an author should know has gone. */
  readonly lost: readonly string[];
  /** Names by which old HTML links to it. */
  readonly aliases: readonly string[];
}

/** The attributes of a raw element that a book may keep, as hast properties. */
export function cleanAttributes(
  element: string,
  attributes: readonly { readonly name: string; readonly value: string }[],
  className?: string,
): Cleaned {
  const properties: Properties = {};
  const lost: string[] = [];
  const aliases: string[] = [];
  for (const { name, value } of attributes) {
    const attribute = lookUp(lookUp(own, element) ?? {}, name) ?? lookUp(everywhere, name);
    const kept = attribute?.read(value, element);
    if (attribute && kept !== undefined) properties[attribute.property] = kept as string;
    if (name === 'style') lost.push(...cleanInlineStyle(value).lost);
    else if (kept === undefined) lost.push(...lossOf(name, value, attribute));
    if (element === 'a' && name === 'name' && value.trim()) aliases.push(value.trim());
  }
  const align = element !== 'img' && className !== 'align-center' ? alignmentOf(attributes) : undefined;
  const classes = [className, align, ...((properties.className as string[] | undefined) ?? [])].filter(
    (each) => each !== undefined,
  );
  if (classes.length) properties.className = [...new Set(classes)];
  // The two are one thing in XHTML, and must agree (EPUB 3.3 §6.1.3).
  const language = properties.lang ?? properties.xmlLang;
  if (language !== undefined) {
    properties.lang = language;
    properties.xmlLang = language;
  }
  if (aliases[0] !== undefined && properties.id === undefined) {
    properties.id = aliases[0];
    aliases.shift();
  }
  return { properties, lost, aliases };
}

/** What to tell of an attribute that goes. */
function lossOf(name: string, value: string, attribute: Attribute | undefined): readonly string[] {
  if (value.trim() !== '' && (name === 'href' || name === 'src')) return [`${name}=“${shorten(value)}”`];
  if (attribute || quiet.test(name)) return [];
  return [/^on/.test(name) ? name : shorten(name)];
}

function alignmentOf(attributes: readonly { readonly name: string; readonly value: string }[]): string | undefined {
  const align = attributes.find(({ name }) => name === 'align')?.value;
  const word = align?.trim().toLowerCase() ?? '';
  return alignments.has(word) ? `align-${word}` : undefined;
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
