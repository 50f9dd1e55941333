/** The style sheet that every page links: what all themes stand on, then the theme's or the author's own. */
import type { Form, TemplateName, Templates } from './publication.ts';

/** The text of a book's `style.css`. */
export function styleSheet(templates: Templates): string {
  return [templates.get('core.css'), templates.get('forms.css'), templates.get('style.css')].filter(Boolean).join('\n');
}

/** The templates of a book that holds these forms. */
export function withForms(templates: Templates, forms: ReadonlySet<Form>): Templates {
  if (forms.size > 0) return templates;
  return new Map<TemplateName, string>([...templates, ['forms.css', ''], ['forms-modern.css', '']]);
}

/** The templates with another style sheet in the place of the whole. */
export function withStyleSheet(templates: Templates, css: string): Templates {
  return new Map<TemplateName, string>([...templates, ['core.css', ''], ['forms.css', ''], ['style.css', css]]);
}
