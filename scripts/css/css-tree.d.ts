/** The parts of css-tree that we load; its whole brings two hundred kilobytes of syntax tables. */
declare module 'css-tree/parser' {
  export { parse as default } from 'css-tree';
}
declare module 'css-tree/tokenizer' {
  export { tokenize, tokenTypes } from 'css-tree';
}
declare module 'css-tree/walker' {
  import type { CssNodePlain } from 'css-tree';

  const walk: (node: CssNodePlain, enter: (node: CssNodePlain) => void) => void;
  export default walk;
}
declare module 'css-tree/convertor' {
  import type { CssNode, CssNodePlain } from 'css-tree';

  const convertor: { readonly toPlainObject: (node: CssNode) => CssNodePlain };
  export default convertor;
}
