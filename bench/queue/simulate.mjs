/**
 * How many threads an archive needs, and how long its stories wait: arrivals by chance (Poisson) with the day's ups and downs, first come first served.
 *
 *     node bench/queue/simulate.mjs --rate 20 --milliseconds 20
 *
 * `rate` is the mean of stories a second in a day; the busiest hour has twice the mean of the quietest, as AO3's busiest day has twice the views of a low one.
 */
import { parseArgs } from 'node:util';
import { numbers } from '../library/cut.mjs';

const { values: asked } = parseArgs({
  options: {
    rate: { type: 'string', multiple: true, default: ['1', '5', '20', '100'] },
    milliseconds: { type: 'string', default: '20' },
    bytes: { type: 'string', default: '1500' },
    seconds: { type: 'string', default: '86400' },
  },
});

const [least, most] = [1, 20]; // kB of words, spread evenly on a logarithmic scale, as the stories that are measured
const mean = (most - least) / Math.log(most / least);

/** One day with so many threads: waiting times in seconds, and the most stories that waited at once. */
function simulate(rate, threads, service) {
  const next = numbers(7);
  const free = new Float64Array(threads); // when each thread is free; a heap, the earliest first
  const down = (time) => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < threads && free[child + 1] < free[child]) child++;
      if (child >= threads || free[child] >= time) break;
      free[at] = free[child];
      at = child;
    }
    free[at] = time;
  };
  const waits = [];
  const begun = []; // when those that wait are begun, in order
  let [time, oldest, longest] = [0, 0, 0];
  while (time < Number(asked.seconds)) {
    const now = rate * (1 + Math.sin((2 * Math.PI * time) / 86_400) / 3); // from two thirds to four thirds
    time -= Math.log(1 - next()) / now;
    const start = Math.max(time, free[0]);
    waits.push(start - time);
    begun.push(start);
    while (begun[oldest] <= time) oldest++;
    longest = Math.max(longest, begun.length - oldest);
    down(start + (service * least * (most / least) ** next()) / mean);
  }
  waits.sort((one, other) => one - other);
  const at = (share) => waits[Math.floor(share * (waits.length - 1))];
  return { median: at(0.5), p99: at(0.99), longest: waits.at(-1), waiting: longest };
}

const service = Number(asked.milliseconds) / 1000;
const rows = asked.rate.map(Number).flatMap((rate) => {
  const busiest = Math.ceil((rate * service * 4) / 3);
  return [...new Set([busiest, Math.ceil(busiest * 1.5), busiest * 2])].map((threads) => {
    const { median, p99, longest, waiting } = simulate(rate, threads, service);
    return {
      'stories a second': rate,
      'a day': Math.round(rate * 86_400),
      threads,
      'median wait': `${median.toFixed(2)} s`,
      '99 of 100 wait less than': `${p99.toFixed(2)} s`,
      'longest wait': `${longest.toFixed(1)} s`,
      'most that wait': waiting,
      'Redis for them': `${Math.ceil((waiting * Number(asked.bytes)) / 1024)} kB`,
    };
  });
});
console.table(rows);
