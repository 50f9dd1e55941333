/** The reader on a page of its own, driven by tests: `globalThis.reader` sets its properties and tells what it said. */
import { h, render } from 'preact';
import { usualLook } from '../../../scripts/studio/app/reader/profiles.ts';
import { Reader } from '../../../scripts/studio/app/reader/reader-pane.tsx';

const said = [];
const loaded = [];
const say = (name) => (value) => said.push([name, value]);
const events = {
  onPlace: say('place'),
  onMark: say('mark'),
  onMoved: say('moved'),
  onExternal: say('external'),
};
const props = { look: usualLook, marks: [], events, load };

async function load(paths, build) {
  loaded.push(...paths);
  return Promise.all(paths.map(async (path) => (await fetch(`/books/${build}/${encodeURIComponent(path)}`)).bytes()));
}

globalThis.reader = {
  said,
  loaded,
  set: (next) => {
    Object.assign(props, next);
    render(h(Reader, props), document.querySelector('main'));
  },
  last: (name) => said.findLast(([each]) => each === name)?.[1],
  clear: () => said.splice(0),
};
