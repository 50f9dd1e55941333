/** As much of `highlight.js/lib/common` as we use (`paths` in tsconfig.json): its own types bring a browser’s globals. */

/** Words, and scopes in scopes. */
export interface Scope {
  readonly scope?: string;
  readonly children: readonly (Scope | string)[];
}

declare const highlighter: {
  highlight(code: string, options: { readonly language: string }): { readonly _emitter: { readonly rootNode: Scope } };
};
export default highlighter;
