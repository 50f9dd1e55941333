/**
 * The tables of docs/typography.md: examples and languages are set by the press itself, rules are those of the source.
 * Out: a text by the name of the marker it stands under.
 */

/** Texts as an author might type them. One that the press would leave as it is belongs to the second list. */
const changed = [
  `"Don't," she said.`,
  `"He told me, 'Mind the ink,' and I didn't."`,
  `'I never said "now",' said Nell.`,
  `"'Tis the tide," he says.`,
  `Rock 'n' roll from the '50s`,
  `"'Ow 'bout a bite o' supper?"`,
  `"*Stop*," she said. It was *Marigold*'s whistle.`,
  `I never--well, once.`,
  `"What the f-" he began. "But I thought-"`,
  `I never - well, once.`,
  `"I'd have come, only--"`,
  `Captain T---- of the tug`,
  `Well... perhaps.`,
  `He went.... Nothing stirred.`,
  `a plank of 6' 2"`,
  `pages 12-19, in 1939-1945`,
  `It was -5 on the quay.`,
  `a tray of 3 x 4 letters`,
  `1/2 a pound of lead`,
  `Boil it at 100 ºC.`,
  `One  blot , two blots`,
  `Mr. Quoin brought 20 kg of lead at 5 p.m.`,
];
const kept = [
  `I’m sad :( and she <3 him`,
  `a well-known sea-dog`,
  `due on 3/4/1958`,
  'Type `fleuron --help` for more.',
];

/** Languages that book.yaml may name. */
const languages =
  'en en-GB fr fr-CA fr-CH de de-CH es ca eu gl pt pt-BR it nl da nb sv fi is pl cs sk sl hr hu ro bg ru uk lt et el tr he ja zh-Hant';
const sample = `"Now -- 'now' -- or never!"`;

/** Makes the tables; `typesetCommand` and the tables of house styles are the press's. */
export async function typographyTables({ typesetCommand, typographyRules, houseStyles }) {
  const set = async (text, lang) => {
    let out = '';
    await typesetCommand({ lang }, { query() {} }, [text], (part) => {
      out += part;
    });
    return out;
  };
  const row = (...cells) => `| ${cells.join(' | ')} |`;
  const typed = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

  const examples = [row('you type', 'the book has'), row('---', '---')];
  for (const text of changed) {
    const made = await set(text, 'en');
    if (made !== text) examples.push(row(typed(text), visible(made)));
  }
  for (const text of kept) {
    if ((await set(text, 'en')) === text) examples.push(row(typed(text), 'the same'));
  }

  const tongues = [row('`lang`', 'language', ''), row('---', '---', '---')];
  const names = new Intl.DisplayNames('en', { type: 'language' });
  for (const tag of languages.split(' '))
    tongues.push(row(`\`${tag}\``, names.of(tag), visible(await set(sample, tag))));

  const styles = houseStyles.filter((style) => style !== 'off');
  const rules = [
    row('rule', 'what it does', ...styles.map((style) => `\`${style}\``)),
    row('---', '---', ...styles.map(() => ':-:')),
    ...Object.entries(typographyRules).map(([name, rule]) =>
      row(`\`${name}\``, rule.about, ...styles.map((style) => (rule.styles.includes(style) ? '✓' : ''))),
    ),
  ];
  return { examples: examples.join('\n'), languages: tongues.join('\n'), rules: rules.join('\n') };
}

/** Spaces at which no line ends, so that they can be seen. */
function visible(text) {
  return text.replaceAll(/[\u00A0\u202F]/g, '⎵').trimEnd();
}
