/**
 * Stands in for JSZip: what epub-gen-memory asks of it. It puts files in by name and folder; nothing is compressed or copied
 * until the end.
 */
import { encodeUtf8 } from '../book/bytes.ts';

export class ZipShim {
  readonly files: Map<string, Uint8Array>;
  readonly #folder: string;
  readonly #onText: (path: string, text: string) => void;

  constructor(
    onText: (path: string, text: string) => void = () => {},
    files: Map<string, Uint8Array> = new Map(),
    folder = '',
  ) {
    this.files = files;
    this.#folder = folder;
    this.#onText = onText;
  }

  /** Puts a file in this folder; text as UTF-8. */
  file(name: string, data: string | Uint8Array): this {
    const path = this.#folder + name;
    if (typeof data === 'string') this.#onText(path, data);
    this.files.set(path, typeof data === 'string' ? encodeUtf8(data) : data);
    return this;
  }

  /** The folder of that name, which needs no entry of its own. */
  folder(name: string): ZipShim {
    return new ZipShim(this.#onText, this.files, `${this.#folder}${name}/`);
  }
}

// biome-ignore lint/style/noDefaultExport: the bundle lets it stand for JSZip, whose constructor is its default export
export default ZipShim;
