/** The licences of what `build/` holds of other packages. In: paths of files in node_modules. Out: one text. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What is compiled into WebAssembly that a package's own files say nothing of. */
const notices = {
  '@cornerstonejs/codec-libjpeg-turbo-8bit':
    'Contains libjpeg-turbo (https://libjpeg-turbo.org), under the IJG License, the Modified (3-clause) BSD License and the zlib License. This software is based in part on the work of the Independent JPEG Group.',
  '@jsquash/avif':
    'Contains libavif (https://github.com/AOMediaCodec/libavif), BSD-2-Clause, and libaom (https://aomedia.googlesource.com/aom), BSD-2-Clause and the Alliance for Open Media Patent License 1.0.',
  '@resvg/resvg-wasm':
    'The source is at https://github.com/yisibl/resvg-js and https://github.com/linebender/resvg; the Mozilla Public License 2.0 is at https://mozilla.org/MPL/2.0/.',
};

/** The licences of the packages of these files, each with every licence and notice that lies in it. */
export function licencesOf(root, inputs) {
  const packages = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  return [...packages]
    .sort()
    .map((path) => {
      const folder = resolve(root, path);
      const { name, version, license } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((each) => /(?:^|[\\/])(?:licen[cs]e|notice|copying|third_party)[^\\/]*$/i.test(each))
        .filter((each) => !/node_modules|\.[cm]?[jt]s$/.test(each))
        .sort();
      const texts = files.map((each) => readFileSync(resolve(folder, each), 'utf8').trim());
      return [`${name} ${version} (${license})`, notices[name] ?? [], ...texts].flat().join('\n\n');
    })
    .join('\n\n----\n\n');
}
