/** Makes sure that what an author's templates printed is XML, before it is bound. */
import { SaxesParser } from 'saxes';
import type { Publication, Templates } from '../book/publication.ts';
import { type Problem, problem } from '../report/problem.ts';

/** A problem for each document whose body is not well-formed, and for an XML file among the templates that is not. */
export function checkMarkup({ documents }: Publication, templates: Templates): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (xml: string, path: string, what: string) => {
    const parser = new SaxesParser();
    let reason: string | undefined;
    parser.on('error', (error) => {
      reason ??= error.message;
    });
    parser.write(xml).close();
    if (reason !== undefined)
      problems.push(problem('document-malformed', { path }, `Unexpected markup in ${what}: ${reason}`));
  };
  const namespaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';
  for (const { kind, body, href, places } of documents) {
    check(`<body ${namespaces}>${body}</body>`, places.length ? href : `templates/${kind}.xhtml.ejs`, `“${href}”`);
  }
  const apple = 'com.apple.ibooks.display-options.xml';
  check(templates.get(apple) ?? '', `templates/${apple}`, `“${apple}”`);
  return problems;
}
