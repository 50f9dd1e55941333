/**
 * How YAML is read, an author's and another tool's alike: every scalar is the text that was typed (YAML 1.2.2 §10.1), nothing
 * is merged, and a key that stands twice is ours to speak of.
 */
export const failsafeYaml = {
  schema: 'failsafe',
  version: '1.2',
  uniqueKeys: false,
  prettyErrors: false,
  merge: false,
} as const;
