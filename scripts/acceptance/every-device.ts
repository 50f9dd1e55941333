/** What no shop and no device takes: a container or a page that is not what it has to be (OCF 3.3 §4, XML 1.0). */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { EpubParts, XmlPart } from './epub-parts.ts';
import type { Objection } from './objection.ts';

/** What every reader objects to. */
export function commonObjections(parts: EpubParts): readonly Objection[] {
  const { packageDocument, pages } = parts;
  return [...containerObjections(parts), ...manifestObjections(parts), ...[packageDocument, ...pages].flatMap(faultOf)];
}

function containerObjections({ files, isMimetypeFirst }: EpubParts): readonly Objection[] {
  const locks = ['META-INF/rights.xml', 'META-INF/sinf.xml', 'META-INF/license.lcpl'].filter((name) => files.has(name));
  const found: Objection[] = [];
  if (!isMimetypeFirst)
    found.push({
      weight: 'refused',
      path: 'mimetype',
      reason: 'The file “mimetype” is not the first one in the ZIP, stored as it is: some do not see a book in it.',
      hint: 'Pack the book anew, with mimetype first and not compressed.',
      edits: [],
    });
  const [lock] = locks;
  if (lock)
    found.push({
      weight: 'refused',
      path: lock,
      reason: 'The book is locked (DRM).',
      hint: 'Ask the seller for a copy without.',
    });
  return found;
}

function manifestObjections({ items, files, packageDocument: { path } }: EpubParts): readonly Objection[] {
  return items.flatMap((item): readonly Objection[] => {
    if (files.has(item.path)) return [];
    const reason = `The manifest lists “${item.path}”, which is not in the book.`;
    const hint = 'Put the file back, or take the line out.';
    return [{ weight: 'refused', path, offset: item.element.start, reason, hint }];
  });
}

/** XML’s own five, which need no declaration. */
const known = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

function faultOf({ path, text, fault }: XmlPart): readonly Objection[] {
  if (!fault) return [];
  if (!/undefined entity/.test(fault.message)) {
    const reason = `The page is not well-formed (${fault.message.replace(/\.$/, '')}), so it is not shown, or the book is refused.`;
    return [
      { weight: 'refused', path, offset: fault.offset, reason, hint: 'Mend the mark; an editor for XML shows it.' },
    ];
  }
  const edits = [...text.matchAll(/&([a-z\d]+);/gi)].flatMap(({ index, 0: reference, 1: name = '' }) => {
    const character = known.has(name) ? false : decodeNamedCharacterReference(name);
    if (character === false) return [];
    const numbers = [...character].map((each) => `&#${each.codePointAt(0)};`).join('');
    return [{ path, start: index, end: index + reference.length, text: numbers }];
  });
  return [
    {
      weight: 'refused',
      path,
      offset: edits[0]?.start ?? fault.offset,
      reason:
        'The page names a character as HTML does (&nbsp;), which XML does not know: it is not shown, or the book is refused.',
      hint: 'Write the character itself, or its number: &#160;.',
      edits,
    },
  ];
}
