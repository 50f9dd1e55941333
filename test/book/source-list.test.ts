import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printSourceList, readSourceList } from '../../scripts/book/source-list.ts';

const sum = 'a'.repeat(64);

test('a list of sources is read back as it was, whatever the names hold', () => {
  const files = new Map(
    ['z.md', 'a.md', 'a b.md', 'back\\slash.md', 'line\nend.md', '第一章.md'].map((path) => [path, sum]),
  );
  const read = readSourceList(printSourceList({ version: '1.2.3', files }));
  assert.equal(read?.version, '1.2.3');
  assert.deepEqual([...(read?.files ?? [])].sort(), [...files].sort());
});

test('the order of the files does not matter, and names are escaped as coreutils do', () => {
  const list = (paths: readonly string[]) =>
    printSourceList({ version: '1', files: new Map(paths.map((path) => [path, sum])) });
  assert.equal(list(['b', 'a']), list(['a', 'b']));
  assert.equal(list(['a\\b']).split('\n')[1], `\\${sum}  a\\\\b`);
});

test('what is no list is not read', () => {
  assert.equal(readSourceList('hello\n'), undefined);
  assert.equal(readSourceList(`${sum.slice(1)}  a\n`), undefined);
});
