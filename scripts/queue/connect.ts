/**
 * Joins the Redis that stories wait in. In: its address. Out: BullMQ, and a connection that comes back by itself, or why there is none. A loss and its end
 * are told once each; commands wait meanwhile.
 */
import type * as Bull from 'bullmq';
import type * as Ioredis from 'ioredis';
import { loadOptional } from '../disk/optional-package.ts';
import { pressIdentity } from '../disk/press-identity.ts';
import { type Unopened, withoutPackages } from './open-store.ts';
import type { Tell } from './s3-store.ts';

export interface QueueLink {
  readonly bull: typeof Bull;
  readonly redis: Ioredis.Redis;
  /** Which press the stories wait for: another makes other bytes, and has a queue of another name. */
  readonly press: string;
  readonly name: string;
  readonly close: () => void;
}

/** Joins `redis://NAME@HOST:PORT`, or `rediss://` over TLS. */
export async function joinQueue(
  address: string,
  tell: Tell,
  password = process.env['FLEURON_QUEUE_PASSWORD'],
): Promise<QueueLink | Unopened> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '')
    return { reason: `“${address}” is no Redis. → Write --queue redis://HOST, or redis://HOST:PORT.` };
  if (url.password !== '')
    return {
      reason:
        'A password on a command line can be read by other users. → Leave it out, and set FLEURON_QUEUE_PASSWORD.',
    };
  const bull = (await loadOptional('bullmq')) as typeof Bull | undefined;
  const ioredis = (await loadOptional('ioredis')) as typeof Ioredis | undefined;
  if (!bull || !ioredis) return withoutPackages('A queue', 'bullmq@6 ioredis@6');
  const where = `Redis at ${url.host}`;
  let isClosing = false;
  const redis = new ioredis.Redis(address, {
    lazyConnect: true,
    ...(password && { password }),
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isClosing ? null : Math.min(times * 100, 3000)),
  });
  let fault = '';
  redis.on('error', (error: Error & { readonly code?: string }) => {
    fault = error.code ?? error.message;
  });
  const policy = await policyOf(redis);
  if (policy !== 'noeviction') {
    redis.disconnect();
    const reason = policy
      ? `${where} throws stories away when its memory is full (maxmemory-policy ${policy}). → Set maxmemory-policy noeviction.`
      : `${where} cannot be reached (${fault || 'it does not answer as Redis does'}). → Look at --queue and FLEURON_QUEUE_PASSWORD.`;
    return { reason };
  }
  let isGone = false;
  redis.on('close', () => {
    if (!isGone && !isClosing) tell(`${where} is gone. What waits in it goes on when it is back.`);
    isGone = true;
  });
  redis.on('ready', () => {
    if (isGone) tell(`${where} is back.`);
    isGone = false;
  });
  const press = await pressIdentity();
  const close = () => {
    isClosing = true;
    redis.disconnect();
  };
  return { bull, redis, press, name: `fleuron-${press.slice(0, 12)}`, close };
}

/** What Redis does when its memory is full; undefined where it cannot be asked. */
async function policyOf(redis: Ioredis.Redis): Promise<string | undefined> {
  try {
    await redis.connect();
    return /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];
  } catch {
    return undefined;
  }
}

/** What a server answers that cannot write now: its disk or memory is full, it reads its file, it follows another. */
const isBusy = /^(?:MISCONF|OOM|LOADING|READONLY|BUSY|NOREPLICAS|MASTERDOWN)\b/;
/** A connection that ends while it is used; its loss is told by itself. */
const isLost = /^(?:E[A-Z]+|write E[A-Z]+|read E[A-Z]+|Connection is closed|Stream isn't writeable)/;

/** Makes a function that asks Redis until it can do what is asked; that it cannot is told once for all that is asked meanwhile. */
export function createInsistence(
  tell: Tell,
  pause: () => Promise<void>,
): <Result>(ask: () => Promise<Result>) => Promise<Result> {
  let isTold = false;
  return async (ask) => {
    for (let hasWaited = false; ; hasWaited = true) {
      try {
        const answer = await ask();
        if (hasWaited) isTold = false;
        return answer;
      } catch (error) {
        const words = error instanceof Error ? error.message : '';
        const busy = isBusy.test(words);
        if (!busy && !isLost.test(words)) throw error;
        if (busy && !isTold) tell(`Redis takes no stories now, and is asked again: ${words}`);
        isTold ||= busy;
        await pause();
      }
    }
  };
}
