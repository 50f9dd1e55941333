/** The action of .github/actions/book, as a runner of GitHub reads it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Pattern {
  readonly regexp: string;
  readonly [group: string]: string | number;
}

const folder = '.github/actions/book';

const { problemMatcher } = JSON.parse(readFileSync(`${folder}/problems.json`, 'utf8')) as {
  readonly problemMatcher: readonly { readonly severity?: string; readonly pattern: readonly [Pattern] }[];
};

export type Annotation = Readonly<
  Partial<Record<'file' | 'line' | 'column' | 'severity' | 'code' | 'message', string>>
>;

/** What lines of the log are shown as: those that tell a problem. */
export const annotationsOf = (lines: readonly string[]): readonly Annotation[] =>
  lines.flatMap((line): readonly Annotation[] => {
    for (const { severity, pattern } of problemMatcher) {
      const { regexp, ...groups } = pattern[0];
      const found = new RegExp(regexp).exec(line);
      if (!found) continue;
      const named = Object.entries(groups).map(([name, group]) => [name, found[Number(group)]]);
      return [{ ...(severity && { severity }), ...Object.fromEntries(named) }];
    }
    return [];
  });

export const action = parse(readFileSync(`${folder}/action.yml`, 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly id?: string;
      readonly run?: string;
      readonly shell?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
};
