declare module 'foliate-js/epubcfi.js' {
  interface Part {
    readonly index: number;
    id?: string | null;
    readonly offset?: number;
  }
  export function parse(cfi: string): readonly Part[][];
  export function fromRange(range: object): string;
  export function toElement<Node>(document: object, parts: readonly Part[]): Node;
  export function toRange(document: object, parts: readonly (readonly Part[])[]): object;
}
