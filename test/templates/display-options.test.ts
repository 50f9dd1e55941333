import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDisplayOptions } from '../../scripts/templates/display-options.ts';
import { templatesOf } from '../../scripts/templates/press-templates.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles } from '../tools/folder.ts';

const option = '<option name="specified-fonts">true</option>';

const cases: readonly (readonly [string, string | undefined])[] = [
  [String(templatesOf('classic')['com.apple.ibooks.display-options.xml']), undefined],
  [`<!-- mine -->\n<display_options><platform name="iphone">${option}</platform></display_options>`, undefined],
  ['<!DOCTYPE d SYSTEM "http://tracker.example/x.dtd">\n<display_options/>', '1:51 a DOCTYPE'],
  [
    '<?xml version="1.0"?>\n<?xml-stylesheet href="http://tracker.example/x.css"?><display_options/>',
    '2:55 a processing instruction',
  ],
  ['<?xml version="1.0" encoding="ISO-8859-1"?><display_options/>', '1:44 an encoding other than UTF-8'],
  ['<display_options>\n<platform name="*">', '2:20 XML that is not well-formed'],
  ['<display_options>&x;</display_options>', '1:21 XML that is not well-formed'],
  ['', '1:1 XML that is not well-formed'],
  [`<display_options>${option}</display_options>`, '1:49 an element that is none of them'],
  ['<display_options xmlns:x="http://tracker.example/"/>', '1:53 an element that is none of them'],
];
for (const [text, wanted] of cases)
  test(`options for Apple Books ${wanted === undefined ? 'are taken' : `with ${wanted} are refused`}`, () => {
    const [found] = checkDisplayOptions(text);
    const { line, column } = found?.place?.start ?? {};
    const said = found && `${line}:${column} ${/^There is (.*) in the options/.exec(found.reason)?.[1]}`;
    assert.equal(said, wanted);
  });

test('a stranger’s options with a DOCTYPE make no book', async () => {
  const manuscript = makeFiles({
    'a.md': '# A\n\nWords.\n',
    'templates/com.apple.ibooks.display-options.xml':
      '<!DOCTYPE d SYSTEM "http://tracker.example/x.dtd"><display_options/>',
  });
  const { status, stderr } = await fleuron(['build', manuscript, '-o', `${manuscript}/b.epub`, '--untrusted']);
  assert.equal(status, 1);
  assert.match(
    stderr,
    /\/templates\/com\.apple\.ibooks\.display-options\.xml:1:51 error template-failed There is a DOCTYPE/m,
  );
});
