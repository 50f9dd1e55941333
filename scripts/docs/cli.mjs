/** The tables of docs/cli.md, made of what commands declare. Out: a text by the name of the marker it stands under. */

const cell = (text) => text.replaceAll('|', '\\|');
/** Pages of this folder become links. */
const linked = (text) => cell(text).replaceAll(/\bdocs\/([a-z]+\.md)/g, '[$1]($1)');

/** Makes the tables; the functions are those of the help. */
export function cliTables(commands, { commandHead, commandHelp, optionHead, optionRows }) {
  const commandTable = [
    '| command | what it does |',
    '| --- | --- |',
    ...commands.map((each) => `| [\`${cell(commandHead(each))}\`](#${each.name}) | ${linked(each.summary)} |`),
  ];
  const optionTable = [
    '| option | what it does | commands |',
    '| --- | --- | --- |',
    ...optionRows(commands).map(
      ({ name, option, commands: owners }) =>
        `| \`${optionHead(name, option)}\` | ${linked(option.about)} | ${owners.map((each) => `\`${each}\``).join(', ')} |`,
    ),
    '| `-h, --help` | help; with a command, that command’s | all |',
    '| `--version` | the version | |',
  ];
  const pages = commands.map((each) => `### ${each.name}\n\n\`\`\`text\n${commandHelp(each)}\n\`\`\``);
  return { commands: commandTable.join('\n'), options: optionTable.join('\n'), pages: pages.join('\n\n') };
}
