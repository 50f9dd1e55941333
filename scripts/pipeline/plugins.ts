/** The plug-ins that an author names in book.yaml. They are code: a build that runs them trusts the manuscript. */
import type { PluggableList } from 'unified';
import { type Outcome, problem } from '../report/problem.ts';

/** Loads plug-ins by their names. */
export type LoadPlugins = (names: readonly string[]) => Promise<Outcome<PluggableList>>;

/** A loader that runs nothing, for a stranger's manuscript: a warning for each plug-in that it names. */
export const refusePlugins: LoadPlugins = async (names) => ({
  value: [],
  problems: names.map((name) => {
    const reason = `The plug-in “${name}” is not run: the manuscript is untrusted.`;
    return problem('code-not-run', { path: 'book.yaml' }, reason);
  }),
});
