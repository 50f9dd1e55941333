/** The date that a build takes from its environment. */

/** SOURCE_DATE_EPOCH: seconds since 1970, as reproducible builds give it. */
export function sourceDate(): number | undefined {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN);
  return Number.isSafeInteger(seconds) && seconds >= 0 && seconds < 253402300800 ? seconds : undefined;
}

/** Today, or the day that the environment says, as YYYY-MM-DD. */
export const today = (): string => new Date(1000 * (sourceDate() ?? Date.now() / 1000)).toISOString().slice(0, 10);
