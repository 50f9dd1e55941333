/** The style sheet that every page links: what all themes stand on, then the theme's or the author's own. */
import type { TemplateName, Templates } from './publication.ts';

/** The text of a book's `style.css`. */
export function styleSheet(templates: Templates): string {
  return [templates.get('core.css'), templates.get('style.css')].filter(Boolean).join('\n');
}

/** The templates with another style sheet in the place of the whole. */
export function withStyleSheet(templates: Templates, css: string): Templates {
  return new Map<TemplateName, string>([...templates, ['core.css', ''], ['style.css', css]]);
}
