/**
 * Measures a library that workers make through Redis and an S3 server, beside a machine alone: CPU and memory of each process, what a waiting story
 * takes in Redis, and whether the shelves are the same, also when workers are killed.
 *
 *     node bench/queue.mjs --stories 1000 --kills 10
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { cutStories } from './library/cut.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: asked } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '10' },
    workers: { type: 'string', default: '3' },
    corpus: { type: 'string', default: join(root, '../shared/corpus/novels') },
  },
});
const [count, kills, crew] = [asked.stories, asked.kills, asked.workers].map(Number);
const launcher = join(root, 'scripts/fleuron.cjs');
const folder = mkdtempSync(join(tmpdir(), 'fleuron-queue-'));
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const tools = process.env.FLEURON_TOOLS ?? join(homedir(), '.cache/fleuron-tools');
const s3Server = join(tools, 'go/bin/versitygw');
const ports = { redis: 16_399, s3: 17_099 };
const env = {
  ...process.env,
  SOURCE_DATE_EPOCH: '1700000000',
  AWS_ACCESS_KEY_ID: 'fleuron',
  AWS_SECRET_ACCESS_KEY: 'fleuron-secret',
  AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${ports.s3}`,
};

function start(program, args, stdio = 'ignore') {
  const child = spawn(program, args, { stdio: ['ignore', stdio, 'ignore'], env });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** Seconds of CPU, and the most memory in MB, of a process as long as it is there (Linux). */
function cost(child) {
  try {
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return { cpu: (Number(stat[11]) + Number(stat[12])) / 100, memory: Number(memory) / 1024 };
  } catch {
    return { cpu: 0, memory: 0 };
  }
}

/** Runs a library; `onStory` gets how many are done. Answers with its cost just before it ended, and its time. */
async function run(words, onStory) {
  const begun = performance.now();
  const child = start(process.execPath, [launcher, 'library', join(folder, 'stories'), '--json', ...words], 'pipe');
  let [done, last] = [0, cost(child)];
  createInterface({ input: child.stdout }).on('line', () => {
    onStory?.(++done);
    if (done % 50 === 0 || done >= count) last = cost(child);
  });
  await once(child, 'close');
  return { ...last, seconds: (performance.now() - begun) / 1000 };
}

cutStories(asked.corpus, join(folder, 'stories'), count);
mkdirSync(join(folder, 'redis'));
mkdirSync(join(folder, 'store/books'), { recursive: true });
const isOnS3 = existsSync(s3Server);
const server = start('redis-server', [
  ...['--port', `${ports.redis}`, '--bind', '127.0.0.1', '--dir', join(folder, 'redis'), '--appendonly', 'yes'],
  ...['--maxmemory-policy', 'noeviction'],
]);
const s3 = isOnS3
  ? start(s3Server, [
      '--port',
      `127.0.0.1:${ports.s3}`,
      '--access',
      'fleuron',
      '--secret',
      'fleuron-secret',
      '--quiet',
      'posix',
      join(folder, 'store'),
    ])
  : undefined;
const redis = new Redis(ports.redis, { maxRetriesPerRequest: null });
redis.on('error', () => {});
const used = async () => Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))[1]);
const place = ['--queue', `redis://127.0.0.1:${ports.redis}`, '--cache', isOnS3 ? 's3://books' : join(folder, 'store')];

const before = await used();
const workers = [];
const total = { cpu: 0, memory: 0, killed: 0 };
const hire = () => workers.push(start(process.execPath, [launcher, 'worker', ...place, '--jobs', '1']));
const bury = (child) => {
  const { cpu, memory } = cost(child);
  total.cpu += cpu;
  total.memory = Math.max(total.memory, memory);
};
const output = join(folder, 'queued');
const going = run(['-o', output, ...place], (done) => {
  if (total.killed >= kills || done < ((total.killed + 1) * count) / (kills + 1)) return;
  const [child] = workers.splice(total.killed % workers.length, 1);
  bury(child);
  child.kill('SIGKILL');
  total.killed++;
  hire();
});
// No worker is there yet: all wait that may.
const most = Math.min(count, 500);
const waits = async () =>
  (await redis.keys('bull:*:wait')).reduce(async (sum, key) => (await sum) + (await redis.llen(key)), 0);
const fewer = Math.floor(most / 5);
while ((await waits()) < fewer) await setTimeout(5);
const early = { memory: await used(), waits: await waits() }; // its scripts are loaded by then
while ((await waits()) < most) await setTimeout(50);
const [job] = (await redis.keys('bull:*')).filter((key) => /:[\da-f]{64}$/.test(key));
const waiting = {
  'bytes of a waiting story in Redis': Math.round(((await used()) - early.memory) / (most - early.waits)),
  'of them its job': await redis.memory('USAGE', job),
  'its fields': Object.entries(await redis.hgetall(job)).reduce(
    (sum, [key, value]) => sum + key.length + value.length,
    0,
  ),
};
for (let at = 0; at < crew; at++) hire();
const queued = await going;
for (const child of workers) bury(child);
const after = await used();
const servers = { redis: cost(server), s3: s3 ? cost(s3) : undefined };
for (const child of workers) child.kill('SIGTERM');
redis.disconnect();

const alone = await run(['-o', join(folder, 'alone'), '--jobs', '1']);
const { status } = spawnSync('diff', ['-r', '-q', output, join(folder, 'alone')], { stdio: ['ignore', 2, 2] });
const sizeOf = (path) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .reduce((sum, each) => sum + readFileSync(join(each.parentPath ?? each.path, each.name)).length, 0);
const each = (seconds) => `${((seconds / count) * 1000).toFixed(1)} ms`;
console.table({
  'the shelves are the same': status === 0,
  stories: count,
  'workers killed': total.killed,
  'a machine alone, CPU a story': each(alone.cpu),
  'a machine alone, memory': `${Math.round(alone.memory)} MB`,
  'workers, CPU a story': each(total.cpu),
  'stories a CPU second of workers': (count / total.cpu).toFixed(0),
  'a worker with one thread, memory': `${Math.round(total.memory)} MB`,
  'who sends them, CPU a story': each(queued.cpu),
  'who sends them, memory': `${Math.round(queued.memory)} MB`,
  'Redis, CPU a story': each(servers.redis.cpu),
  'S3 server, CPU a story': servers.s3 ? each(servers.s3.cpu) : '',
  ...waiting,
  'Redis when all is done, more than empty': `${Math.round((after - before) / 1024)} kB`,
  'bytes a story in the store': Math.round(sizeOf(join(folder, 'store')) / count),
  'bytes a story on the shelf': Math.round(sizeOf(output) / count),
});
process.exit(status === 0 ? 0 : 1);
