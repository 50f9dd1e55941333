/**
 * The paths of a bag (RFC 8493 §2.1.3), between manifests and folders. In: a path. Out: how a manifest writes it, or
 * whether it may be followed.
 */

/** A path as a manifest writes it: what would end its line is percent-encoded, and `%` itself. */
export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** The path that a manifest means. */
export function decodePath(written: string): string {
  return written.replace(/%(25|0A|0D)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Whether a path stays in its bag on every system: relative, no `..`, no drive, no backslash, no NUL. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 4096 || /^[/~]|^[a-z]:|[\\\0]/i.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
