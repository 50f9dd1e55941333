/**
 * Prints the pages that the press adds: cover, title page, contents. In: what they show. Out: content documents.
 * The pages themselves are templates; a name they do not know is a problem at its line.
 */
import { compile } from 'ejs';
import type { Metadata } from '../book/metadata.ts';
import type { ContentDocument, TemplateName, Templates } from '../book/publication.ts';
import { type SectionKind, traitsOf } from '../book/sections.ts';
import { parseXhtml } from '../html/parse-xhtml.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';

/** Prints a template with the names in `data`. */
export function printTemplate(
  templates: Templates,
  name: TemplateName,
  data: Readonly<Record<string, unknown>>,
): Outcome<string> {
  try {
    return {
      value: compile(templates.get(name) ?? '', { filename: name, escape: escapeXml, _with: true })(data),
      problems: [],
    };
  } catch (error) {
    return { value: '', problems: [templateProblem(name, error)] };
  }
}

/** What a template's failure says, at its line where EJS knows it. */
export function templateProblem(name: TemplateName, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const line = /^(?:[^\n]*?):(\d+)\n/.exec(message)?.[1];
  const sentence = message.trim().split('\n').at(-1) ?? message;
  const place = { path: `templates/${name}`, ...(line && { start: { line: Number(line), column: 1 } }) };
  return problem('template-failed', place, `Unexpected failure of a template: ${sentence}`);
}

export interface PageFrame {
  readonly kind: SectionKind;
  readonly title: string;
  readonly metadata: Metadata;
}

/** A generated page as a content document. */
export function pageDocument(body: string, { kind, title, metadata }: PageFrame): ContentDocument {
  const parsed = parseXhtml(body.trim());
  return {
    id: kind,
    href: `${kind}.xhtml`,
    title,
    lang: metadata.lang,
    dir: metadata.dir,
    kind,
    matter: traitsOf(kind).matter,
    content: 'nodes' in parsed ? parsed.nodes : [],
    body: body.trim(),
    places: [],
    properties: [],
    linear: true,
  };
}

function escapeXml(value: unknown): string {
  return String(value ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
