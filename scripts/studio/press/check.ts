/** An edition, judged by EPUBCheck’s rules. In: a build. Out: problems at the author’s own lines. */
import { check } from '../../api/check.ts';
import { packEdition } from '../../pipeline/bind-editions.ts';
import type { Problem } from '../../report/problem.ts';
import type { CallOptions } from '../protocol.ts';
import type { Build } from './builds.ts';

/** What the rules say; nothing of the web edition, which is no EPUB. */
export async function checkEdition({ printed }: Build, options: CallOptions): Promise<readonly Problem[]> {
  const { value: packed, problems } = packEdition(printed);
  if (!packed || 'file' in printed.content) return problems;
  const { bytes, name, documents } = packed;
  const judged = await check({ name, fileName: '', bytes, documents }, options);
  return [...problems, ...judged.problems];
}
