/** What lies beside the bundles: typefaces and programs in WebAssembly, by the names that the press has for them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const read = (name) => readFileSync(resolve(name));

/** What forms and joins the letters of a script. */
const features = 'ccmp isol init medi fina rlig liga calt rtlm mark mkmk kern locl'.split(' ');

/** The files by their names. Typefaces of other scripts are cut down to their letters and to Latin, of which a title may have a word. */
export async function readAssets(load) {
  const { assetNames } = await load('scripts/book/assets.ts');
  const { scriptTypefaces } = await load('scripts/book/script-typefaces.ts');
  const { subsetFont } = await load('scripts/codecs/subset-font.ts');
  const assets = new Map();
  for (const name of assetNames) {
    const script = scriptTypefaces.find(({ typeface }) => name.startsWith(`${typeface.package}/`));
    const wanted = script && { characters: lettersOf(script), features, nameIds: [7, 13, 14] };
    assets.set(name, wanted ? await subsetFont(read(name), wanted, async (each) => read(each)) : read(name));
  }
  return assets;
}

function lettersOf({ isFor }) {
  const signs = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code));
  return signs
    .filter((sign) => isFor.test(sign) || /[ -\u017F\u200C-\u200F\u2010-\u2027\u202B\u202C]/.test(sign))
    .join('');
}
