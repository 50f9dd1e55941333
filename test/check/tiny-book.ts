/** The smallest valid EPUB 3 we know, as files, for tests that break one thing in it. */
export const chapter = 'EPUB/chapter.xhtml';

export const tinyBook: Readonly<Record<string, string>> = {
  'META-INF/container.xml': `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`,
  'EPUB/package.opf': `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:example:tiny</dc:identifier>
    <dc:title>Tiny</dc:title>
    <dc:language>en</dc:language>
    <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="chapter" href="chapter.xhtml" media-type="application/xhtml+xml"/>
  </manifest>
  <spine><itemref idref="chapter"/></spine>
</package>
`,
  'EPUB/nav.xhtml': `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
  <head><title>Contents</title></head>
  <body><nav epub:type="toc"><ol><li><a href="chapter.xhtml">One</a></li></ol></nav></body>
</html>
`,
  [chapter]: `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
  <head><title>One</title></head>
  <body>
    <h1 id="one">One</h1>
    <p>It was small.</p>
    <p>It was valid.</p>
  </body>
</html>
`,
};

/** The tiny book with one text put in another's place, in one of its files. */
export function breakBook(file: string, text: string, broken: string): Readonly<Record<string, string>> {
  const whole = tinyBook[file];
  if (!whole?.includes(text)) throw new Error(`Unexpected ${file} without “${text}”`);
  return { ...tinyBook, [file]: whole.replace(text, broken) };
}
