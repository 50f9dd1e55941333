/** What the official EPUBCheck reports, as JSON. In: its report. Out: findings. */
import { array, nullable, number, object, safeParse, string } from 'valibot';
import { parsedJson } from '../book/bytes.ts';
import { type Finding, severityOf, tidyMessage } from './finding.ts';

/** The part of EPUBCheck's JSON report that we read. */
const report = object({
  messages: array(
    object({
      ID: string(),
      severity: string(),
      message: string(),
      additionalLocations: number(),
      locations: array(object({ path: nullable(string()), line: number(), column: number() })),
    }),
  ),
});

/** Reads EPUBCheck's JSON report; undefined if it is none. */
export function readReport(text: string): readonly Finding[] | undefined {
  const parsed = safeParse(report, parsedJson(text));
  if (!parsed.success) return undefined;
  return parsed.output.messages.flatMap(({ ID: id, severity: name, message, locations, additionalLocations }) => {
    const severity = severityOf(name);
    if (!severity) return [];
    const said = { engine: 'epubcheck', id, severity, message: tidyMessage(message) } as const;
    const placed = locations.map(({ path, line, column }) => ({
      ...said,
      // A finding against the whole book carries the book's own name.
      ...(path !== null && !path.endsWith('.epub') && { href: path }),
      ...(line > 0 && { line }),
      ...(column > 0 && { column }),
    }));
    if (additionalLocations === 0) return placed.length ? placed : [said];
    return [...placed, { ...said, message: `${said.message} (and in ${additionalLocations} more places)` }];
  });
}
