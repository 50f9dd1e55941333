import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find } from '../tools/xml.ts';
import { asXml, body, render } from './rendering.ts';

test('a formula is MathML with its TeX for those who cannot see it, and nothing of the tool that made it', async () => {
  const made = await body('# A\n\nSay $a^2$.');
  assert.match(made, /<math xmlns="[^"]+" alttext="a\^2"><msup><mi>a<\/mi><mn>2<\/mn><\/msup><\/math>/);
});

/** Formulas that Temml makes with styles and classes. */
const styled = [
  '\\begin{aligned}a&=b\\\\c&=d\\end{aligned}',
  '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
  '\\color{red}x \\sqrt[3]{x} {}_1^2X \\sideset{_a}{^b}\\sum \\not= \\lim_{n\\to\\infty}',
  "f''(x)=\\begin{cases}1&x>0\\\\0&\\text{else}\\end{cases}\\tag{1}",
  '\\boxed{y} \\cancel{x} \\overline{AB} \\binom{n}{k} \\underbrace{x}_{y}',
];

for (const tex of styled)
  test(`“${tex}” has no style and no class`, async () => {
    const made = await body(`# A\n\n$$${tex}$$`);
    assert.match(made, /<math /);
    const inside = made.slice(made.indexOf('<math'), made.indexOf('</math>'));
    assert.doesNotMatch(inside, /\b(?:style|class|href)=/);
    assert.ok(find(asXml(made), '//*[local-name()="math"]').length > 0);
  });

test('TeX with a fault is printed as it was typed, and told at its line', async () => {
  const { documents, problems } = await render({ 'book.yaml': 'title: T', 'a.md': '# A\n\nB\n\nSay $\\frac{1$ here.' });
  assert.match(documents[0]?.body ?? '', /Say <code class="tex">\$\\frac\{1\$<\/code> here/);
  const [found, ...others] = problems;
  assert.equal(found?.rule, 'formula-unclear');
  assert.equal(found?.place?.start?.line, 5);
  assert.deepEqual(others, []);
});

test('TeX that nests without end, or calls itself, is a fault as any other', async () => {
  for (const tex of [
    `${'{'.repeat(5000)}x${'}'.repeat(5000)}`,
    '\\def\\a{\\a\\a}\\a',
    `x${'^{x'.repeat(3000)}${'}'.repeat(3000)}`,
  ]) {
    const { documents, problems } = await render({ 'book.yaml': 'title: T', 'a.md': `# A\n\n$${tex}$` });
    assert.deepEqual(
      problems.map(({ rule }) => rule).filter((rule) => rule !== 'formula-unclear'),
      [],
    );
    assert.ok(documents.length > 0);
  }
});
