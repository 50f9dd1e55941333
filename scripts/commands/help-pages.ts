/** The pages of the help, made of what commands say of themselves. In: descriptions. Out: texts for a terminal. */
import type { Description, Option } from './command.ts';

const width = 100;

/** What the press is, in a line. */
export const generalSummary = 'a press for people who write and keep stories';

/** What exit codes mean (`exit-codes.ts`). */
export const exitCodeWords = [
  [0, 'done'],
  [1, 'the manuscript has errors, nothing was written'],
  [2, 'a wrong command line'],
  [3, 'the book could not be written'],
  [4, 'what was verified is damaged'],
  [5, 'what was verified is not all proved'],
  [70, 'a fault of Fleuron’s own'],
] as const;

/** An option of some commands: one that says something else of itself in another command is another row. */
interface OptionRow {
  readonly name: string;
  readonly option: Option;
  readonly commands: readonly string[];
}

/** Every option of these commands, with those that have it; rows of one name stand together. */
export function optionRows(commands: readonly Description[]): readonly OptionRow[] {
  const rows = new Map<string, { name: string; option: Option; commands: string[] }>();
  for (const command of commands)
    for (const [name, option] of Object.entries(command.options)) {
      const key = `${name} ${option.about}`;
      const row = rows.get(key) ?? { name, option, commands: [] };
      row.commands.push(command.name);
      rows.set(key, row);
    }
  const names = [...new Set([...rows.values()].map(({ name }) => name))];
  return [...rows.values()].sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
}

/** `-o, --output PATH`. */
export function optionHead(name: string, { short, value }: Option): string {
  return `${short ? `-${short}, ` : ''}--${name}${value === undefined ? '' : ` ${value}`}`;
}

/** `fleuron init <folder>`. */
export const commandHead = ({ name, positionals }: Description): string =>
  `fleuron ${name} ${positionals.usage}`.trimEnd();

/** The page of one command: how it is called, what it does, its options. */
export function commandHelp(command: Description): string {
  const rows = [
    ...Object.entries(command.options),
    ['help', { type: 'boolean', short: 'h', about: 'this page' }] as const,
  ];
  const list = columns(rows.map(([name, option]) => [head(name, option), option.about]));
  return `${commandHead(command)} [options]\n\n${wrapParagraphs(command.usage)}\n\n${list}`;
}

/** What is said where no command is given: which there are. */
export const shortHelp = (commands: readonly Description[]): string => `fleuron: ${generalSummary}

${columns(commands.map((each) => [commandHead(each), each.summary]))}

A manuscript is a folder of Markdown, one Markdown file, or one story to import (.txt, .html, .docx, .epub).`;

/** The first page: every command, the options that most of them have, and what the exit codes mean. */
export function generalHelp(commands: readonly Description[]): string {
  const shared = optionRows(commands).filter(({ commands: owners }) => owners.length > commands.length / 2);
  const rows = shared.map(({ name, option }) => [head(name, option), option.about] as const);
  return `${shortHelp(commands)}

${columns([...rows, ['-h, --help', 'this page; with a command, that command’s and all of its options'], ['    --version', '']])}

${wrap(`Exit codes: ${exitCodeWords.map(([code, words]) => `${code} ${words}`).join('; ')}.`, 0)}`;
}

const head = (name: string, option: Option): string => `${option.short ? '' : '    '}${optionHead(name, option)}`;

/** Two columns, the second of them in lines that fit. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([first]) => first.length)) + 4;
  return rows
    .map(([first, second]) => `  ${first}`.padEnd(left) + wrap(second, left))
    .join('\n')
    .replace(/ +$/gm, '');
}

/** Lines that fit; examples, which are indented, stay as they are. */
function wrapParagraphs(text: string): string {
  const paragraphs = text.split('\n\n');
  return paragraphs.map((each) => (each.startsWith('  ') ? each : wrap(each.replaceAll('\n', ' '), 0))).join('\n\n');
}

function wrap(text: string, indent: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trimStart();
    if (indent + line.length <= width || lines.at(-1) === '') lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
