/**
 * Tells runs of the press apart that write to one folder, in other containers and on other machines too. A process number
 * means something only where it was given: in one PID namespace, since one start of the system.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

/** Where the numbers of this process and of its neighbours were given: eight hexadecimal digits. */
const here = numbering();

/** This run, as it is written into the names of half-written files and into locks: `1f00ba11.4711`. */
export const ownRun = (): string => `${here}.${process.pid}`;

/** Whether another run has ended; undefined where nobody can know here, for its number was given elsewhere. */
export function hasEnded(run: string): boolean | undefined {
  const [given, pid = ''] = run.split('.');
  if (given !== here || !/^\d{1,10}$/.test(pid)) return undefined;
  if (Number(pid) === process.pid) return true; // the number was given again: we left nothing there
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as { readonly code?: unknown }).code !== 'EPERM';
  }
}

/** Only Linux says which start and which namespace this is; elsewhere each run is known to itself alone. */
function numbering(): string {
  let place: string | Buffer;
  try {
    place = `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')}${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    place = randomBytes(16);
  }
  return createHash('sha256').update(place).digest('hex').slice(0, 8);
}
