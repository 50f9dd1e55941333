/** Who is let in by `fleuron serve`: the password and the certificate that a command line gives. */
import { randomInt } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { Limits } from '../book/limits.ts';
import { readRegular } from '../disk/read-regular.ts';
import type { UsageError } from './command.ts';
import { givenPassword } from './given-password.ts';

export interface AccessWords {
  readonly lan?: boolean | undefined;
  readonly 'password-command'?: string | undefined;
  readonly 'tls-cert'?: string | undefined;
  readonly 'tls-key'?: string | undefined;
}

interface Certificate {
  readonly cert: Uint8Array;
  readonly key: Uint8Array;
}

/** The certificate and its key, where they are given. */
export function tlsOf(
  { 'tls-cert': cert, 'tls-key': key }: AccessWords,
  limits: Limits,
): Certificate | UsageError | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    return { reason: 'A certificate and its key belong together. → Write --tls-cert FILE and --tls-key FILE.' };
  const [certFile, keyFile] = [readRegular(cert, 'text', limits), readRegular(key, 'text', limits)];
  if (!('bytes' in certFile)) return { reason: `The certificate “${cert}” ${certFile.reason}, so nothing was opened.` };
  if (!('bytes' in keyFile)) return { reason: `The key “${key}” ${keyFile.reason}, so nothing was opened.` };
  try {
    createSecureContext({ cert: Buffer.from(certFile.bytes), key: Buffer.from(keyFile.bytes) });
  } catch {
    return { reason: `“${cert}” and “${key}” are no certificate and its key in PEM, so nothing was opened.` };
  }
  return { cert: certFile.bytes, key: keyFile.bytes };
}

interface GivenPassword {
  readonly password: string | undefined;
  /** Whether nobody knows it yet. */
  readonly isMade: boolean;
}

/** The password for the network; on this machine alone there is none, unless one is given. */
export async function passwordOf({
  lan = false,
  'password-command': command,
}: AccessWords): Promise<GivenPassword | UsageError> {
  const password = await givenPassword(command, 'FLEURON_SHELF_PASSWORD');
  if (typeof password === 'object')
    return { reason: `The command for the password failed: ${password.failure}. Nothing was opened.` };
  if (password === '') return { reason: 'The command for the password printed none. Nothing was opened.' };
  return password !== undefined || !lan ? { password, isMade: false } : { password: madePassword(), isMade: true };
}

/** 59 bits in letters and digits that nobody mistakes for others, and that are soon typed on an e-reader. */
const madePassword = (): string =>
  Array.from({ length: 12 }, () => 'abcdefghjkmnpqrstuvwxyz23456789'.charAt(randomInt(31)))
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
