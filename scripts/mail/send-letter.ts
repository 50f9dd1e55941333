/**
 * Sends a letter by a mail server (RFC 5321), or prints it as a file for a mail program (RFC 5322). Beside `queue/` the only place of the press that uses the network.
 * A password goes out over TLS alone, to a server that shows a certificate that the machine trusts.
 */
import type * as Nodemailer from 'nodemailer';
import { type Problem, problem } from '../report/problem.ts';
import type { Letter } from './letter.ts';

export type Mailer = Pick<typeof Nodemailer, 'createTransport'>;

export interface Account {
  readonly host: string;
  readonly port: number;
  /** Whether TLS comes first (RFC 8314); else the server is asked to begin it, and must (RFC 3207). */
  readonly isSecure: boolean;
  readonly user: string;
  readonly password: string;
}

/** Milliseconds in which a server must answer. */
const patience = 60_000;

/** Sends a letter; answers with `mail-failed` and the server's words where it was not taken. */
export async function sendLetter(letter: Letter, account: Account, mailer: Mailer): Promise<Problem | undefined> {
  const { host, port, isSecure, user, password } = account;
  const transport = mailer.createTransport({
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure,
    auth: { user, pass: password },
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail(messageOf(letter));
    return undefined;
  } catch (error) {
    return problem('mail-failed', undefined, `The letter was not sent: ${whyNot(error, account)}`, whatToDo(error));
  } finally {
    transport.close();
  }
}

/** A letter as bytes of an .eml file; `X-Unsent` lets mail programs open it as one to be sent. */
export async function printLetter(letter: Letter, mailer: Mailer): Promise<Uint8Array> {
  const transport = mailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail({ ...messageOf(letter), headers: { 'X-Unsent': '1' } });
  return message as Uint8Array;
}

const messageOf = ({ attachment, ...letter }: Letter) => ({
  ...letter,
  attachments: [{ ...attachment, content: Buffer.from(attachment.content) }],
});

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown } | null)?.code ?? '');

/** The server's own words on one line, without the password, should it repeat that. */
function whyNot(error: unknown, { host, port, password }: Account): string {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  const words = password === '' ? said : said.replaceAll(password, '…');
  switch (codeOf(error)) {
    case 'EAUTH':
      return `${host} does not take the name and password (${words}).`;
    case 'ECONNECTION':
    case 'EDNS':
    case 'ESOCKET':
    case 'ETIMEDOUT':
      return `${host}, port ${port}, cannot be reached (${words}).`;
    case 'ETLS':
      return `${host} does not begin TLS, without which no password is sent (${words}).`;
    default:
      return `${words || 'the reason is not known'}.`;
  }
}

function whatToDo(error: unknown): string {
  switch (codeOf(error)) {
    case 'EAUTH':
      return 'Many providers want a password made for one program, an “app password”.';
    case 'EENVELOPE':
      return 'Look at the addresses in --from and --kindle.';
    default:
      return 'Look at --smtp, or write the letter with --eml and send it with your mail program.';
  }
}
