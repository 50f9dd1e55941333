/**
 * Prints templates. In: a template's name and what it shows. Out: its text; a name that it does not know is a problem at its
 * line.
 */
import { compile } from 'ejs';
import { escapeAttribute } from '../book/escape-xml.ts';
import type { TemplateName, Templates } from '../book/publication.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { compiledTemplate } from './press-templates.ts';

/** Prints a template with the names in `data`; a failure is the problem `template-failed`. */
export function printTemplate(
  templates: Templates,
  name: TemplateName,
  data: Readonly<Record<string, unknown>>,
): Outcome<string> {
  try {
    const text = templates.get(name) ?? '';
    const own = compiledTemplate(text);
    const value = own ? own(data, escapeXml) : compile(text, { filename: name, escape: escapeXml, _with: true })(data);
    return { value, problems: [] };
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
  return problem('template-failed', place, `The template failed: ${sentence}`);
}

/** As text or as the value of an attribute, which a template may put between either quotes. */
const escapeXml = (value: unknown): string => escapeAttribute(String(value ?? '')).replaceAll("'", '&#39;');
