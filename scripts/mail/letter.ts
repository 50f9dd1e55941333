/** The letter that takes a book to a Kindle. In: a book and two addresses. Out: what a mail program needs, as plain data. */
import { type Problem, problem } from '../report/problem.ts';

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Send to Kindle refuses a letter without words. */
  readonly text: string;
  readonly attachment: { readonly filename: string; readonly contentType: string; readonly content: Uint8Array };
}

interface MailedBook {
  readonly title: string;
  /** The name of its file. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Amazon says 200 MB; letters with more than this were refused in practice. */
const mostBytes = 50 * 1024 * 1024;

/** The letter, or why the book is too large for one. */
export function letterOf(book: MailedBook, from: string, to: string): Letter | Problem {
  const { title, name, bytes } = book;
  if (bytes.length > mostBytes)
    return problem(
      'mail-too-large',
      { path: name },
      `The book has ${Math.ceil(bytes.length / 1024 / 1024)} MB, and Send to Kindle takes 50 by mail, so it was not sent.`,
      'Make its pictures smaller, or upload it at amazon.com/sendtokindle.',
    );
  return {
    from,
    to,
    subject: title,
    text: `“${title}” is attached, for your Kindle.\n`,
    attachment: { filename: name, contentType: 'application/epub+zip', content: bytes },
  };
}
