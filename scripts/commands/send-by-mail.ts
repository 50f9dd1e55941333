/** `fleuron send --to kindle`: the book goes out by mail, or into a file for a mail program. */
import { decoded } from '../book/file-names.ts';
import { deviceName } from '../devices/device-name.ts';
import { loadOptional } from '../disk/optional-package.ts';
import { isTaken, overwriteProblem } from '../disk/overwrite.ts';
import { writeBook } from '../disk/write-book.ts';
import { letterOf } from '../mail/letter.ts';
import { type Account, type Mailer, printLetter, sendLetter } from '../mail/send-letter.ts';
import { type Problem, problem } from '../report/problem.ts';
import { bookToSend, type SendOptions, stopWith } from './book-to-send.ts';
import type { UsageError } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { givenPassword } from './given-password.ts';
import type { Reporter } from './reporter.ts';

interface MailWords {
  readonly kindle?: string | undefined;
  readonly from?: string | undefined;
  readonly smtp?: string | undefined;
  readonly 'password-command'?: string | undefined;
  readonly eml?: string | undefined;
}

/** Builds the book and mails it; answers with the exit code, or with what the command line lacks. */
export async function sendByMail(
  options: SendOptions,
  words: MailWords,
  reporter: Reporter,
): Promise<number | UsageError> {
  const route = routeOf(words);
  if ('reason' in route) return route;
  const stop = stopWith(reporter);
  const mailer = (await loadOptional('nodemailer')) as Mailer | undefined;
  if (!mailer) return stop([withoutMailer], exitCodes.problems);
  const { from, to, eml, server } = route;
  const password = server ? await passwordOf(words['password-command']) : '';
  if (typeof password !== 'string') return stop([password], exitCodes.problems);
  const made = await bookToSend(options, options.edition ?? 'kindle', reporter);
  const { value: book, problems, sources } = made;
  if (!book) return stop(problems, exitCodes.problems, sources);
  const letter = letterOf({ ...book, name: deviceName(book.title, '.epub', '') }, from, to);
  if ('rule' in letter) return stop([...problems, letter], exitCodes.problems, sources);
  reporter.stage('sending');
  const failed = server
    ? await sendLetter(letter, { ...server, password }, mailer)
    : (letterInTheWay(eml, book.originals, options.replace) ?? writeBook(eml, await printLetter(letter, mailer)));
  if (failed) return stop([...problems, failed], exitCodes.unwritten, sources);
  const sentence = server
    ? `“${book.title}” was sent to ${to}. Amazon may ask by mail whether you sent it.`
    : `${eml} is a letter to ${to}. Open it with your mail program, and send it.`;
  reporter.finish({ problems, sources, book: server ? to : eml, sentence });
  return exitCodes.done;
}

interface Route {
  readonly from: string;
  readonly to: string;
  /** The mail server; undefined where the letter goes into a file. */
  readonly server: Server | undefined;
  readonly eml: string;
}

/** Who sends to whom, and how: from the command line, else from the environment. */
function routeOf({ kindle, from, smtp, eml }: MailWords): Route | UsageError {
  const { env } = process;
  const addresses = { '--kindle': kindle ?? env['FLEURON_KINDLE'] ?? '', '--from': from ?? env['FLEURON_FROM'] ?? '' };
  const lacking = Object.entries(addresses).filter(([, address]) => !isAddress(address));
  if (lacking.length > 0) {
    const names = lacking.map(([name]) => name).join(' and ');
    const typed = lacking.flatMap(([, address]) => (address === '' ? [] : `“${address}”`)).join(', ');
    const examples = lacking.map(([name]) => `${name} ${name === '--kindle' ? 'me_1@kindle.com' : 'me@example.org'}`);
    return {
      reason: `${names} ${lacking.length > 1 ? 'have' : 'has'} no mail address${typed && `: ${typed}`}. → Add ${examples.join(' ')}`,
    };
  }
  const server = eml === undefined ? serverOf(smtp ?? env['FLEURON_SMTP']) : undefined;
  if (server && 'reason' in server) return server;
  return { from: addresses['--from'], to: addresses['--kindle'], server, eml: eml ?? '' };
}

const isAddress = (word: string): boolean => /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(word);

const withoutMailer = problem(
  'mail-failed',
  undefined,
  'Sending mail needs the package “nodemailer”, which is not installed.',
  'Install it beside Fleuron: npm install nodemailer@10 (with -g if Fleuron is installed with -g).',
);

type Server = Omit<Account, 'password'>;

/** Reads `smtps://NAME@HOST:PORT`; the ports where none is given are those of RFC 8314. */
function serverOf(address: string | undefined): Server | UsageError {
  const example = 'Write --smtp smtps://NAME@HOST, or smtp://NAME@HOST:587.';
  if (address === undefined) return { reason: `No mail server is given. → ${example} Or write --eml letter.eml.` };
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || url.username === '')
    return { reason: `“${address}” is no mail server. → ${example} A sign such as @ in the name is written %40.` };
  if (url.password !== '')
    return {
      reason:
        'A password on a command line can be read by other users. → Leave it out, and set FLEURON_SMTP_PASSWORD or --password-command.',
    };
  const isSecure = url.protocol === 'smtps:';
  const port = url.port === '' ? (isSecure ? 465 : 587) : Number(url.port);
  return { host: url.hostname, port, isSecure, user: decoded(url.username) };
}

/** Never over what was read, and over another file only if told so. */
function letterInTheWay(path: string, originals: Parameters<typeof overwriteProblem>[1], mayReplace: boolean) {
  const found = overwriteProblem(path, originals, { force: true });
  if (found || mayReplace || !isTaken(path)) return found;
  const hint = 'Choose another path with --eml, or write over it with --replace.';
  return problem('file-in-the-way', { path }, 'A file is there, so the letter was not written.', hint);
}

/** The password for the mail server, from the environment or a command. It is kept nowhere. */
async function passwordOf(command: string | undefined): Promise<string | Problem> {
  const password = await givenPassword(command, 'FLEURON_SMTP_PASSWORD');
  if (typeof password === 'string') return password;
  const why = password ? `The command for the password failed: ${password.failure}.` : 'No password is given.';
  return problem(
    'mail-failed',
    undefined,
    why,
    'Set FLEURON_SMTP_PASSWORD, or write --password-command "pass show mail".',
  );
}
