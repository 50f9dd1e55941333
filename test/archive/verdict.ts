/** What verify says, without a process of its own for each archive. */
import { readFixity } from '../../scripts/archive/fixity.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import type { Result } from '../../scripts/commands/reporter.ts';
import { verifyCommand } from '../../scripts/commands/verify.ts';

export interface Said {
  /** The exit code of the command. */
  readonly status: number;
  /** Each rule with its path. */
  readonly rules: readonly string[];
  readonly proved: boolean;
}

/** What is said of an archive or, with an ending that says so, of a book, beside its fixity line or its manuscript. */
export async function verdict(
  path: string,
  { fixity = '', source }: { readonly fixity?: string; readonly source?: string } = {},
): Promise<Said> {
  let result: Result | undefined;
  const status = await verifyCommand(
    { path, isBook: path.endsWith('.epub'), source, kept: readFixity(fixity), untrusted: false, limits: usualLimits },
    { stage: () => {}, query: () => {}, finish: (given) => void (result = given) },
  );
  const { problems = [], isProved = false } = result ?? {};
  return { status, proved: isProved, rules: problems.map(({ rule, place }) => `${rule} ${place?.path ?? ''}`.trim()) };
}
