/** The manual page, docs/fleuron.1, made of what commands declare. In: commands, and the functions of the help. Out: a page for `man`. */

/** Text as man(7) reads it: no hyphen becomes a dash of its own, and no line begins as a request. */
const roff = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');

const quoted = (text) => `"${roff(text).replaceAll('"', '\\(dq')}"`;

/** Paragraphs; examples stand in lines that begin with blanks, and keep them. */
const body = (usage) =>
  usage
    .split(/\n\n+/)
    .map((each) => (/^ /.test(each) ? `.EX\n${roff(each)}\n.EE` : roff(each)))
    .join('\n.PP\n');

const term = (head, about) => `.TP\n.B ${quoted(head)}\n${roff(about)}`;

export function manPage(commands, { commandHead, exitCodeWords, generalSummary, optionHead }) {
  const pages = commands.flatMap((command) => [
    `.SS ${quoted(commandHead(command))}`,
    body(command.usage),
    ...Object.entries(command.options).map(([name, option]) => term(optionHead(name, option), option.about)),
  ]);
  const lines = [
    '.\\" Made by `npm run docs` from scripts/commands/.',
    '.TH FLEURON 1 "" Fleuron "User Commands"',
    '.SH NAME',
    `fleuron \\- ${roff(generalSummary)}`,
    '.SH SYNOPSIS',
    '.B fleuron',
    '.I command',
    '.RI [ option " .\\|.\\|.] [" path " .\\|.\\|.]"',
    '.SH DESCRIPTION',
    ...commands.map((each) => term(commandHead(each), each.summary)),
    '.SH COMMANDS',
    'Each command takes',
    '.BR \\-h ,',
    '.BR \\-\\-help ,',
    'too, and has these options:',
    ...pages,
    '.SH EXIT STATUS',
    ...exitCodeWords.map(([code, words]) => term(`${code}`, words)),
  ];
  return `${lines.join('\n')}\n`;
}
