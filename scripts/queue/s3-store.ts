/**
 * Books in a store that speaks S3. In: keys and bytes. Out: the same bytes, whole, or nothing: a damaged object is as none. A conditional `PUT`
 * (`If-None-Match: *`, RFC 9110 §13.1.2) writes a key once, whoever is quicker; the server compares the SHA-256 that is signed with what arrives,
 * so half an upload is no object. What the network or the server loses is tried again, for some minutes.
 */
import { setTimeout } from 'node:timers/promises';
import type { AwsClient } from 'aws4fetch';
import { sha256 } from '../book/digest.ts';
import type { BookStore } from '../library/book-store.ts';

/** Tells a person who watches a long run. */
export type Tell = (sentence: string) => void;

interface S3Place {
  /** Where the server is: `https://storage.example.org`. */
  readonly endpoint: string;
  readonly bucket: string;
  /** What all keys begin with: empty, or a path that ends with a slash. */
  readonly prefix: string;
}

/** In milliseconds. */
export interface Patience {
  /** How often a request is tried in all. */
  readonly tries: number;
  /** How long to wait after the first failure; twice as long after each further one, up to half a minute. */
  readonly wait: number;
  /** How long one try may take. */
  readonly timeout: number;
}

const usualPatience: Patience = { tries: 16, wait: 250, timeout: 60_000 };
const longestWait = 30_000;
/** After so many failures of one request a person is told. */
const tellAfter = 4;

/** By what a store knows whether an object is what was put there. */
const digestHeader = 'x-amz-meta-sha256';

/** Opens a store. What it answers with `get` and `put` rejects with a plain sentence. */
export function createS3Store(
  client: Pick<AwsClient, 'sign'>,
  { endpoint, bucket, prefix }: S3Place,
  tell: Tell,
  patience: Patience = usualPatience,
): BookStore {
  const name = `s3://${bucket}/${prefix}`;
  const addressOf = (key: string) => `${endpoint}/${bucket}/${prefix}${key.slice(0, 2)}/${key}`;
  let isTold = false;
  const ask = async (key: string, init: RequestInit, expected: readonly number[]): Promise<Answer> => {
    for (let tried = 1, pause = patience.wait; ; tried++, pause = Math.min(2 * pause, longestWait)) {
      const answer = await askOnce(client, addressOf(key), init, patience.timeout);
      if (expected.includes(answer.status) && !isNoBucket(answer)) {
        if (isTold) tell(`The store ${name} answers again.`);
        isTold = false;
        return answer;
      }
      const mayPass = answer.status === 0 || answer.status >= 500 || passing.has(answer.status);
      if (!mayPass || tried >= patience.tries) throw new Error(sentenceOf(name, answer, tried));
      if (tried === tellAfter && !isTold) {
        tell(`${sentenceOf(name, answer, tried)} It is tried again.`);
        isTold = true;
      }
      await setTimeout(pause * (0.5 + Math.random() / 2));
    }
  };
  return {
    get: async (key) => {
      const { status, bytes, digest } = await ask(key, { method: 'GET' }, [200, 404]);
      if (status === 404) return undefined;
      if (digest === sha256(bytes)) return bytes;
      await ask(key, { method: 'DELETE' }, [200, 204, 404]);
      return undefined;
    },
    put: async (key, bytes) => {
      const digest = sha256(bytes);
      const headers = { 'If-None-Match': '*', 'X-Amz-Content-Sha256': digest, [digestHeader]: digest };
      const { status } = await ask(key, { method: 'PUT', body: new Uint8Array(bytes), headers }, [200, 412]);
      return status === 412 ? 'there' : 'written';
    },
  };
}

interface Answer {
  /** That of HTTP; 0 where there was no answer. */
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly digest: string | null;
  /** What the network says, or the code of an error in S3’s words: `SlowDown`. */
  readonly code: string;
}

/** Conflict of two conditional writes, timeout, too many requests. */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

async function askOnce(
  client: Pick<AwsClient, 'sign'>,
  address: string,
  init: RequestInit,
  timeout: number,
): Promise<Answer> {
  try {
    const signed = await client.sign(address, init);
    const response = await fetch(signed, { signal: AbortSignal.timeout(timeout) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const code = response.ok ? '' : (/<Code>(\w+)<\/Code>/.exec(new TextDecoder().decode(bytes))?.[1] ?? '');
    return { status: response.status, bytes, digest: response.headers.get(digestHeader), code };
  } catch (error) {
    return { status: 0, bytes: new Uint8Array(), digest: null, code: networkCode(error) };
  }
}

/** What lies beneath `fetch failed`. */
function networkCode(error: unknown): string {
  const { cause, name } = error as { readonly cause?: { readonly code?: unknown }; readonly name?: string };
  return typeof cause?.code === 'string' ? cause.code : name === 'TimeoutError' ? 'no answer in time' : 'no answer';
}

const isNoBucket = ({ status, code }: Answer): boolean => status === 404 && code === 'NoSuchBucket';

function sentenceOf(name: string, { status, code }: Answer, tried: number): string {
  if (status === 0) return `The store ${name} cannot be reached (${code}, tried ${tried} times).`;
  if (status === 403)
    return `The store ${name} does not let this key in (${code || status}): look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
  if (status === 404) return `The store has no bucket for ${name}: make it first.`;
  if (status === 507 || /Full|Quota|StorageLimit/i.test(code)) return `The store ${name} is full (${code || status}).`;
  return `The store ${name} answers ${status}${code && ` (${code})`}, tried ${tried} ${tried === 1 ? 'time' : 'times'}.`;
}
