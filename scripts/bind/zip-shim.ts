/**
 * The sheets of a book before they are bound: what epub-gen-memory asks of a ZIP library, without one.
 * It puts files in by name and folder; nothing is compressed or copied until the end.
 */
export class Sheaf {
  readonly files: Map<string, Uint8Array>;
  readonly #folder: string;

  constructor(files: Map<string, Uint8Array> = new Map(), folder = '') {
    this.files = files;
    this.#folder = folder;
  }

  /** Puts a file in this folder; text as UTF-8. */
  file(name: string, data: string | Uint8Array): this {
    this.files.set(this.#folder + name, typeof data === 'string' ? Buffer.from(data) : data);
    return this;
  }

  /** The folder of that name, which needs no entry of its own. */
  folder(name: string): Sheaf {
    return new Sheaf(this.files, `${this.#folder}${name}/`);
  }
}

// biome-ignore lint/style/noDefaultExport: the bundle lets it stand for JSZip, whose constructor is its default export
export default Sheaf;
