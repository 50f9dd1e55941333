/**
 * A manuscript or a story in a ZIP. In: what was brought. Out: its files, without the one folder around them; nothing of what
 * systems and editors leave beside them.
 */
import type { Limits } from '../../book/limits.ts';
import { entryNames, isZip, unzip } from '../../import/unzip.ts';
import type { Outcome } from '../../report/problem.ts';
import { recordPaths } from '../../versions/undo-record.ts';
import type { Brought } from '../protocol.ts';

/** Hidden files, and what archivers of a Mac and Windows add; not the records of imports. */
const isAside = (path: string): boolean =>
  !recordPaths.some((each) => `/${path}`.endsWith(`/${each}`)) &&
  /(?:^|\/)(?:\.|__MACOSX\/|node_modules\/|Thumbs\.db$|desktop\.ini$)/i.test(path);

/** The files of a folder, or of a ZIP that holds one; a Word document or an EPUB is a ZIP, and one file all the same. */
export function unpacked(brought: Brought, limits: Limits): Outcome<Brought | undefined> {
  const own = new Map([...brought.files].filter(([path]) => !isAside(path)));
  const [sole] = own;
  const [name, bytes] = brought.file === undefined ? (sole ?? []) : [brought.file, own.get(brought.file)];
  const isAlone = own.size === 1 || brought.file !== undefined;
  if (name === undefined || !bytes || !isAlone || !(isZip(bytes) || /\.zip$/i.test(name)))
    return { value: { ...brought, ...withoutFolder(own, brought.file) }, problems: [] };
  const packed = { name, bytes, limits };
  const listed = entryNames(packed);
  if (!listed.value) return { value: undefined, problems: listed.problems };
  const isBook = ['mimetype', '[Content_Types].xml'].some((each) => listed.value?.has(each));
  if (isBook) return { value: { ...brought, files: own, file: name }, problems: [] };
  const { value: files, problems } = unzip(packed, (path) => !isAside(path));
  const title = (name.split('/').at(-1) ?? name).replace(/\.zip$/i, '');
  return { value: files && { name: title, ...withoutFolder(files) }, problems };
}

/** Files without a folder that all of them lie in, and one file alone as such. */
function withoutFolder(files: ReadonlyMap<string, Uint8Array>, file?: string): Omit<Brought, 'name'> {
  if (file !== undefined) return { files, file };
  const tops = new Set(
    [...files.keys()].map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '')),
  );
  const [top = ''] = tops;
  if (tops.size === 1 && top !== '')
    return withoutFolder(new Map([...files].map(([path, bytes]) => [path.slice(top.length), bytes])));
  const [sole] = files.keys();
  return { files, ...(files.size === 1 && { file: sole }) };
}
