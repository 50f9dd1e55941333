/** What only `preview` needs, and is loaded for it alone: the press of the studio, and its server. */
export { createPress } from '../studio/press/create-press.ts';
export { appFiles } from '../studio/server/app-files.ts';
export { createEventStream } from '../studio/server/event-stream.ts';
export { followStory } from '../studio/server/follow-story.ts';
export { serveStudio } from '../studio/server/serve.ts';
