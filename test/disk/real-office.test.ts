/** The texts of office programs as LibreOffice itself reads them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { convertOffice, findOffice } from '../../scripts/disk/office.ts';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from '../tools/folder.ts';
import { importFile } from '../tools/import-file.ts';
import { packZip } from '../tools/zip.ts';

const office = findOffice(process.env);
const needed = { skip: office === undefined && 'skipped, because LibreOffice is not here', timeout: 300_000 };

const rtf = String.raw`{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}
{\pard\b\fs48 The Lamp\b0\par}
{\pard It was {\i very} dark, said Ren\'e9.{\footnote\pard\chftn  On the sill.}\par}
{\pard Chapter 2\par}{\pard Nobody came.\par}}`;

const names = ['office', 'text', 'style', 'draw', 'svg', 'xsl-fo'].map((name) => [
  name === 'xsl-fo' ? 'fo' : name,
  name === 'draw' ? 'drawing' : name === 'svg' || name === 'xsl-fo' ? `${name}-compatible` : name,
]);
const declared = names
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** A text of LibreOffice (OpenDocument 1.3, Part 3, §3.1.3). */
const odt = (body: string, styles = ''): Uint8Array =>
  packZip(
    {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'META-INF/manifest.xml':
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
      'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${declared} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ['mimetype'],
  );

const italic =
  '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>';
const story = odt(
  ['Dark', 'Light']
    .map(
      (name) =>
        `<text:h text:outline-level="1">${name}</text:h><text:p>It was <text:span text:style-name="I">${name.toLowerCase()}</text:span> there.<text:note text:id="n${name}" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Of ${name}.</text:p></text:note-body></text:note></text:p>`,
    )
    .join(''),
  italic,
);

async function bring(name: string, bytes: Uint8Array | string) {
  const file = join(makeFolder(), name);
  writeFileSync(file, bytes);
  const { value, problems } = await importFile(file);
  return { texts: value?.manuscript.files.map(({ text }) => text), problems };
}

test('rich text: italics, letters beyond ASCII, notes', needed, async () => {
  const { texts, problems } = await bring('lamp.rtf', rtf);
  assert.match(texts?.join('\n') ?? '', /It was \*very\* dark, said René\.\[\^1\]\n/, JSON.stringify(problems));
  assert.match(texts?.join('\n') ?? '', /\[\^1\]: On the sill\.\n/);
  assert.match(texts?.join('\n') ?? '', /Nobody came\./);
});

test('a text of LibreOffice: chapters, italics, notes, the same each time', needed, async () => {
  const first = await bring('story.odt', story);
  assert.deepEqual(
    first.texts,
    [
      '# Dark\n\nIt was *dark* there.[^1]\n\n[^1]: Of Dark.\n',
      '# Light\n\nIt was *light* there.[^1]\n\n[^1]: Of Light.\n',
    ],
    JSON.stringify(first.problems),
  );
  assert.deepEqual(await bring('story.odt', story), first);
});

test('what is damaged is refused, and the files beside it are read', needed, async () => {
  const { texts, problems } = await bring('broken.rtf', String.raw`{\rtf1\ansi {{{{\bin99999999 abc`);
  assert.equal(texts, undefined);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['import-refused'],
  );
  assert.match(problems[0]?.hint ?? '', /^LibreOffice could not read it either/);
  const made = await convertOffice(
    new Map([
      ['broken.odt', story.slice(0, 300)],
      ['lamp.rtf', Buffer.from(rtf)],
    ]),
  );
  assert.equal(made?.has('lamp.rtf'), true);
});

test('nothing that a document names is fetched or read', needed, async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const secret = join(makeFolder(), 'secret.txt');
  writeFileSync(secret, 'Nobody may read this.');
  const section = (name: string, address: string) =>
    `<text:section text:name="${name}"><text:section-source xlink:href="${address}" text:filter-name="Text"/><text:p>As it was.</text:p></text:section>`;
  const body = `<text:p>Before.</text:p><text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="http://127.0.0.1:${port}/a.png" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>${section('A', `http://127.0.0.1:${port}/b.txt`)}${section('B', `file://${secret}`)}<text:p>After.</text:p>`;
  try {
    const { texts } = await bring('story.odt', odt(body));
    assert.match(texts?.join('') ?? '', /Before\..*After\./s);
    assert.doesNotMatch(texts?.join('') ?? '', /Nobody may read/);
    assert.deepEqual(asked, []);
  } finally {
    server.close();
  }
});

test('a run that is ended leaves no process', needed, async () => {
  const profile = join(makeFolder(), 'profile');
  const out = makeFolder();
  writeFileSync(join(out, 'long.rtf'), `{\\rtf1 ${'It was dark and nobody came.\\par '.repeat(200_000)}}`);
  const args = [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'docx', '--outdir', out];
  const ran = await runTool(office ?? '', [...args, join(out, 'long.rtf')], { env: process.env, seconds: 3 });
  assert.match('failure' in ran ? ran.failure : '', /was ended$/);
  if (process.platform === 'linux')
    assert.deepEqual(
      readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandOf(name).includes(profile)),
      [],
    );
});

function commandOf(process: string): string {
  try {
    return readFileSync(`/proc/${process}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
