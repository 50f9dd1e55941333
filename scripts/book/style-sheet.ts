/** The style sheet that every page links: what all themes stand on, then the theme's or the author's own. */
import { type Design, ornamentColour, partsOf } from './design.ts';
import type { Form, TemplateName, Templates } from './publication.ts';

/** The text of a book's `style.css`. */
export function styleSheet(templates: Templates): string {
  return [templates.get('core.css'), templates.get('style.css')].filter(Boolean).join('\n');
}

/** The templates with another style sheet in the place of the whole. */
export function withStyleSheet(templates: Templates, css: string): Templates {
  return new Map<TemplateName, string>([...templates, ['core.css', ''], ['style.css', css]]);
}

/** The templates of a book that holds these forms, and differs from its theme by these options: what most books need not stands behind what all do. */
export function withForms(
  templates: Templates,
  forms: ReadonlySet<Form>,
  design: Pick<Design, 'options'> = {},
): Templates {
  const sheets = (...names: TemplateName[]) => names.flatMap((name) => templates.get(name) ?? []).join('\n');
  const when = (isHeld: boolean, ...names: TemplateName[]) => (isHeld ? names : []);
  const isFormed = forms.has('formula') || forms.has('table') || forms.has('layout');
  const parts = partsOf(design.options ?? {});
  const colour = ornamentColour(design);
  const hasPieces = forms.has('pieces');
  return new Map<TemplateName, string>([
    ...templates,
    [
      'core.css',
      sheets(
        'core.css',
        ...when(isFormed, 'forms.css'),
        ...when(hasPieces, 'core-pieces.css', 'pieces.css'),
        ...when(forms.has('pages'), 'pages.css'),
      ),
    ],
    [
      'core-modern.css',
      sheets(
        'core-modern.css',
        ...when(isFormed, 'forms-modern.css'),
        ...when(hasPieces, 'core-pieces-modern.css'),
        ...when(forms.has('pages'), 'pages-modern.css'),
        ...when(forms.has('vertical'), 'vertical.css'),
      ),
    ],
    [
      'style.css',
      sheets('style.css', ...parts.map((part) => `options/${part}.css` as const)) +
        (colour === undefined ? '' : `.scene-break, .number-ornament, .book-ornament { color: ${colour}; }\n`),
    ],
    ['modern.css', sheets('modern.css', ...parts.map((part) => `options/${part}-modern.css` as const))],
  ]);
}
