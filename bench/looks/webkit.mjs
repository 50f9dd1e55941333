import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { findProgram, missing } from './find.mjs';

const browsers = ['4.1', '4.0', '6.0'].flatMap((version) => [
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
  `/usr/libexec/webkit2gtk-${version}/MiniBrowser`,
]);

/** WebKitGTK, the nearest engine to Apple Books that runs here, with our reading app in it; `use` gets it (see `reading.mjs`). */
export const withWebkit = (address, use) =>
  withSession((ask) =>
    use({
      async open(book, { width, height, night }) {
        const query = new URLSearchParams({ book, width, height, night });
        await ask('POST', '/url', { url: `${address}/app/reader.html?${query}` });
        await run(
          ask,
          'while (!window.reader) await new Promise((done) => setTimeout(done, 20)); await reader.opened;',
        );
        await fit(ask, width, height);
      },
      call: (name, ...args) => run(ask, `return await reader[${JSON.stringify(name)}](...${JSON.stringify(args)});`),
      shoot: async () => Buffer.from(await ask('GET', '/screenshot'), 'base64'),
    }),
  );

/**
 * Starts WebKitGTK on a screen of its own, and ends it after `use`, which gets what asks WebDriver: a method, a path below the
 * session, a body. `env` has what the browser is to find in its environment.
 */
export async function withSession(use, env = process.env) {
  const binary = findProgram('MiniBrowser', ...browsers);
  const port = await freePort();
  const driver = spawn(
    findProgram('xvfb-run'),
    ['-a', '-s', '-screen 0 1400x1500x24', findProgram('WebKitWebDriver'), `--port=${port}`],
    { stdio: 'ignore', detached: true, env }, // a group of its own, so that the X server ends with it
  );
  try {
    const ask = await connect(`http://127.0.0.1:${port}`, binary);
    try {
      await ask('POST', '/timeouts', { script: 60_000 });
      return await use(ask);
    } finally {
      await ask('DELETE', '').catch(() => undefined);
    }
  } finally {
    process.kill(-driver.pid);
  }
}

/** Makes the window such that the page within its bars has this size; its bars may keep it wider than a phone. */
async function fit(ask, width, height) {
  const inner = await run(ask, 'return [innerWidth, innerHeight];');
  const outer = await ask('GET', '/window/rect');
  await ask('POST', '/window/rect', {
    width: outer.width + width - inner[0],
    height: outer.height + height - inner[1],
  });
}

/** Runs a piece of page script that may wait. */
function run(ask, body) {
  const script = `const done = arguments[arguments.length - 1]; (async () => { ${body} })().then(done, (error) => done('' + error));`;
  return ask('POST', '/execute/async', { script, args: [] });
}

/** Opens a session once the driver listens; the answer asks one WebDriver question and returns its value. */
async function connect(driver, binary) {
  const options = { binary, args: ['--automation'] };
  const body = JSON.stringify({ capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
  let problem;
  for (let attempt = 0; attempt < 60; attempt++) {
    try {
      const { value } = await (await fetch(`${driver}/session`, { method: 'POST', body })).json();
      if (!value.sessionId) throw missing(`WebKitGTK does not start: ${value.message || value.error}`);
      return (method, path, question) => command(`${driver}/session/${value.sessionId}${path}`, method, question);
    } catch (error) {
      if (error.code === 'MISSING') throw error;
      problem = error;
      await new Promise((done) => setTimeout(done, 250));
    }
  }
  throw missing(`WebKitWebDriver does not answer: ${problem?.message}`);
}

async function command(url, method, question) {
  const response = await fetch(url, { method, body: question && JSON.stringify(question) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`webkit: ${value.error}: ${value.message}`);
  return value;
}

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
