/**
 * epub-gen-memory by itself, with its defaults: Markdown becomes HTML through micromark, the parser under remark, and
 * goes in a chapter a file; no typography, checks, notes or contents of one's own. `node bare.cjs title out.epub files…`.
 * The bench bundles it as Fleuron is bundled, so that neither pays for loading hundreds of modules.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { EPub } from 'epub-gen-memory';
import { micromark } from 'micromark';

const [title, out, ...files] = process.argv.slice(2);
const chapters = files.map((file) => {
  const text = readFileSync(file, 'utf8');
  return { title: /^# (.*)/.exec(text)?.[1] ?? title, content: micromark(text) };
});
new EPub({ title, lang: 'en-GB' }, chapters).genEpub().then((epub) => writeFileSync(out, epub));
