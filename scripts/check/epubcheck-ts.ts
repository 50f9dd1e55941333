/**
 * EPUBCheck's rules in JavaScript, for everyone who has Node alone.
 * In: an EPUB's bytes. Out: findings. Weaker than the official one (it misses corrupt pictures and much of CSS), and quick.
 */
import { type Finding, severityOf, stopped, tidyMessage } from './finding.ts';

const engine = 'epubcheck-ts';

/** Checks a book with `@likecoin/epubcheck-ts`, loaded only now because of its size. */
export async function checkWithEpubcheckTs(epub: Uint8Array): Promise<readonly Finding[]> {
  try {
    const { EpubCheck } = await import('@likecoin/epubcheck-ts');
    const { messages } = await EpubCheck.validate(epub, { includeInfo: false, locale: 'en' });
    return messages.flatMap(({ id, severity: name, message, location }) => {
      const severity = severityOf(name);
      if (!severity) return [];
      const line = location?.line ?? lineIn(message);
      return [
        {
          engine,
          id,
          severity,
          message: tidyMessage(message),
          // EPUBCheck blames the whole book for its mimetype.
          ...(location?.path && location.path !== 'mimetype' && { href: location.path }),
          ...(line && { line }),
          ...(location?.column && { column: location.column }),
        },
      ];
    });
  } catch (error) {
    return [stopped(engine, error instanceof Error ? error.message : String(error))];
  }
}

/** Its XML parser keeps the line of a syntax error in the message alone. */
function lineIn(message: string): number | undefined {
  const line = /\bline (\d+)/.exec(message)?.[1];
  return line === undefined ? undefined : Number(line);
}
