/** `fleuron worker`: makes the stories that `fleuron library --queue` lets wait. */
import { availableParallelism } from 'node:os';
import { defineCommand } from './define-command.ts';
import { untrustedOption } from './options.ts';
import { isCount, threadNumbers, threadOptions } from './thread-options.ts';

export const worker = defineCommand({
  name: 'worker',
  summary: 'make stories of a library on another machine',
  usage: `Makes stories that “fleuron library --queue” sends, until Ctrl-C; as many workers as there are machines may do so. They are told apart from
other versions of Fleuron, which make other bytes. Stories and books go through a folder that all see, or a store that speaks S3.

  fleuron worker --queue redis://queue.example.org --cache s3://books
  fleuron worker --queue redis://queue.example.org --cache /mnt/books --jobs 8

The key of the store is taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, its server from AWS_ENDPOINT_URL_S3; the password of Redis
from FLEURON_QUEUE_PASSWORD. A worker that dies loses nothing: others make what it had begun. docs/scale.md tells more.`,
  options: {
    queue: {
      type: 'string',
      value: 'URL',
      about: 'the Redis that stories wait in: redis://HOST, or rediss://HOST over TLS',
    },
    cache: { type: 'string', value: 'PLACE', about: 'where stories and books are: a folder, or s3://BUCKET' },
    silence: {
      type: 'string',
      value: 'SECONDS',
      about: 'how long a worker is silent before others take its stories (30)',
    },
    ...threadOptions,
    ...untrustedOption,
  },
  positionals: { usage: '', least: 0, most: 0, noun: '', example: '' },
  run: async (values) => {
    const { queue, cache, untrusted = false } = values;
    const numbers = threadNumbers({ ...values, jobs: values.jobs ?? `${availableParallelism()}` });
    if ('reason' in numbers) return numbers;
    const silence = Number(values.silence ?? 30);
    if (!isCount(silence)) return { reason: '--silence takes whole seconds from 1 on. → For example: --silence 30' };
    if (queue === undefined || cache === undefined)
      return {
        reason:
          'A worker needs to know what to make. → Name the queue and the store: --queue redis://HOST --cache s3://BUCKET',
      };
    const { workerCommand } = await import('./worker-command.ts');
    return workerCommand({ queue, cache }, { ...numbers, silence, untrusted });
  },
});
