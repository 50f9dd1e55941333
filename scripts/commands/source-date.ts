/** The date that a build takes from its environment. */

/** SOURCE_DATE_EPOCH: seconds since 1970, as reproducible builds give it. */
export function sourceDate(): number | undefined {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN);
  return Number.isSafeInteger(seconds) && seconds >= 0 && seconds < 253402300800 ? seconds : undefined;
}
