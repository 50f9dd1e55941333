/**
 * Sends answers as HTTP wants them (RFC 9110): without their body for HEAD, not again where the client has them (ETag), a part where it
 * asks for one (Range), packed where it says that it can unpack. In: a request and what it gets.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { StoredFile } from '../disk/library-folder.ts';

interface Content {
  readonly mediaType: string;
  /** Names these very bytes, in quotes; weak where they may also be packed (RFC 9110 §8.8.3). */
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly reason: string }
  | (Content & { readonly bytes: Uint8Array; readonly packed?: Uint8Array | undefined })
  | (Content & { readonly file: StoredFile });

/** Sends an answer. Rejects where a file breaks off; the client sees that, since its length was told. */
export async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  if ('reason' in answer) return sendReason(request, response, answer);
  const { mediaType, etag, headers = {} } = answer;
  const head: Record<string, string> = { ...headers, 'Content-Type': mediaType, ...(etag && { ETag: etag }) };
  if ('file' in answer) {
    head['Last-Modified'] = answer.file.modified.toUTCString();
    head['Accept-Ranges'] = 'bytes';
  }
  if (isKnown(request, etag, 'file' in answer ? answer.file.modified : undefined)) {
    response.writeHead(304, head).end();
    return;
  }
  if ('file' in answer) return sendFile(request, response, answer.file, head);
  const { bytes, packed } = answer;
  const isPacked = packed !== undefined && takesGzip(request);
  if (packed !== undefined) head['Vary'] = 'Accept-Encoding';
  if (isPacked) head['Content-Encoding'] = 'gzip';
  const body = isPacked ? packed : bytes;
  response.writeHead(200, { ...head, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendReason(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, headers = {}, reason }: Extract<Answer, { reason: string }>,
): void {
  const body = Buffer.from(`${reason}\n`);
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(method === 'HEAD' ? undefined : body);
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { size, read }: StoredFile,
  head: Readonly<Record<string, string>>,
): Promise<void> {
  const range = request.method === 'GET' ? rangeOf(request, size, head) : undefined;
  if (range === 'unsatisfiable')
    return sendReason(request, response, {
      status: 416,
      headers: { 'Content-Range': `bytes */${size}` },
      reason: 'The file has no such part.',
    });
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const length = end - start + 1;
  const part = range && { 'Content-Range': `bytes ${start}-${end}/${size}` };
  response.writeHead(range ? 206 : 200, { ...head, ...part, 'Content-Length': length });
  if (request.method === 'HEAD' || length === 0) response.end();
  else await pipeline(read(start, end), response);
}

/** Whether the client has these bytes already (RFC 9110 §13.1.2, §13.1.3). */
function isKnown({ headers }: IncomingMessage, etag: string | undefined, modified: Date | undefined): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined)
    return (
      known.trim() === '*' || (etag !== undefined && known.split(',').some((each) => weak(each.trim()) === weak(etag)))
    );
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= since;
}

const weak = (etag: string): string => etag.replace(/^W\//, '');

/** The one part that is asked for; several at once are answered with the whole, as RFC 9110 §14.2 allows. */
function rangeOf({ headers }: IncomingMessage, size: number, head: Readonly<Record<string, string>>) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const condition = headers['if-range'];
  if (condition !== undefined && condition !== head['ETag'] && condition !== head['Last-Modified']) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined; // no range at all
  return start > end || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end };
}

/** Only who names gzip gets it: some readers refuse what is packed. */
function takesGzip({ headers }: IncomingMessage): boolean {
  const named = /(?:^|,)\s*gzip\s*(?:;\s*q=([\d.]+)\s*)?(?:,|$)/i.exec(`${headers['accept-encoding'] ?? ''}`);
  return named !== null && Number(named[1] ?? 1) > 0;
}

/** Says that an answer is to be saved, and under which name (RFC 6266): in letters that all clients know, and as it is. */
export function attachment(name: string): string {
  const safe = [...name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}/\\]/gu, '_')].slice(0, 200).join('');
  const plain = safe
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["%]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
