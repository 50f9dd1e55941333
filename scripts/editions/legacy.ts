/**
 * The edition for old devices: EPUB 2.0.1 (OPF 2.0.1, OPS 2.0.1, NCX 2005-1) with CSS 2.1.
 * In: a publication. Out: one with bodies of XHTML 1.1 and one style sheet, and what had to be put in words.
 */
import { lookUp } from '../book/look-up.ts';
import type { ContentDocument, Publication, Resource, Templates } from '../book/publication.ts';
import { styleSheet, withStyleSheet } from '../book/style-sheet.ts';
import { elementsIn } from '../html/hast-nodes.ts';
import { type Outcome, type Problem, placeOf, problem } from '../report/problem.ts';
import type { Edition } from './edition.ts';
import { isInLetters } from './formula-words.ts';
import { legacyBody } from './legacy-body.ts';
import { legacyLines, legacyStyle } from './legacy-style.ts';

/** Makes a publication that devices of 2007 can open. */
export function makeLegacy(publication: Publication, templates: Templates): Outcome<Edition> {
  const { documents, resources } = publication;
  const sheets = resources.filter(isStyle).map(({ bytes }) => new TextDecoder().decode(bytes));
  const style = [styleSheet(templates), ...sheets].map(legacyStyle).join('');
  const made: Publication = {
    ...publication,
    standard: 'EPUB 2.0.1',
    documents: documents.map((document) => ({
      ...document,
      content: legacyBody(document.content),
      properties: [],
    })),
    resources: resources.filter((each) => !isStyle(each)).map(olderResource),
  };
  const added = templates.get('legacy/added.css') ?? '';
  return {
    value: { publication: made, templates: withStyleSheet(templates, style + added), printStyle: legacyLines },
    problems: documents.flatMap(formulasIn),
  };
}

const isStyle = ({ mediaType }: Resource): boolean => mediaType === 'text/css';

/** Typefaces had other media types before RFC 8081. */
const olderTypes: Readonly<Record<string, string>> = {
  'font/otf': 'application/vnd.ms-opentype',
  'font/ttf': 'application/vnd.ms-opentype',
  'font/woff': 'application/font-woff',
};

function olderResource(resource: Resource): Resource {
  return { ...resource, mediaType: lookUp(olderTypes, resource.mediaType) ?? resource.mediaType };
}

/** A warning at each formula, which old devices cannot draw. */
function formulasIn({ href, path = href, content }: ContentDocument): readonly Problem[] {
  return elementsIn(content)
    .filter((element) => element.tagName === 'math' && !isInLetters(element))
    .map((math) =>
      problem(
        'legacy-replaced',
        placeOf(path, math),
        'Old devices show no formula; its words stand in its place.',
        'Say it in words of your own with the attribute alttext of <math>.',
      ),
    );
}
