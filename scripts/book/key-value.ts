/** A value in YAML as it was typed: every scalar is a text. */
export type KeyValue = string | readonly KeyValue[] | { readonly [name: string]: KeyValue };
