/** What esbuild cannot read by itself, or is to read in another way. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Template } from 'ejs';

const scripts = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * epub-gen-memory names lighter parts for places without Node's network; we take those, so that the bundle
 * holds no HTTP client at all. Its HTML pass gets no text from us, so its parser stays out too; so does what it makes names
 * with, as our files have names; the binder collects files and zips them itself; and templates that were compiled already are not compiled again.
 */
export const withoutNetwork = {
  name: 'epub-gen-memory-without-network',
  setup(build) {
    const parts = {
      './predicates': './predicates-nop.js',
      './fetchable': './fetchable-browser.js',
      './html-parse': resolve(scripts, 'bind/no-html-pass.cjs'),
      jszip: resolve(scripts, 'bind/zip-shim.ts'),
      ejs: resolve(scripts, 'templates/ejs-shim.ts'),
      diacritics: resolve(scripts, 'bind/names-shim.cjs'),
      mime: resolve(scripts, 'bind/names-shim.cjs'),
      slugify: resolve(scripts, 'bind/names-shim.cjs'),
    };
    build.onResolve(
      { filter: /^(?:jszip|ejs|diacritics|mime|slugify|\.\/(?:predicates|fetchable|html-parse))$/ },
      ({ path, importer, resolveDir }) =>
        importer.includes('epub-gen-memory') ? { path: resolve(resolveDir, parts[path]) } : undefined,
    );
  },
};

/**
 * A package that a source loads with `import()` is wanted by few books: it becomes a module of its own in `build/packages/`,
 * which the launcher and other programs' door both find from where they lie. `found` gets the packages by the names of these.
 */
export const packagesApart = (found) => ({
  name: 'packages-apart',
  setup(build) {
    build.onResolve({ filter: /^[@\w]/ }, ({ path, kind, importer }) => {
      if (kind !== 'dynamic-import' || importer.includes('node_modules') || path.startsWith('node:')) return undefined;
      const name = path.replace(/^@|\.js$/g, '').replaceAll('/', '-');
      found.set(name, path);
      return { path: `../build/packages/${name}.mjs`, external: true };
    });
  },
});

/** css-tree reads its tables of syntax from its own folder; what it has for browsers holds them. */
export const withCssTables = {
  name: 'css-tables',
  setup(build) {
    build.onLoad({ filter: /css-tree[\\/]lib[\\/](?:data|version)\.js$/ }, ({ path }) => ({
      contents: readFileSync(resolve(dirname(path), '../dist', basename(path)), 'utf8'),
    }));
  },
};

/** tinypool starts threads from a file of its own, which lies beside it; nobody wants to know how much memory each task took, which costs a hundredth of a story. */
export const withThreads = {
  name: 'threads',
  setup(build) {
    build.onLoad({ filter: /tinypool[\\/]dist[\\/]index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('/../entry/worker.js', '/../tinypool-worker.mjs'),
    }));
    build.onLoad({ filter: /tinypool[\\/]dist[\\/]entry[\\/]worker\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('memoryUsage().heapUsed', '0'),
    }));
  },
};

/** Some packages ask whether they are in Node, and import its modules there alone. */
export const withoutNode = {
  name: 'without-node',
  setup(build) {
    build.onResolve({ filter: /^(?:node:.*|module|fs|path|util|url|crypto|stream)$/ }, ({ path, importer }) => {
      if (!importer.includes('node_modules')) return undefined;
      return { path, namespace: 'without-node' };
    });
    build.onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({ contents: 'export default {};' }));
  },
};

/** In a browser no text becomes code: EJS, which does that as soon as it is loaded, stays out with the authors' templates. */
export const withoutEjs = {
  name: 'without-ejs',
  setup(build) {
    build.onResolve({ filter: /^ejs$/ }, ({ path, importer }) =>
      importer.includes('epub-gen-memory') ? undefined : { path, namespace: 'without-ejs' },
    );
    build.onLoad({ filter: /.*/, namespace: 'without-ejs' }, () => ({
      contents: `const refuse = () => { throw new Error('Unexpected template in text, expected one that is compiled'); };
        export { refuse as compile, refuse as render };`,
    }));
  },
};

/** foliate-js reads other kinds of books, too, searches and speaks; the studio shows books in pages of their own size. */
export const withoutOtherBooks = {
  name: 'without-other-books',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' && /foliate-js[\\/]view\.js$/.test(importer) && !/(?:epub|paginator)\.js$/.test(path)
        ? { path: 'other-books', namespace: 'without-other-books' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'without-other-books' }, () => ({
      contents: `throw new Error('Unexpected kind of book, expected an EPUB with text that flows');`,
    }));
  },
};

/** WebAssembly goes in as bytes, also where packages stay outside: Node loads none by itself. */
export const withWebAssembly = {
  name: 'web-assembly',
  setup(build) {
    const require = createRequire(import.meta.url);
    build.onResolve({ filter: /\.wasm$/ }, ({ path }) => ({ path: require.resolve(path) }));
  },
};

/**
 * A template goes in as its text and as a function: what compiles text while it runs is forbidden in many a browser.
 * `press:templates` has all files of `templates/` by their paths there.
 */
export const withTemplates = {
  name: 'templates',
  setup(build) {
    const templates = resolve(scripts, '../templates');
    build.onResolve({ filter: /^press:templates$/ }, ({ path }) => ({ path, namespace: 'templates' }));
    build.onLoad({ filter: /.*/, namespace: 'templates' }, () => {
      const files = readdirSync(templates, { recursive: true, encoding: 'utf8' })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => /\/?[^/.]+\.[^/]+$/.test(path))
        .sort();
      const imports = files.map((path, at) => `import file${at} from './${path}';`);
      const rows = files.map((path, at) => `'${path}': file${at},`);
      return { contents: [...imports, 'export default {', ...rows, '};'].join('\n'), resolveDir: templates };
    });
    build.onLoad({ filter: /\.ejs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const print = compileTemplate(text, basename(path));
      return { loader: 'js', contents: `export default { text: ${JSON.stringify(text)}, print: ${print} };` };
    });
  },
};

const keywords = new Set(
  `arguments break case catch class const continue debugger default delete do else enum eval export extends false finally for
  function if implements import in instanceof interface let new null package private protected public return static super switch
  this throw true try typeof undefined var void while with yield await async of escapeFn locals __output __append`.split(
    /\s+/,
  ),
);

/** EJS looks names up by `with`, which no module may use: here each that a template might mean is taken from its data. */
export function compileTemplate(text, name) {
  const template = new Template(text, { compileDebug: false });
  template.compile();
  const lookup = '  with (locals || {}) {';
  if (template.source.split(lookup).length !== 2) throw new Error(`EJS compiled ${name} to what was not expected`);
  const code = template.source.replaceAll(/__append\("(?:[^"\\]|\\.)*"\)/g, '');
  const words = [...code.matchAll(/(?<![.\w$])[A-Za-z_$][\w$]*/g)].map(([word]) => word);
  const names = [...new Set(words)].filter((word) => !keywords.has(word) && !(word in globalThis)).sort();
  return `(locals, escapeFn) => {\n${template.source.replace(lookup, `  var { ${names.join(', ')} } = locals;\n  {`)}}\n`;
}
