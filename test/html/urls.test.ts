import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseUrl } from '../../scripts/html/urls.ts';

const outside: readonly [string, string][] = [
  ['http://a.test', 'http://a.test/'],
  [' HTTPS://A.test/é ü?q=“x”#ñ ', 'https://a.test/%C3%A9%20%C3%BC?q=%E2%80%9Cx%E2%80%9D#%C3%B1'],
  ['http://a.test/%', 'http://a.test/%25'],
  ['http://a.test/a%zz', 'http://a.test/a%25zz'],
  ['http://a.test/[]{}|^`', 'http://a.test/%5B%5D%7B%7D%7C%5E%60'],
  ['http://a.test/#a#b', 'http://a.test/#a%23b'],
  ['//a.test/x', 'https://a.test/x'],
  ['mailto:a b@c.test', 'mailto:a%20b@c.test'],
  ['tel:+1-2', 'tel:+1-2'],
];
for (const [written, href] of outside) {
  test(`writes ${JSON.stringify(written)} as every checker reads it`, () => {
    assert.deepEqual(parseUrl(written), { kind: 'outside', href });
    assert.deepEqual(parseUrl(href), { kind: 'outside', href }, 'and leaves that alone');
  });
}

for (const written of [
  'javascript:x()',
  'java\nscript:x()',
  '\u0001javascript:x()',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  'blob:x',
  'http://[bad',
  'http://',
  'http://a.test:99999/',
  'https://../',
  'https://a.`b/',
  'ftp://a.test/',
]) {
  test(`refuses ${JSON.stringify(written)}`, () => {
    assert.deepEqual(parseUrl(written), { kind: 'refused' });
  });
}

for (const written of ['', '#x', 'two.md#x', '../a.md', 'a b.md', '?q']) {
  test(`leaves ${JSON.stringify(written)} to those who know the book`, () => {
    assert.deepEqual(parseUrl(written), { kind: 'inside', href: written });
  });
}
