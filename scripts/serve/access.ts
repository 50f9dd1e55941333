/**
 * Who may see a shelf. In: what a request says of itself. Out: why it is refused, if it is. On this machine alone everybody who can reach
 * it; in a network whoever knows the password (HTTP Basic, RFC 7617).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { isOfOtherSite } from '../studio/server/access.ts';

export interface ShelfAccess {
  /** Undefined where only this machine reaches the shelf. */
  readonly password: string | undefined;
  readonly scheme: 'http' | 'https';
  /** Names by which this machine is known, in lower case. */
  readonly hosts: readonly string[];
}

interface Refusal {
  readonly status: 401 | 403 | 429;
  readonly reason: string;
}

/** So many wrong passwords may come from an address in a minute: nobody types more, and nobody guesses one. */
const mostTries = 20;
const minute = 60_000;

type Gate = (request: IncomingMessage) => Refusal | undefined;

/** `now` gives milliseconds. */
export function createGate({ password, scheme, hosts }: ShelfAccess, now: () => number): Gate {
  const expected = password === undefined ? undefined : digestOf(password);
  let since = 0;
  const tries = new Map<string, number>();

  /** Counts wrong passwords; all are forgotten after a minute. */
  function isGuessing(from: string, more: 0 | 1): boolean {
    if (now() - since > minute) {
      since = now();
      tries.clear();
    }
    const count = (tries.get(from) ?? 0) + more;
    if (more > 0) tries.set(from, count);
    return count > mostTries;
  }

  return ({ headers, socket }) => {
    if (!isOwnHost(headers.host ?? '', hosts))
      return {
        status: 403,
        reason: 'This shelf does not go by that name. Use the address that “fleuron serve” has printed.',
      };
    if (isOfOtherSite(headers, true, scheme)) return { status: 403, reason: 'This shelf is for its own pages alone.' };
    if (!expected) return undefined;
    const from = socket.remoteAddress ?? '';
    const given = passwordOf(headers.authorization);
    const isRight = given !== undefined && timingSafeEqual(digestOf(given), expected);
    if (isGuessing(from, given === undefined || isRight ? 0 : 1))
      return { status: 429, reason: 'Too many wrong passwords. Wait a minute.' };
    return isRight ? undefined : { status: 401, reason: 'This shelf has a password.' };
  };
}

/** Another name may lead here (DNS rebinding); a number is nobody’s name. */
function isOwnHost(host: string, hosts: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/:\d{1,5}$/, '');
  return isIP(name.replace(/^\[(.+)\]$/, '$1')) > 0 || hosts.includes(name);
}

/** The password of a header; any name goes with it. */
function passwordOf(header: string | undefined): string | undefined {
  const [, encoded] = /^basic +([A-Za-z\d+/=]+)$/i.exec(header ?? '') ?? [];
  return (
    encoded &&
    Buffer.from(encoded, 'base64')
      .toString('utf8')
      .replace(/^[^:]*:/, '')
  );
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text.normalize('NFC')).digest();
