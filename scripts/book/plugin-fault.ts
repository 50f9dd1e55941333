/** What is said of a plug-in that failed. In: what it threw. Out: words. */

/** The name of errors whose message tells already which plug-in it was. */
export const namedFault = 'PluginFault';

/** A sentence without its full stop; only the first line of what was thrown. */
export function pluginFault(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return error instanceof Error && error.name === namedFault ? message : `A plug-in failed: ${message}`;
}
