/** Stories through a real Redis: each is made, once where nothing goes wrong, and told where none can make it. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { usualLimits } from '../../scripts/book/limits.ts';
import { openBookStore } from '../../scripts/disk/book-store.ts';
import type { BookStore } from '../../scripts/library/book-store.ts';
import type { MadeStory, StoryTask } from '../../scripts/library/make-story.ts';
import { joinQueue, type QueueLink } from '../../scripts/queue/connect.ts';
import { createStoryQueue } from '../../scripts/queue/story-queue.ts';
import { startWorker, type WorkerOptions } from '../../scripts/queue/worker.ts';
import { makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { startRedis } from '../tools/servers.ts';

const taskOf = (words: string): StoryTask => ({
  source: { name: 'lamp', isFolder: true, files: new Map([['1.md', new TextEncoder().encode(words)]]) },
  editions: ['epub'],
  untrusted: true,
  limits: usualLimits,
  sourceDate: undefined,
});
const wordsOf = ({ source }: StoryTask): Uint8Array =>
  ('files' in source && source.files.get('1.md')) || new Uint8Array();
/** A “book” that tells what it was made from. */
const bookOf = (task: StoryTask): MadeStory => ({
  books: [{ edition: 'epub', bytes: wordsOf(task) }],
  problems: [],
  beside: [],
  isFixed: true,
});
const textOf = (made: MadeStory): string => new TextDecoder().decode(made.books[0]?.bytes);

async function shop(context: TestContext, store: BookStore = openBookStore(makeFolder())) {
  const program = await need(context, 'redis');
  if (!program) return undefined;
  const redis = await startRedis(program, makeFolder());
  const told: string[] = [];
  const tell = (sentence: string) => void told.push(sentence);
  const join = async (): Promise<QueueLink> => {
    const link = await joinQueue(`redis://127.0.0.1:${redis.port}`, tell);
    if ('reason' in link) throw new Error(link.reason);
    return link;
  };
  const asking = await join();
  const queue = createStoryQueue(asking, store, tell, 200);
  const stops: (() => Promise<unknown>)[] = [];
  const hire = async (make: Parameters<typeof startWorker>[2], options: Partial<WorkerOptions> = {}) => {
    const link = await join();
    const worker = startWorker(
      link,
      store,
      make,
      { jobs: 2, silence: 1, grace: 60, untrusted: false, ...options },
      tell,
    );
    stops.push(() => worker.stop(async () => {}));
    return worker;
  };
  context.after(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await queue.close();
    await redis.stop();
  });
  return { redis, queue, asking, store, told, hire };
}

test('each story is made once, however often it is asked for, and known again from the store', async (context) => {
  const place = await shop(context);
  if (!place) return;
  const { queue, hire, asking } = place;
  const seen: string[] = [];
  const make = async (task: StoryTask) => {
    seen.push(textOf(bookOf(task)));
    return bookOf(task);
  };
  const tasks = Array.from({ length: 40 }, (_, at) => taskOf(`story ${at % 20}`));
  const asked = Promise.all(tasks.map(queue.make));
  await Promise.all([hire(make), hire(make)]);
  assert.deepEqual(
    (await asked).map(textOf),
    tasks.map((task) => textOf(bookOf(task))),
  );
  assert.equal(seen.length, 20);
  assert.equal(textOf(await queue.make(taskOf('story 3'))), 'story 3');
  assert.equal(seen.length, 20);
  // What is done leaves no more in Redis than is told in docs/scale.md.
  assert.equal((await asking.redis.keys('bull:*:completed')).length, 1);
});

test('what is different on another machine is answered, and is not kept', async (context) => {
  const place = await shop(context);
  if (!place) return;
  let count = 0;
  await place.hire(async () => ({ books: [], problems: [], beside: [`try ${++count}`], isFixed: false }));
  assert.deepEqual((await place.queue.make(taskOf('a'))).beside, ['try 1']);
  assert.deepEqual((await place.queue.make(taskOf('a'))).beside, ['try 2']);
});

test('a story that no worker can make is tried again, then told', async (context) => {
  const place = await shop(context);
  if (!place) return;
  let tries = 0;
  await place.hire(async (task) => {
    if (++tries < 3) throw new Error('the disk is full');
    return bookOf(task);
  });
  assert.equal(textOf(await place.queue.make(taskOf('a'))), 'a');
  assert.equal(tries, 3);
  assert.match(place.told.join('\n'), /Story [0-9a-f]{12} failed, try 2 of 6: the disk is full/);
});

