/** The form that dresses a book: its groups, and a row for each key. What a key means, and which values it takes, is in `book/metadata-schema.ts`. */
import { coverColours, type designOptions, valuesOf } from '../../../book/design.ts';
import { titleOfName } from '../../../book/file-names.ts';
import { houseStyles, outermostQuotes } from '../../../book/house-styles.ts';
import { themeNames, themes } from '../../../book/themes.ts';

/** How a value is typed. */
type FieldForm =
  /** One line. */
  | 'line'
  /** Several lines. */
  | 'text'
  /** Words with commas between them, or one to a line where they have commas of their own. */
  | 'list'
  /** The same, of which one stands alone and not in a list. */
  | 'one-or-more'
  /** Names, with what each did. */
  | 'people'
  | 'yes-no'
  | 'choice';

export interface Field {
  /** The key, and within a mapping the key of that. */
  readonly key: readonly [top: string, inside?: string];
  readonly label: string;
  readonly form: FieldForm;
  /** Of a choice: what it takes; the first is what the press does where nothing is said. */
  readonly choices?: readonly string[] | undefined;
  /** In the place of the schema’s words. */
  readonly help?: string | undefined;
  /** What is typed often. */
  readonly examples?: readonly string[] | undefined;
  /** Of people: whether what they did is asked. */
  readonly hasRoles?: boolean | undefined;
}

export interface FieldGroup {
  readonly name: string;
  readonly fields: readonly Field[];
}

const line = (key: string, label: string): Field => ({ key: [key], label, form: 'line' });
const list = (key: string, label: string): Field => ({ key: [key], label, form: 'list' });
const yesNo = (key: string, label: string): Field => ({ key: [key], label, form: 'yes-no' });
const choice = (key: Field['key'], label: string, choices: readonly string[], help?: string): Field => ({
  key,
  label,
  form: 'choice',
  choices,
  help,
});

/** How a book differs from its theme. */
const option = (name: keyof typeof designOptions, label: string): Field =>
  choice(['design', name], label, ['', ...valuesOf(name)]);

export const fieldGroups: readonly FieldGroup[] = [
  {
    name: 'The book',
    fields: [
      { ...line('title', 'Title'), help: '' },
      { ...line('subtitle', 'Subtitle'), help: '' },
      { key: ['author'], label: 'Author', form: 'people', help: '' },
      { key: ['contributors'], label: 'Others who had a hand in it', form: 'people', hasRoles: true },
      { key: ['series', 'name'], label: 'Series', form: 'line', help: '' },
      { key: ['series', 'position'], label: 'Which one of the series', form: 'line', help: 'A number like 2, or 2.5.' },
      { key: ['lang'], label: 'Language', form: 'one-or-more', examples: ['en', 'en-GB', 'de', 'fr', 'es'] },
      { key: ['description'], label: 'Summary', form: 'text' },
      list('tags', 'Tags'),
    ],
  },
  {
    name: 'For readers of fan fiction',
    fields: [
      {
        ...line('rating', 'Rating'),
        examples: ['General Audiences', 'Teen And Up Audiences', 'Mature', 'Explicit', 'Not Rated'],
      },
      list('warnings', 'Warnings'),
      list('fandoms', 'Fandoms'),
      list('relationships', 'Relationships'),
      list('characters', 'Characters'),
      { ...line('status', 'Status'), examples: ['Complete', 'In progress'] },
      line('chapters', 'Chapters'),
    ],
  },
  {
    name: 'Rights and dates',
    fields: [
      line('isbn', 'ISBN'),
      { key: ['identifier'], label: 'Identifier', form: 'one-or-more' },
      line('publisher', 'Publisher'),
      line('date', 'Published on'),
      line('rights', 'Rights'),
      { ...line('licence', 'Licence'), examples: ['CC BY 4.0', 'CC BY-SA 4.0', 'CC BY-NC-ND 4.0', 'CC0 1.0'] },
      line('source', 'Source'),
    ],
  },
  {
    name: 'Look',
    fields: [
      choice(['theme'], 'Theme', themeNames),
      { ...line('ornament', 'Between scenes'), examples: ['❦', '* * *', '⁂', '~', '• • •'] },
      line('heading-image', 'Picture above chapters'),
      option('opening', 'A chapter’s first words'),
      option('number', 'Numbers of chapters'),
      option('number-place', 'Where the number stands'),
      option('paragraphs', 'Paragraphs'),
      option('alignment', 'Ends of lines'),
      { key: ['design', 'hyphenation'], label: 'Divide words at the ends of lines', form: 'yes-no' },
      choice(['design', 'ornament-colour'], 'Colour of ornaments', ['', ...coverColours]),
      yesNo('embed-fonts', 'Put the theme’s typefaces into the book'),
      choice(
        ['typography', 'style'],
        'Quotation marks and dashes',
        houseStyles,
        'The house style that marks are set by.',
      ),
      choice(
        ['typography', 'quotes'],
        'Outermost quotation marks',
        ['', ...outermostQuotes],
        'Single or double, however they are typed.',
      ),
      choice(['notes'], 'Notes stand at the end of each', ['chapter', 'part', 'book']),
      choice(['toc-depth'], 'How deep the contents go', ['2', '1', '3', '4', '5', '6']),
      choice(['writing-mode'], 'How lines run', ['horizontal-tb', 'vertical-rl']),
      yesNo('half-title', 'A first page with the title alone'),
      yesNo('copyright-page', 'A page of rights, licence, publisher and ISBNs'),
      yesNo('colophon', 'A last page that tells how the book was made'),
      yesNo('draw-cover', 'Draw a cover where there is none'),
    ],
  },
];

/** What is said of a cover of one’s own; stands beside the covers. */
export const coverFields: readonly Field[] = [
  line('cover-alt', 'What your cover shows'),
  yesNo('cover-title', 'Set title and authors on your picture'),
];

/** Keys that the covers choose. */
export const coverKeys: readonly string[] = ['cover', 'cover-alt', 'cover-title', 'cover-colours', 'cover-composition'];

/** Choices in other words than those that are typed. */
export const choiceNames: Readonly<Record<string, string>> = {
  '': 'As the style or the theme has it',
  single: '‘Single’',
  double: '“Double”',
  ...Object.fromEntries(
    Object.entries(themes).map(([name, { typeface }]) => [name, `${titleOfName(name)}, in ${typeface.family}`]),
  ),
  'horizontal-tb': 'Across the page',
  'vertical-rl': 'From top to bottom, as in Japanese',
  1: 'Chapters alone',
  2: 'Chapters and the headings in them',
  3: 'And the headings below those',
};
