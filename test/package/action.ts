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

/** What a line of the log is shown as; undefined for one that is no problem. */
export function annotationOf(line: string): Readonly<Record<string, string | undefined>> | undefined {
  for (const { severity, pattern } of problemMatcher) {
    const { regexp, ...groups } = pattern[0];
    const found = new RegExp(regexp).exec(line);
    if (!found) continue;
    const named = Object.entries(groups).map(([name, group]) => [name, found[Number(group)]] as const);
    return { ...(severity && { severity }), ...Object.fromEntries(named) };
  }
  return undefined;
}

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
