/** `fleuron completion`: a script that lets a shell complete commands, options and their values. */
import { type Description, loadAll } from './command.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';

const shells = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
const shellNames = Object.keys(shells).join(' ');

export const completion = defineCommand({
  name: 'completion',
  summary: 'let a shell complete commands and options',
  usage: `Prints a script for a shell, which then completes commands, options and their values.

  source <(fleuron completion bash)   in ~/.bashrc
  source <(fleuron completion zsh)    in ~/.zshrc, after compinit
  fleuron completion fish | source    in ~/.config/fish/config.fish`,
  options: {},
  positionals: { usage: '<bash | zsh | fish>', least: 1, most: 1, noun: 'shell', example: 'bash' },
  run: async (_, [shell = ''], { all }) => {
    if (!isShell(shell)) return { reason: `There is no completion for “${shell}”, only for bash, zsh and fish.` };
    process.stdout.write(shells[shell](await loadAll(all)));
    return exitCodes.done;
  },
});

const isShell = (name: string): name is keyof typeof shells => Object.hasOwn(shells, name);

const namesOf = (commands: readonly Description[]): string => commands.map(({ name }) => name).join(' ');

function bashScript(commands: readonly Description[]): string {
  const cases = commands.flatMap(({ name, options }) => [
    ...Object.entries(options).flatMap(([option, { choices }]) =>
      choices ? [`${name}:--${option}) words="${choices.join(' ')}" ;;`] : [],
    ),
    `${name}:*) [[ "$word" == -* ]] && words="--${[...Object.keys(options), 'help'].join(' --')}" ;;`,
  ]);
  return `_fleuron() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=
  [ "$COMP_CWORD" -eq 1 ] && words="${namesOf(commands)}"
  case "\${COMP_WORDS[1]}:\${COMP_WORDS[COMP_CWORD-1]}" in
    completion:completion) words="${shellNames}" ;;
    help:help) words="${namesOf(commands)}" ;;
    ${cases.join('\n    ')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _fleuron fleuron
`;
}

function zshScript(commands: readonly Description[]): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`;
}

function fishScript(commands: readonly Description[]): string {
  const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const within = (name: string, rest: string): string =>
    `complete -c fleuron -n '__fish_seen_subcommand_from ${name}' ${rest}\n`;
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c fleuron -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}\n`,
    ...Object.entries(options).map(([option, { type, short, choices, about }]) => {
      const value = choices ? `-x -a ${quote(choices.join(' '))}` : type === 'string' ? '-r' : '';
      return within(name, `-l ${option} ${short ? `-s ${short} ` : ''}${value} -d ${quote(about)}`);
    }),
  ]);
  const words = [
    within('help', `-f -a ${quote(namesOf(commands))}`),
    within('completion', `-f -a ${quote(shellNames)}`),
  ];
  return [...lines, ...words].join('');
}
