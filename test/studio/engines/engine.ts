/** A browser that is driven by WebDriver (W3C), as a test needs it: Firefox and WebKitGTK alike. */

/** A command of WebDriver: the path and method that its HTTP has, and the name that Marionette, Firefox’s own socket, has for it. */
const commands = {
  go: { method: 'POST', path: '/url', name: 'WebDriver:Navigate' },
  find: { method: 'POST', path: '/element', name: 'WebDriver:FindElement' },
  click: { method: 'POST', path: '/element/:id/click', name: 'WebDriver:ElementClick' },
  type: { method: 'POST', path: '/element/:id/value', name: 'WebDriver:ElementSendKeys' },
  act: { method: 'POST', path: '/actions', name: 'WebDriver:PerformActions' },
  run: { method: 'POST', path: '/execute/async', name: 'WebDriver:ExecuteAsyncScript' },
  shoot: { method: 'GET', path: '/screenshot', name: 'WebDriver:TakeScreenshot' },
} as const;

export type Command = keyof typeof commands;
export type Send = (command: Command, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

export const commandOf = (command: Command) => commands[command];

/** What a person does in a browser. */
export interface Engine {
  go(url: string): Promise<void>;
  /** Clicks on the middle of the first element that the selector names. */
  click(selector: string): Promise<void>;
  /** Types into an element, or gives a field the path of a file. */
  type(selector: string, text: string): Promise<void>;
  press(key: keyof typeof keys): Promise<void>;
  /** Runs page script, which may wait and answers with JSON. */
  run<Value>(body: string, ...args: readonly unknown[]): Promise<Value>;
  /** Waits until a page script answers with something true, and gives that. */
  until<Value>(what: string, body: string, ...args: readonly unknown[]): Promise<Value>;
  /** A PNG of what the window shows. */
  shoot(): Promise<Buffer>;
}

/** WebDriver’s own code points for keys (W3C WebDriver, “Keyboard actions”). */
const keys = { ArrowRight: '\uE014', ArrowLeft: '\uE012', Enter: '\uE007', Tab: '\uE004' } as const;
/** The key of a web element in an answer (W3C WebDriver, “Elements”). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const patience = 60_000;

export function engineOf(send: Send): Engine {
  const find = async (value: string): Promise<string> => {
    const found = (await send('find', { using: 'css selector', value })) as Readonly<Record<string, string>>;
    return found[elementKey] ?? '';
  };
  const run = async <Value>(body: string, ...args: readonly unknown[]): Promise<Value> => {
    const script = `const done = arguments[arguments.length - 1], given = [...arguments].slice(0, -1);
      (async (...given) => { ${body} })(...given).then((value) => done({ value }), (error) => done({ fault: String(error) }));`;
    const { value, fault } = (await send('run', { script, args })) as { value: Value; fault?: string };
    if (fault !== undefined) throw new Error(fault);
    return value;
  };
  return {
    go: async (url) => void (await send('go', { url })),
    click: async (selector) => void (await send('click', { id: await find(selector) })),
    type: async (selector, text) => void (await send('type', { id: await find(selector), text })),
    press: async (key) => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] }));
      await send('act', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    run,
    until: async (what, body, ...args) => {
      const end = performance.now() + patience;
      for (;;) {
        const value = await run<never>(body, ...args);
        if (value) return value;
        if (performance.now() > end) throw new Error(`Unexpected page without ${what}, expected it after a minute`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    shoot: async () => Buffer.from((await send('shoot', {})) as string, 'base64'),
  };
}
