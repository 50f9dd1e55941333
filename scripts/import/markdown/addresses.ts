/** Addresses between files of a folder. In: what a link says. Out: paths in the folder; nothing that leads out of it. */

/** The path that an address means, from the file it stands in; undefined where it leads out of the folder or to the web. */
export function pathOf(address: string, from: string): string | undefined {
  const bare = decoded(address.replace(/[?#].*$/s, ''));
  if (/^[a-z][a-z\d+.-]*:|^\/\/|\0/i.test(bare)) return undefined;
  const steps = bare.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of bare.replaceAll('\\', '/').split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.length > 0 ? steps.join('/') : undefined;
}

/** An address without its escapes; a percent sign that escapes nothing stands for itself. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Marks an address as one that leads to a file of the source, until its new name is known. */
export function insideAddress(path: string, fragment: string | undefined): string {
  const safe = (words: string) =>
    encodeURIComponent(words).replace(/[()*_~!']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `inside:${safe(path)}${fragment === undefined ? '' : `#${safe(fragment)}`}`;
}

/** What `insideAddress` marked. */
export const insidePattern = /inside:([^\s#()"'<>]{1,3000})(?:#([^\s#()"'<>]{0,3000}))?/g;

export const isPictureName = (path: string): boolean => /\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)$/i.test(path);
