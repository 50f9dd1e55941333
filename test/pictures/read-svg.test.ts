import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPicture } from '../../scripts/pictures/read-picture.ts';
import { svg } from './make.ts';

const read = (data: Uint8Array) => readPicture(data, { path: 'a.md' }, 'a.svg');
const written = (data: Uint8Array) => new TextDecoder().decode(read(data).value?.bytes);
/** What stands inside the root of the drawing that is written. */
const inside = (data: Uint8Array) => /^<\?xml[^>]*>\n<svg[^>]*>(.*)<\/svg>\n$/s.exec(written(data))?.[1];
const raw = (markup: string) => new TextEncoder().encode(markup);

const kept: readonly [string, string][] = [
  ['<rect width="5" height="5" fill="#f00"/>', '<rect width="5" height="5" fill="#f00"/>'],
  [
    '<g transform="translate(1, 2) scale(3)"><path d="M0 0L1 1z"/></g>',
    '<g transform="translate(1, 2) scale(3)"><path d="M0 0L1 1z"/></g>',
  ],
  ['<text x="1" y="2">A &amp; B</text>', '<text x="1" y="2">A &amp; B</text>'],
  ['<rect width="1" height="1" style="fill: red; -inkscape-stroke: none"/>', '<rect width="1" height="1" fill="red"/>'],
  ['<circle r="1"/><title>T</title>', '<title>T</title><circle r="1"/>'],
  [
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><circle r="1" fill="url(#a)"/>',
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><circle r="1" fill="url(#a)"/>',
  ],
  ['<circle r="1" fill="url(#nowhere)"/>', '<circle r="1"/>'],
  ['<circle id="c" r="1"/><use href="#c" x="3"/>', '<circle id="c" r="1"/><use xlink:href="#c" x="3"/>'],
  ['<circle id="c" r="1"/><circle id="c" r="2"/>', '<circle id="c" r="1"/><circle r="2"/>'],
  ['<metadata><x:y xmlns:x="urn:z">w</x:y></metadata><circle r="1"/>', '<circle r="1"/>'],
  ['<circle/>', ''],
  ['<g display="none"><circle r="1"/></g><circle r="2" style="display:none"/>', ''],
  [
    '<style>.a, rect { fill: #fff } #b { stroke: red }</style><rect class="a" id="b" width="1" height="1"/>',
    '<rect id="b" width="1" height="1" fill="#fff" stroke="red"/>',
  ],
];
for (const [given, expected] of kept) {
  test(`keeps of ${given}: ${expected || 'nothing'}`, () => {
    assert.equal(inside(svg(given)) ?? '', expected);
    assert.deepEqual(read(svg(given)).problems, []);
  });
}

const active: readonly [string, string, RegExp][] = [
  ['<script>alert(1)</script><circle r="1"/>', '<circle r="1"/>', /<script>/],
  ['<circle r="1" onclick="x()"/>', '<circle r="1"/>', /onclick/],
  ['<image xlink:href="http://a.test/x.png" width="1" height="1"/><circle r="1"/>', '<circle r="1"/>', /<image>/],
  ['<use xlink:href="http://a.test/x.svg#y"/><circle r="1"/>', '<circle r="1"/>', /href/],
  ['<style>@import url(http://a.test/c.css);</style><circle r="1"/>', '<circle r="1"/>', /@import/],
  ['<circle r="1" fill="url(http://a.test/x.svg#y)"/>', '<circle r="1"/>', /fill/],
  ['<circle r="1" style="fill: url(http://a.test/x)"/>', '<circle r="1"/>', /fill/],
  [
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject><circle r="1"/>',
    '<circle r="1"/>',
    /foreignObject/,
  ],
  ['<circle r="1"><animate attributeName="r" to="2"/></circle>', '<circle r="1"/>', /animate/],
  ['<a xlink:href="javascript:x()"><circle r="1"/></a>', '<g><circle r="1"/></g>', /<a>/],
  ['<h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script><circle r="1"/>', '<circle r="1"/>', /script/],
];
for (const [given, expected, words] of active) {
  test(`drops with one warning: ${given}`, () => {
    assert.equal(inside(svg(given)), expected);
    const { problems } = read(svg(given));
    assert.deepEqual(
      problems.map(({ rule, severity }) => [rule, severity]),
      [['picture-cleaned', 'warning']],
    );
    assert.match(problems[0]?.reason ?? '', words);
  });
}

