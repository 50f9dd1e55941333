/** What went wrong with a file, in words that finish “a file that …”. */
export function describeReadError(error: unknown): string {
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

/** Why a file was not written, in words that finish “… because”. */
export function describeWriteError(error: unknown): string {
  const { code: given, syscall } = (error ?? {}) as { readonly code?: unknown; readonly syscall?: unknown };
  const code = given === 'EEXIST' && syscall === 'mkdir' ? 'ENOTDIR' : given; // a file where its folder should be
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk is full',
    EROFS: 'the disk is read-only',
    EACCES: 'the folder may not be written',
    EPERM: 'the folder may not be written',
    EISDIR: 'there is a folder of that name',
    ENOTDIR: 'it lies below a file',
    ENOENT: 'its folder is not there',
    ENAMETOOLONG: 'its name is too long',
    EEXIST: 'its temporary name is taken',
    ENOTEMPTY: 'another program has put a folder of that name there meanwhile',
    EBUSY: 'another program has it open',
    EMFILE: 'too many files are open',
    EIO: 'the disk cannot be read or written',
    ENODEV: 'the disk is gone',
    EINVAL: 'the disk does not take its name',
  };
  return typeof code === 'string' ? (reasons[code] ?? `the system says ${code}`) : 'the reason is not known';
}
