/** `fleuron preview`: the studio on a folder or file of the disk, in the browser, until Ctrl-C. */
import type { Limits } from '../book/limits.ts';
import { version } from '../book/version.ts';
import { openCoverCache } from '../disk/cover-cache.ts';
import { openBrowser } from '../disk/open-browser.ts';
import { openPath } from '../disk/open-path.ts';
import { openAsset, studioFolder } from '../disk/package-assets.ts';
import { isInside } from '../disk/read-inside.ts';
import { type StoryWatch, watchStory } from '../disk/watch-story.ts';
import { isFolder } from '../disk/write-book.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import { visible } from '../report/print.ts';
import type { PressPlace } from '../studio/press/place.ts';
import { openStoryFolder, type StoryFolder } from '../studio/server/story-folder.ts';
import type { UsageError } from './command.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { buildPath } from './from-disk.ts';
import { type PluginUse, pluginLoader } from './load-plugins.ts';
import {
  limitOption,
  manuscriptPath,
  portOption,
  portsOf,
  portTaken,
  reportOptions,
  untrustedOption,
} from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { sourceDate, today } from './source-date.ts';
import { untilSignal } from './until-signal.ts';

export const preview = defineCommand({
  name: 'preview',
  summary: 'see the book in the browser while you write',
  usage: `Opens the studio on a manuscript: a folder (by default “manuscript”), or any file that “build” takes. The page shows the
book as readers will see it; each save in your editor shows there at once, at the same place in the text. What was
noticed stands at its place, and a click settles a doubt in your file. Ctrl-C ends it.

  fleuron preview                  manuscript/
  fleuron preview my-story         a folder
  fleuron preview story.md         a file
  fleuron preview --poll           on a network disk, which tells nobody of changes
  fleuron preview my-story --once  what “build” would say, without a book and without a page: for scripts

Only this machine reaches the page, and only the browser that opens the address that is printed. Nothing outside the
manuscript is read or written.`,
  options: {
    ...portOption,
    'no-open': { type: 'boolean', about: 'print the address, and open no browser' },
    poll: { type: 'boolean', about: 'look for changes every half second, for network disks' },
    once: {
      type: 'boolean',
      about: 'make the book once, say what was noticed, write nothing; the exit code is that of “build”',
    },
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: manuscriptPath,
  run: async (
    { port, 'no-open': isQuiet = false, poll = false, once = false, untrusted = false, ...report },
    [manuscript = 'manuscript'],
    { limits },
  ) => {
    const ports = portsOf(port);
    if ('reason' in ports) return ports;
    const options: PreviewArguments = { manuscript, untrusted, limits, isPolled: poll, opens: !isQuiet, ports };
    const reporter = createReporter(report, [manuscript]);
    return once ? previewOnce(options, reporter) : previewCommand(options, reporter);
  },
});

interface PreviewArguments {
  readonly manuscript: string;
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
  /** What the manuscript may cost. */
  readonly limits: Limits;
  /** Whether changes are looked for, rather than told. */
  readonly isPolled: boolean;
  /** Whether the browser is opened. */
  readonly opens: boolean;
  /** Tried one after another. */
  readonly ports: readonly number[];
}

/** Says what `build` would say. */
async function previewOnce({ manuscript, untrusted, limits }: PreviewArguments, reporter: Reporter): Promise<number> {
  const { value, problems, sources } = await buildPath(manuscript, {
    sourceDate: sourceDate(),
    loadPlugins: untrusted ? refusePlugins : pluginLoader(manuscript),
    untrusted,
    limits,
    coverCache: openCoverCache(),
    onProgress: ({ stage }) => reporter.stage(stage),
  });
  const size = value && Math.ceil(value.epub.length / 1024);
  const sentence = value
    ? `“${value.publication.metadata.title}” can be made (${size} kB). Nothing was written.`
    : 'No book can be made.';
  reporter.finish({ problems, sources, sentence });
  return value ? exitCodes.done : exitCodes.problems;
}

/** Shows the story until somebody ends it. */
async function previewCommand(options: PreviewArguments, reporter: Reporter): Promise<number | UsageError> {
  const { manuscript, limits, isPolled, ports, opens } = options;
  const { value: story, problems } = openStoryFolder(manuscript, limits);
  const { value: app, problems: missing } = openPath(studioFolder, limits);
  if (!story || !app) {
    reporter.finish({ problems: story ? missing : problems, sources: new Map(), sentence: 'Nothing can be shown.' });
    return exitCodes.problems;
  }
  const { signal, ended } = untilSignal();
  const { appFiles, createEventStream, createPress, followStory, serveStudio } = await import('./preview-parts.ts');
  const plugins: PluginUse = { read: new Set(), revision: 0 };
  const press = createPress(placeOf(story, plugins, options));
  const events = createEventStream();
  const follower = followStory({ story: story.id, answers: press, store: story, send: events.send, signal });
  const server = await serveStudio({
    answers: follower.answers,
    events,
    appFile: appFiles(app, openAsset),
    mostBytes: limits.picture + limits.text,
    ports,
    onFault: (fault) => void process.stderr.write(`fleuron: a fault of its own: ${visible(String(fault))}\n`),
  });
  if (!server) return portTaken(ports);
  process.stdout.write(`${server.address}\n`);
  if (process.stderr.isTTY)
    process.stderr.write('Open that address in a browser on this machine, if none opens by itself. Ctrl-C ends it.\n');
  if (opens) openBrowser(server.address);
  await follower.look(false);
  let watch: StoryWatch | undefined; // files may change before all is watched
  watch = await watchStory(story, isPolled, async (path) => {
    const isCode = plugins.read.size > 0 && (plugins.read.has(path) || /\.(?:[cm]?[jt]s|json|wasm)$/.test(path));
    // What is shared with other stories is no file of this one, and changes its book all the same.
    const isShared = isFolder(story.path) && story.known.has(path) && !isInside(story.path, path);
    if (isCode || isShared) plugins.revision++;
    await follower.look(isCode || isShared);
    watch?.add([...story.known, ...plugins.read]);
  });
  if (plugins.read.size > 0) plugins.revision++;
  await follower.look(false); // what changed before
  watch.add([...story.known, ...plugins.read]);
  await ended;
  await Promise.all([watch.close(), server.close()]);
  return exitCodes.done;
}

/** Where the story lies, and what of it may run. */
const placeOf = (
  story: StoryFolder,
  plugins: PluginUse,
  { manuscript, untrusted, limits }: PreviewArguments,
): PressPlace => ({
  traits: { kind: 'folder', version, story: story.id },
  store: story,
  openAsset,
  coverCache: openCoverCache(),
  limits,
  today,
  loadPlugins: untrusted ? undefined : pluginLoader(manuscript, plugins),
  revision: () => plugins.revision,
  sourceDate: sourceDate(),
});
