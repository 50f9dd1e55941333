/** Types of `manuscripts.mjs`, for the tests. */
export declare function themesIn(root: string): readonly string[];
export declare function manuscripts(root: string, folder: string): ReadonlyMap<string, string>;
export interface PressJob {
  readonly manuscript: string;
  readonly theme: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly folder: string;
  /** More of book.yaml. */
  readonly keys?: string | undefined;
  readonly edition?: string | undefined;
}
export declare function press(root: string, job: PressJob): Uint8Array;
