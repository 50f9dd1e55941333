/**
 * Runs Ace over many books in one browser. Started by `ace.ts` as a program of its own, because Ace is not one of our
 * packages: it is loaded from the folder that comes first, and the books follow. Prints one line of JSON per book.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, ...books] = process.argv.slice(2);
const fromFolder = createRequire(join(folder, 'package.json'));
const fromCli = createRequire(fromFolder.resolve('@daisy/ace-cli'));
const runner = fromCli('@daisy/ace-axe-runner-puppeteer');
const fromShared = createRequire(fromCli.resolve('@daisy/ace-cli-shared'));
const ace = fromShared('@daisy/ace-core');
const winston = fromShared('winston');

winston.configure({ silent: true, transports: [new winston.transports.Console({ silent: true })] });

// Ace starts and ends a browser for every book; ours lives for all of them.
const oneBrowser = { ...runner, launch: async () => {}, close: async () => {} };

await runner.launch();
try {
  for (const book of books) {
    const said = await ace(
      book,
      { cwd: process.cwd(), outdir: `${book}-ace`, silent: true, jobid: '' },
      oneBrowser,
    ).then(
      ([, report]) => ({ book, report }),
      (error) => ({ book, failure: String(error?.message ?? error) }),
    );
    console.log(JSON.stringify(said));
  }
} finally {
  await runner.close();
}
process.exit(0);
