/** How a page of ours is read, so that it comes back as it was typed. In: its section, and where links lead. Out: a reader. */
import type { Element } from 'hast';
import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import { attributeOf, classesOf, isElement, withoutClass } from '../../html/hast-nodes.ts';
import { blocksOf } from '../html/blocks.ts';
import type { HtmlReader } from '../html/html-reader.ts';
import { pageMark } from '../html/page-marks.ts';
import { typesOf } from '../html/parse-page.ts';
import { directiveOf } from './restore-directives.ts';
import { formOf, phraseFormOf } from './restore-forms.ts';

/** Makes the reader of section `id`, whose pages are `ownFiles`. `byFile` knows the section of each page. */
export function roundTripReader(
  id: string,
  ownFiles: readonly string[],
  byFile: ReadonlyMap<string, string>,
  anchors: ReadonlyMap<string, string>,
  src: HtmlReader['src'],
): HtmlReader {
  const href = (address: string): string | undefined => {
    if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
    const [file = '', fragment] = address.split('#', 2);
    const target = fragment === undefined ? `${byFile.get(file) ?? ''}.md` : anchors.get(fragment);
    if (target === undefined || target === '.md') return address;
    return target.startsWith(`${id}.md#`) && (file === '' || ownFiles.includes(file))
      ? target.slice(id.length + 3)
      : target;
  };
  const reader: HtmlReader = {
    exact: true,
    href,
    src,
    keep: (name, value, element) => {
      if (name.startsWith('xmlns') || (name === 'xml:lang' && attributeOf(element, 'lang') === value)) return undefined;
      if (name === 'id') return value.startsWith(`${id}-`) ? value.slice(id.length + 1) : value;
      return (name === 'href' ? href(value) : name === 'src' ? src(value) : undefined) ?? value;
    },
    block: (element) => {
      if (classesOf(element).includes('scene-break')) return [{ type: 'thematicBreak' }];
      const made = directiveOf(element, reader) ?? formOf(element, reader);
      if (made) return [made];
      if (isElement(element, 'ul', 'ol', 'blockquote', 'pre') && classesOf(element).join() === 'page-break')
        return [{ type: 'html', value: '\\newpage' }, ...blocksOf([withoutClass(element)], reader)];
      if (element.tagName === 'section' && classesOf(element).includes('footnotes'))
        return element.children.flatMap((child): readonly RootContent[] =>
          child.type === 'element' ? [noteOf(child, id, reader)] : [],
        );
      return undefined;
    },
    phrase: (element) => {
      const types = typesOf(element);
      if (types.includes('pagebreak') && element.tagName === 'span' && element.children.length === 0)
        return [pageMarkIn(element, id)];
      if (!types.includes('noteref')) {
        const made = phraseFormOf(element, reader);
        return made && [made];
      }
      const label = (attributeOf(element, 'href') ?? '').split('-note-').at(-1) ?? '';
      return [{ type: 'footnoteReference', identifier: label, label }];
    },
  };
  return reader;
}

function pageMarkIn(element: Element, section: string): PhrasingContent {
  const own = attributeOf(element, 'id')?.replace(`${section}-`, '') ?? '';
  return pageMark(attributeOf(element, 'aria-label') ?? '', /^page-\w+(?:-\d+)?$/.test(own) ? undefined : own);
}

function noteOf(aside: Element, section: string, reader: HtmlReader): FootnoteDefinition {
  const label = (attributeOf(aside, 'id') ?? '').slice(`${section}-note-`.length);
  const children = blocksOf(aside.children, {
    ...reader,
    phrase: (element) => (typesOf(element).includes('doc-backlink') ? [] : reader.phrase?.(element)),
  });
  return { type: 'footnoteDefinition', identifier: label, label, children: children as FootnoteDefinition['children'] };
}
