/**
 * A reading app of one page: `?book=sample&width=390&height=760&night=true` opens sample.epub; `reader` turns its pages, goes
 * to a section, and measures it.
 */
import { measure } from './measure.mjs';

const asked = new URLSearchParams(location.search);
const night = asked.get('night') === 'true';
const themes = {
  light: 'html { color-scheme: light; color: #000; background: #fff; font-family: serif; }',
  night: 'html { color-scheme: dark; color: #ddd; background: #121212; font-family: serif; } a:link { color: #9bd; }',
};

const page = document.getElementById('page');
page.style.width = `${asked.get('width')}px`;
page.style.height = `${asked.get('height')}px`;
page.style.background = night ? '#121212' : '#fff';

const view = document.createElement('foliate-view');
const current = () => view.renderer.getContents()[0];
const breaks = (doc) => doc.querySelectorAll('.scene-break');

async function settle() {
  for (const { doc } of view.renderer.getContents()) {
    await doc.fonts.ready;
    await Promise.all([...doc.images].map((image) => image.decode().catch(() => undefined)));
  }
  for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
}

globalThis.reader = {
  async turn() {
    if (view.renderer.atEnd) return false;
    await view.next();
    await settle();
    return true;
  },
  /** The paths of the linear sections, in reading order. */
  sections: () => view.book.sections.filter(({ linear }) => linear !== 'no').map(({ id }) => id),
  async goTo(path) {
    await view.renderer.goTo({ index: view.book.sections.findIndex(({ id }) => id === path) });
    await settle();
  },
  text: () => current().doc.body.textContent,
  /** The boxes of this section, and the typefaces that it has loaded. */
  measure: () => ({
    ...measure(current().doc),
    fonts: [...current().doc.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, weight, style }) => `${family} ${weight} ${style}`),
  }),
  /** Turns to the nth scene break of the section, and says where on the screen it stands. */
  async showBreak(number) {
    await view.renderer.goTo({ index: current().index, anchor: (doc) => breaks(doc)[number] });
    await settle();
    const mark = breaks(current().doc)[number].getBoundingClientRect();
    const frame = current().doc.defaultView.frameElement.getBoundingClientRect();
    return { x: mark.x + frame.x, y: mark.y + frame.y, width: mark.width, height: mark.height };
  },
  opened: (async () => {
    await import('/foliate/view.js');
    page.append(view);
    // The reader asks for a File, whose name it looks at.
    const book = await (await fetch(`/${asked.get('book')}.epub`)).blob();
    await view.open(new File([book], 'book.epub'));
    view.renderer.setAttribute('margin', '32px');
    view.renderer.setAttribute('max-column-count', '1');
    view.renderer.setStyles(themes[night ? 'night' : 'light']);
    await view.renderer.next();
    await settle();
    return true;
  })(),
};