test('a worker that ends gives back what it has begun; another makes it', async (context) => {
  const place = await shop(context);
  if (!place) return;
  let begun = () => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let release: (made: MadeStory) => void = () => {};
  const slow = await place.hire(
    () => {
      begun();
      return new Promise((resolve) => {
        release = resolve;
      });
    },
    { grace: 0, silence: 600 },
  );
  const asked = place.queue.make(taskOf('a'));
  await isBegun;
  const stopped = slow.stop(async () => release({ books: [], problems: [], beside: [], isFixed: true }));
  await place.hire(async (task) => bookOf(task));
  assert.equal(textOf(await asked), 'a'); // its lock would have held for ten minutes
  await stopped;
  assert.deepEqual(slow.counts(), { made: 0, failed: 0 });
});

test('that no worker is there is told once', async (context) => {
  const place = await shop(context);
  if (!place) return;
  const { queue, told, hire } = place;
  const asked = queue.make(taskOf('a'));
  while (told.length === 0) await setTimeout(20);
  await hire(async (task) => bookOf(task));
  assert.equal(textOf(await asked), 'a');
  assert.deepEqual(told, ['No worker of this press is at work, so the stories wait. → Start one: fleuron worker']);
});

test('a Redis that is gone for a while, and one that has lost all, lose no story', async (context) => {
  const place = await shop(context);
  if (!place) return;
  const { redis, queue, asking, told, hire } = place;
  const first = Promise.all(['a', 'b', 'c'].map((words) => queue.make(taskOf(words))));
  const gone = new Promise<void>((resolve) => asking.redis.once('close', () => resolve()));
  await redis.stop('SIGKILL');
  await gone;
  const second = queue.make(taskOf('d')); // waits for Redis
  await redis.start();
  await asking.redis.flushall();
  await hire(async (task) => bookOf(task));
  assert.deepEqual((await first).map(textOf), ['a', 'b', 'c']);
  assert.equal(textOf(await second), 'd');
  assert.match(told.join(' '), /Redis at .* is gone\. .* Redis at .* is back\./);
});

test('a Redis whose memory is full is told, and asked again until it has room', async (context) => {
  const place = await shop(context);
  if (!place) return;
  const { queue, asking, told, hire } = place;
  await asking.redis.config('SET', 'maxmemory', '1');
  const asked = queue.make(taskOf('a'));
  while (told.length === 0) await setTimeout(20);
  await hire(async (task) => bookOf(task));
  await asking.redis.config('SET', 'maxmemory', '0');
  assert.equal(textOf(await asked), 'a');
  assert.match(told.join('\n'), /^Redis takes no stories now, and is asked again: OOM .*$/);
});

test('a store that is lost is told with the story', async (context) => {
  const lost: BookStore = {
    get: async () => undefined,
    put: async () => {
      throw new Error('The store s3://books/ is full (507).');
    },
  };
  const place = await shop(context, lost);
  if (!place) return;
  const { problems } = await place.queue.make(taskOf('a'));
  assert.deepEqual(
    problems.map(({ rule, reason }) => [rule, reason]),
    [['story-unmade', 'No worker made its books: The store s3://books/ is full (507).']],
  );
});

test('a Redis that is not there, is none, or throws away what it has is told before anything is begun', async (context) => {
  const place = await shop(context);
  if (!place) return;
  const { redis, asking } = place;
  const join = async (address: string) => {
    const joined = await joinQueue(address, () => {});
    if (!('reason' in joined)) joined.close();
    return 'reason' in joined ? joined.reason : '';
  };
  await asking.redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  assert.match(
    await join(`redis://127.0.0.1:${redis.port}`),
    /throws stories away .* → Set maxmemory-policy noeviction/,
  );
  await asking.redis.config('SET', 'requirepass', 'secret');
  assert.match(await join(`redis://127.0.0.1:${redis.port}`), /cannot be reached \(NOAUTH/);
  assert.match(await join('redis://:secret@127.0.0.1'), /set FLEURON_QUEUE_PASSWORD/);
  const letIn = await joinQueue(`redis://127.0.0.1:${redis.port}`, () => {}, 'secret');
  assert.ok('reason' in letIn && /noeviction/.test(letIn.reason));
  assert.match(await join('redis://127.0.0.1:1'), /Redis at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)/);
  assert.match(await join('http://127.0.0.1'), /is no Redis\. → Write --queue redis:\/\/HOST/);
});
