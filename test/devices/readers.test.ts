import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceName, isSameName } from '../../scripts/devices/device-name.ts';
import { readerOf } from '../../scripts/devices/readers.ts';
import { mountPoints } from '../../scripts/disk/find-readers.ts';

/** A drive's name, the names at its root, and the reader that it is. */
const drives = [
  ['KOBOeReader', ['.kobo', 'Digital Editions', 'book.epub'], 'kobo'],
  ['TOLINO', ['.kobo', 'Books'], 'kobo'],
  ['tolino', ['Books'], 'tolino'],
  ['PB632', ['System', 'applications', 'Books'], 'pocketbook'],
  ['NOOK', ['Digital Editions'], 'nook'],
  ['Kindle', ['documents', 'system'], 'kindle'],
  ['BACKUP', ['documents', 'system'], undefined],
  ['photos', ['DCIM', 'kobo'], undefined],
] as const;

for (const [name, names, reader] of drives)
  test(`${name} with ${names.join(', ')} is ${reader ?? 'no reader'}`, () => {
    assert.equal(readerOf({ name, names }), reader);
  });

/** A title, and its name on a drive. */
const titles = [
  ['A Better World', 'A Better World.epub'],
  ['What: “Why?” <or> not\\/', 'What- “Why-” -or- not.epub'],
  ['  …and then. ', '…and then.epub'],
  ['銀河鉄道の夜', '銀河鉄道の夜.epub'],
  ['Cafe\u0301 \u{1F600} noir', 'Café - noir.epub'],
  ['com1', 'com1-.epub'],
  ['???', 'book.epub'],
  ['\u202Egnp.exe\0', 'gnp.exe.epub'],
] as const;

for (const [title, name] of titles)
  test(`the title ${JSON.stringify(title)} is called ${name} on a drive`, () => {
    assert.equal(deviceName(title, '.epub', ''), name);
  });

test('a path on a Kobo stays within 185 characters, wherever the book goes', () => {
  for (const folder of ['', 'Books', 'a/'.repeat(30)]) {
    const name = deviceName('word '.repeat(100), '.kepub.epub', folder);
    const path = `/mnt/onboard/${folder}/${name}`;
    assert.ok(path.length <= 185 && path.length > 178, `${path.length}`);
    assert.match(name, /word\.kepub\.epub$|[a-z]\.kepub\.epub$/);
  }
});

test('names that differ in letter case or in how an accent is written are one', () => {
  assert.ok(isSameName('Cafe\u0301.EPUB', 'café.epub'));
  assert.ok(!isSameName('cafe.epub', 'café.epub'));
});

test('drives are found among what Linux has mounted, a blank in a name too, disks of the network and the system are not', () => {
  const mountinfo = String.raw`22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /proc rw shared:5 - proc proc rw
41 22 8:17 / /media/me/KOBOeReader rw,nosuid shared:9 - vfat /dev/sdb rw,utf8
42 22 8:33 / /media/me/My\040Reader\134 rw,nosuid shared:9 - vfat /dev/sdc rw,utf8
43 22 0:50 / /mnt/server rw - nfs4 server:/ rw
44 22 0:51 / /mnt/cloud rw - fuse.sshfs me@server: rw
`;
  assert.deepEqual(mountPoints(mountinfo), ['/media/me/KOBOeReader', '/media/me/My Reader\\']);
  assert.deepEqual(mountPoints(''), []);
});
