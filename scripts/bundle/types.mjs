/** The types of what other programs import. In: the sources. Out: the declarations that these reach, as tsc makes them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** Writes the declarations of sources in `scripts/`, and of all that they name, into a folder. */
export function declare(root, sources, folder) {
  const work = mkdtempSync(join(root, 'build/types-'));
  try {
    emit(root, sources, work);
    rmSync(folder, { recursive: true, force: true });
    const reached = new Set(sources.map((name) => resolve(work, name)));
    for (const path of reached) {
      const text = readFileSync(path.replace(/\.ts$/, '.d.ts'), 'utf8').replaceAll(
        /((?:from|import\()\s*['"])(\.[^'"]+)\.ts(['"])/g,
        (_, before, name, after) => {
          reached.add(resolve(dirname(path), `${name}.ts`));
          return `${before}${name}.js${after}`;
        },
      );
      const target = resolve(folder, relative(work, path)).replace(/\.ts$/, '.d.ts');
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function emit(root, sources, outDir) {
  const scripts = join(root, 'scripts');
  const ambient = readdirSync(scripts, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'));
  const project = join(outDir, 'tsconfig.json');
  const compilerOptions = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: scripts, outDir };
  const files = [...sources, ...ambient].map((name) => join(scripts, name));
  writeFileSync(project, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }));
  const { resolve: locate } = createRequire(join(root, 'package.json'));
  const tsc = join(dirname(locate('typescript/package.json')), 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' });
}
