/**
 * Ace by DAISY, the accessibility checker, over many books in one browser.
 * In: books by name. Out: what Ace calls violations, by name.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, type InferOutput, object, optional, parse, string, unknown } from 'valibot';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from './folder.ts';
import { root } from './need.ts';

/** One violation, in one document of a book. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly document: string;
  readonly message: string;
}

/** The part of Ace's report (EARL in JSON) that we read. */
const report = object({
  assertions: array(
    object({
      'earl:testSubject': object({ url: string() }),
      assertions: array(
        object({
          'earl:result': object({
            'earl:outcome': string(),
            'dct:description': optional(string()),
            html: optional(string()),
          }),
          'earl:test': object({ 'earl:impact': string(), 'dct:title': string() }),
        }),
      ),
    }),
  ),
});

const answer = object({ book: string(), report: optional(unknown()), failure: optional(string()) });

/** Checks every book with the Ace installed in a folder and with a browser, both found by `need`. */
export async function aceMany(
  folder: string,
  chromium: string,
  books: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, readonly Violation[]>> {
  const work = makeFolder();
  const names = new Map<string, string>();
  for (const [name, epub] of books) {
    const file = join(work, `${names.size}.epub`);
    writeFileSync(file, epub);
    names.set(file, name);
  }
  const ran = await runTool(process.execPath, [join(root, 'test/tools/ace-many.mjs'), folder, ...names.keys()], {
    // Ace gives its browser five seconds to start, which a busy machine exceeds.
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: chromium, ACE_TIMEOUT_INITIAL: '120000' },
    seconds: 900,
  });
  if ('failure' in ran) throw new Error(ran.failure);
  const answers = ran.stdout.split('\n').filter((line) => line.startsWith('{'));
  if (answers.length !== names.size)
    throw new Error(`Ace stopped after ${answers.length} books: ${ran.stderr.slice(-2000)}`);
  return new Map(
    answers.map((line) => {
      const said = parse(answer, JSON.parse(line));
      const name = names.get(said.book) ?? said.book;
      if (said.failure !== undefined) throw new Error(`Ace cannot read ${name}: ${said.failure}`);
      return [name, violationsIn(parse(report, said.report))];
    }),
  );
}

function violationsIn({ assertions }: InferOutput<typeof report>): readonly Violation[] {
  return assertions.flatMap(({ 'earl:testSubject': { url }, assertions: inDocument }) =>
    inDocument
      .filter((each) => each['earl:result']['earl:outcome'] === 'fail')
      .map(({ 'earl:result': result, 'earl:test': test }) => ({
        rule: test['dct:title'],
        impact: test['earl:impact'],
        document: url,
        message: [result['dct:description'], result.html]
          .map((each) => each?.split(/\n|<!--##-->/)[0]?.trim())
          .filter(Boolean)
          .join(' '),
      })),
  );
}
