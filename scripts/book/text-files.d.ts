/** A template in EJS as its text, and as the function that it is compiled to. */
interface CompiledTemplate {
  readonly text: string;
  readonly print: (data: Readonly<Record<string, unknown>>, escapeXml: (value: unknown) => string) => string;
}

/** Templates are compiled when they are bundled (`bundle/plugins.mjs`). */

/** What is no EJS is bundled as text. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.txt' {
  const text: string;
  export default text;
}

/** WebAssembly is bundled as bytes. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** As much of the WebAssembly JavaScript Interface (§5) as we use; Node’s types leave it to the browser’s. */
// biome-ignore lint/style/noNamespace: the specification calls it one
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  type Exports = Readonly<Record<string, unknown>>;
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Exports;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}

/** The files of `templates/` by their paths there (`bundle/plugins.mjs`). */
declare module 'press:templates' {
  const sources: Readonly<Record<string, CompiledTemplate | string>>;
  export default sources;
}
