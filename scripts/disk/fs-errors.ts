/** What went wrong with a file, in words that finish “a file that …”. */
export function whyNot(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'is not there',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
    EISDIR: 'is a folder',
    ENOTDIR: 'lies below a file',
    ELOOP: 'is a link that leads back to itself',
    ENAMETOOLONG: 'has too long a name',
    ENXIO: 'is a pipe without a writer',
    EMFILE: 'cannot be opened: too many files are open',
  };
  return (
    (typeof code === 'string' && reasons[code]) ||
    `cannot be read (${typeof code === 'string' ? code : 'unknown reason'})`
  );
}