const refused: readonly [string, Uint8Array, string, RegExp][] = [
  [
    'tags that do not match',
    raw('<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>'),
    'picture-corrupt',
    /XML at 1:/,
  ],
  ['no end', raw('<svg xmlns="http://www.w3.org/2000/svg">'), 'picture-corrupt', /XML/],
  ['an entity', raw('<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>'), 'picture-refused', /entity/],
  [
    'an external entity',
    raw(
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    ),
    'picture-refused',
    /DOCTYPE/,
  ],
  [
    'a billion laughs',
    raw(
      '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    ),
    'picture-refused',
    /DOCTYPE/,
  ],
  ['UTF-16', Uint8Array.from(Buffer.from('\uFEFF<svg/>', 'utf16le')), 'picture-refused', /UTF-16/],
  ['bytes that are not UTF-8', Uint8Array.from([...raw('<svg>'), 0xff, ...raw('</svg>')]), 'picture-refused', /UTF-8/],
  ['another kind of XML', raw('<?xml version="1.0"?><note/>'), 'picture-refused', /<note>/],
  [
    'nesting without end',
    raw(`<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(5000)}${'</g>'.repeat(5000)}</svg>`),
    'picture-too-large',
    /deeper/,
  ],
  ['a size of a wall', svg('', 'width="99999" height="99999"'), 'picture-too-large', /99999/],
];
for (const [name, data, rule, words] of refused) {
  test(`refuses ${name}, in one problem`, () => {
    const { value, problems } = read(data);
    assert.equal(value, undefined);
    assert.deepEqual(
      problems.map((each) => each.rule),
      [rule],
    );
    assert.match(problems[0]?.reason ?? '', words);
  });
}

const sizes: readonly [string, number, number, string][] = [
  ['width="10" height="20"', 10, 20, '0 0 10 20'],
  ['width="1in" height="72pt"', 96, 96, '0 0 96 96'],
  ['viewBox="0 0 30 60"', 30, 60, '0 0 30 60'],
  ['width="100%" height="100%" viewBox="0,0,30,60"', 30, 60, '0 0 30 60'],
  ['width="60" viewBox="0 0 30 60"', 60, 120, '0 0 30 60'],
  ['', 300, 150, '0 0 300 150'],
];
for (const [attributes, width, height, box] of sizes) {
  test(`knows the size of <svg ${attributes}>`, () => {
    const picture = read(svg('', attributes)).value;
    assert.deepEqual([picture?.width, picture?.height], [width, height]);
    assert.match(written(svg('', attributes)), new RegExp(` width="[\\d.]+" height="[\\d.]+" viewBox="${box}"`));
  });
}

test('reads what it wrote to the same bytes', () => {
  const once = read(
    svg('<style>.a{fill:red}</style><g class="a"><text>x<tspan dy="1">y</tspan></text></g>', 'viewBox="0 0 3 4"'),
  ).value?.bytes;
  assert.ok(once);
  assert.deepEqual(read(once).value?.bytes, once);
});

test('accepts the DOCTYPE of SVG 1.1, which declares nothing here', () => {
  const data = raw(
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>',
  );
  assert.deepEqual(read(data).problems, []);
});

test('drops a drawing that uses itself, and one that grows without end', () => {
  assert.equal(inside(svg('<g id="a"><use href="#a"/></g>')), '<g id="a"/>');
  const doubling = Array.from(
    { length: 30 },
    (_, at) => `<g id="g${at + 1}"><use href="#g${at}"/><use href="#g${at}"/></g>`,
  ).join('');
  const drawn = inside(svg(`<circle id="g0" r="1"/>${doubling}`)) ?? '';
  assert.ok(drawn.includes('xlink:href="#g9"') && !drawn.includes('xlink:href="#g20"'));
});
