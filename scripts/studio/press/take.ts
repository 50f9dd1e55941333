/** What a reader takes away. In: a story whose book was made. Out: a file: an edition, the manuscript, or its archive. */
import { archivedOf, bagOf, payloadOf } from '../../archive/archive-book.ts';
import { bagTooLarge, zipBag } from '../../archive/bag.ts';
import { portableFiles } from '../../archive/portable-files.ts';
import { type EditionName, editions } from '../../book/editions.ts';
import { comparePaths, isShared, slug } from '../../book/file-names.ts';
import type { Limits } from '../../book/limits.ts';
import { packEdition } from '../../pipeline/bind-editions.ts';
import { collector } from '../../report/collector.ts';
import { hasErrors, type Problem, problem } from '../../report/problem.ts';
import { isKeptForUpdates, undoPath } from '../../versions/undo-record.ts';
import { zip } from '../../zip/write-zip.ts';
import type { Calls, TakenFile } from '../protocol.ts';
import type { MadeStory } from './builds.ts';
import type { KeptStory } from './place.ts';

type Taken = Calls['take']['out'];

const zipType = 'application/zip';
const isPacked = (path: string): boolean => /\.(?:epub|docx|jpe?g|png|gif|webp|avif|woff2?|zip)$/i.test(path);

/** Makes the file; undefined where a problem is an error. */
export async function take(story: MadeStory, what: Calls['take']['in']['what'], limits: Limits): Promise<Taken> {
  if (what === 'manuscript') return manuscriptOf(story.kept);
  return what === 'archive' ? archiveOf(story, limits) : editionOf(story, what);
}

const answer = (problems: readonly Problem[], file?: TakenFile): Taken => ({
  file: hasErrors(problems) ? undefined : file,
  problems,
});

/** An edition under the name that `fleuron build` gives it. */
async function editionOf({ made, edition }: MadeStory, name: EditionName): Promise<Taken> {
  const { problems, take: took, add } = collector();
  add(made.problems);
  const build = took(await edition(name));
  const packed = build && took(packEdition(build.printed));
  if (!packed || !made.value) return answer(problems);
  const fileName = slug(made.value.publication.metadata.title) + editions[name].ending;
  const mediaType = name === 'web' ? 'text/html' : 'application/epub+zip';
  return answer(problems, { fileName, mediaType, bytes: packed.bytes });
}

/** All files of a story below one folder, with the record of its import, the same bytes for the same files. */
function manuscriptOf({ name, files }: KeptStory): Taken {
  const folder = slug(name.replace(/\.[^.]*$/, ''));
  const paths = [...files].filter(([path]) => path !== undoPath).sort(([left], [right]) => comparePaths(left, right));
  const bytes = zip(
    paths.map(([path, content]) => ({ name: `${folder}/${path}`, bytes: content, stored: isPacked(path) })),
  );
  const tooLarge = problem('book-too-large', undefined, 'The story has 4 GB or more, which no ZIP holds.');
  return bytes ? answer([], { fileName: `${folder}.zip`, mediaType: zipType, bytes }) : answer([tooLarge]);
}

/** The bag of `fleuron archive`, as one ZIP. */
async function archiveOf({ kept, made, edition }: MadeStory, limits: Limits): Promise<Taken> {
  const { problems, take: took, add } = collector();
  add(made.problems);
  const build = took(await edition('epub'));
  const packed = build && took(packEdition(build.printed));
  if (!packed || !made.value) return answer(problems);
  const { publication, styles } = made.value;
  const used = new Set(publication.provenance?.files.keys());
  const { shared } = publication.metadata;
  const manuscript = took(portableFiles(keptWith(kept, used, shared), used, shared));
  const bound = { epub: packed.bytes, editions: [packed], publication, templates: styles.templates };
  const isFolder = kept.file === undefined;
  const archived = await archivedOf(bound, { manuscript, name: kept.file ?? kept.name, isFolder });
  const bag = bagOf(payloadOf(archived, 1), archived);
  const fileName = `${archived.slug}-archive.zip`;
  const tooLarge = bagTooLarge(bag, { target: fileName, isZip: true, limits });
  if (tooLarge) add([tooLarge]);
  const bytes = tooLarge ? undefined : zipBag(bag, archived.slug);
  return answer(problems, bytes && { fileName, mediaType: zipType, bytes });
}

/** What the book took from the folder that it shares with others. */
function* sharedBy({ given }: KeptStory, used: ReadonlySet<string>, shared: string | undefined) {
  const folder = shared === undefined ? undefined : (given.shared?.(shared) ?? given.outside?.(shared));
  for (const path of folder ? used : []) {
    const read = isShared(path) ? folder?.read(path.slice(`${shared}/`.length), 'archive-file') : undefined;
    if (read && 'bytes' in read) yield [path, read.bytes] as const;
  }
}

/** Of a folder every file, and what it shares with other stories; of one file that, and what the book took from beside it. */
function keptWith(kept: KeptStory, used: ReadonlySet<string>, shared?: string): ReadonlyMap<string, Uint8Array> {
  const { files, file } = kept;
  const isOwn = (path: string) => used.has(path) || (file === undefined ? !isKeptForUpdates(path) : path === file);
  const own = [...[...files].filter(([path]) => isOwn(path)), ...sharedBy(kept, used, shared)];
  return new Map(own.sort(([left], [right]) => comparePaths(left, right)));
}
