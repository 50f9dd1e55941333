/** The door: what devices object to in an EPUB. In: its bytes. Out: objections as data, and as problems with their lines. */
import type { Limits } from '../book/limits.ts';
import { lineStarts, pointAt } from '../book/text-lines.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { appleObjections } from './apple.ts';
import { type EpubParts, openParts } from './epub-parts.ts';
import { commonObjections } from './every-device.ts';
import { kindleObjections } from './kindle.ts';
import { koboObjections } from './kobo.ts';
import { type Device, type Objection, objectors } from './objection.ts';
import { oldObjections } from './old.ts';

interface Judged {
  readonly parts: EpubParts;
  readonly objections: readonly Objection[];
}

const rulesOf: Readonly<Record<keyof typeof objectors, (parts: EpubParts, limits: Limits) => readonly Objection[]>> = {
  every: commonObjections,
  kindle: kindleObjections,
  apple: appleObjections,
  kobo: koboObjections,
  old: oldObjections,
};

/** What these devices object to; `book-damaged` where the bytes are no EPUB that can be read. */
export function findObjections(
  bytes: Uint8Array,
  path: string,
  asked: readonly Device[],
  limits: Limits,
): Outcome<Judged | undefined> {
  const parts = openParts(bytes, limits);
  if ('reason' in parts)
    return { value: undefined, problems: [problem('book-damaged', { path }, `The book ${parts.reason}.`)] };
  const objections = (['every', ...asked] as const).flatMap((device) =>
    rulesOf[device](parts, limits).map((each) => ({ device, ...each })),
  );
  return { value: { parts, objections }, problems: objections.map((each) => problemOf(each, parts)) };
}

const ruleOf = { refused: 'device-refuses', lost: 'device-loses', better: 'device-advice' } as const;

function problemOf(
  { device, weight, path, offset, reason, hint }: Objection & { readonly device: keyof typeof objectors },
  parts: EpubParts,
): Problem {
  const texts = [parts.packageDocument, ...parts.pages, ...parts.sheets];
  const text = offset === undefined ? undefined : texts.find((each) => each.path === path)?.text;
  const place =
    text === undefined || offset === undefined ? { path } : { path, start: pointAt(lineStarts(text), offset) };
  return problem(ruleOf[weight], place, `${objectors[device]}: ${reason}`, hint);
}
