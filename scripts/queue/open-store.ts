/** Opens the store that a command line names: a folder, or `s3://bucket/prefix`. In: words and the environment. Out: a store, or why there is none. */
import { join } from 'node:path';
import { openBookStore } from '../disk/book-store.ts';
import { loadOptional } from '../disk/optional-package.ts';
import type { BookStore } from '../library/book-store.ts';
import { createS3Store, type Tell } from './s3-store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Why a store or a queue cannot be used, and what to do. */
export interface Unopened {
  readonly reason: string;
}

/** Whether a store is on the network, not a folder. */
export const isBucket = (words: string): boolean => /^s3:/i.test(words);

/** The folder in a store where drawn covers are kept; undefined where the store is no folder. */
export const coversIn = (words: string | undefined): string | undefined =>
  words === undefined || isBucket(words) ? undefined : join(words, 'covers');

/** A folder at a path, or a bucket for whose server and key the usual variables of AWS are asked; whether it is there is tried. */
export async function openStore(
  words: string,
  tell: Tell,
  env: Environment = process.env,
): Promise<BookStore | Unopened> {
  if (!isBucket(words)) return openBookStore(words);
  const [, bucket, prefix = ''] =
    /^s3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(?:\/((?:\w[\w.-]*(?:\/|$))*))?$/.exec(words) ?? [];
  if (bucket === undefined) return { reason: `“${words}” is no store. → Write s3://BUCKET, or s3://BUCKET/FOLDER.` };
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  if (!accessKeyId || !secretAccessKey)
    return { reason: `The key for ${words} is missing. → Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.` };
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  const endpoint = env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'] ?? `https://s3.${region}.amazonaws.com`;
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    return { reason: `AWS_ENDPOINT_URL_S3 is no address: “${endpoint}”. → Write https://HOST, or http://HOST:PORT.` };
  const aws = (await loadOptional('aws4fetch')) as typeof import('aws4fetch') | undefined;
  if (!aws) return withoutPackages('A store on the network', 'aws4fetch@1');
  const client = new aws.AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    ...(sessionToken && { sessionToken }),
  });
  const folder = prefix.replace(/\/$/, '');
  const place = { endpoint: endpoint.replace(/\/+$/, ''), bucket, prefix: folder && `${folder}/` };
  try {
    await createS3Store(client, place, tell, { tries: 3, wait: 100, timeout: 20_000 }).get(''.padEnd(64, '0'));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  return createS3Store(client, place, tell);
}

/** How a person gets packages that a plain install does not bring. */
export const withoutPackages = (what: string, packages: string): Unopened => ({
  reason: `${what} needs packages that are not installed. → Install them beside Fleuron: npm install ${packages} (with -g if Fleuron is installed with -g).`,
});
