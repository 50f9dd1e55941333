/** A reading app of one page: `?width=390&height=760&theme=night` opens the book; `reader` turns its pages. */
const asked = new URLSearchParams(location.search);
const night = asked.get('theme') === 'night';
const themes = {
  light: 'html { color-scheme: light; color: #000; background: #fff; font-family: serif; }',
  night: 'html { color-scheme: dark; color: #ddd; background: #121212; font-family: serif; } a:link { color: #9bd; }',
};

const page = document.getElementById('page');
page.style.width = `${asked.get('width')}px`;
page.style.height = `${asked.get('height')}px`;
page.style.background = night ? '#121212' : '#fff';

async function settle() {
  for (const { doc } of view.renderer.getContents()) {
    await doc.fonts.ready;
    await Promise.all([...doc.images].map((image) => image.decode().catch(() => undefined)));
  }
  for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
}

const view = document.createElement('foliate-view');
globalThis.reader = {
  async turn() {
    if (view.renderer.atEnd) return false;
    await view.next();
    await settle();
    return true;
  },
  opened: (async () => {
    await import('/foliate/view.js');
    page.append(view);
    // The reader asks for a File, whose name it looks at.
    const book = await (await fetch('/book.epub')).blob();
    await view.open(new File([book], 'book.epub'));
    view.renderer.setAttribute('margin', '32px');
    view.renderer.setAttribute('max-column-count', '1');
    view.renderer.setStyles(themes[night ? 'night' : 'light']);
    await view.renderer.next();
    await settle();
    return true;
  })(),
};
