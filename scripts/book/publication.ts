/**
 * A rendered book, ready to be bound: what EPUB 3.3 calls a publication. Plain data; every href is relative to the
 * package document, with forward slashes, ASCII.
 */
import type { ElementContent } from 'hast';
import type { Picture } from './book.ts';
import type { EditionName } from './editions.ts';
import type { Labels } from './labels.ts';
import type { Direction, Metadata } from './metadata.ts';
import type { Matter, SectionKind } from './sections.ts';

/** One XHTML content document of the spine. */
export interface ContentDocument {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: Direction;
  readonly kind: SectionKind;
  readonly matter: Matter;
  /** What its body holds, as it is printed: white space that parts lines is in it. Positions are those of the author's file. */
  readonly content: readonly ElementContent[];
  /** The author's file; a page that the press makes has none. */
  readonly path?: string | undefined;
  /** The work that it belongs to in a book of several. */
  readonly work?: string | undefined;
  readonly linear: boolean;
}

/** A file of the publication that is not in the spine. */
export interface Resource {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
  readonly bytes: Uint8Array;
  /** Of a cover, in pixels. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

/** A line of the contents. */
export interface NavEntry {
  readonly title: string;
  readonly href: string;
  readonly entries: readonly NavEntry[];
}

/** The list of printed pages (EPUB 3.3 §7.4.4), in reading order. */
export interface PageList {
  readonly title: string;
  /** Of each page its number and where it begins. */
  readonly entries: readonly { readonly title: string; readonly href: string }[];
}

/** A line of the landmarks (EPUB 3.3 §7.4.5) and of the guide (OPF 2.0.1 §2.6). */
export interface Landmark {
  readonly epubType: string;
  readonly guideType: string;
  readonly title: string;
  readonly href: string;
}

/** EPUB Accessibility 1.1 §2: what is true of this very book. */
export interface Accessibility {
  readonly modes: readonly string[];
  readonly sufficientModes: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  readonly summary: string;
  readonly certifiedBy?: string | undefined;
}

/** What the templates print with: the author's own where there is one, by file name. */
export type Templates = ReadonlyMap<TemplateName, string>;

/** The drawings of a theme. */
export interface ThemePictures {
  /** Above the heading of a chapter. */
  readonly heading: Picture | undefined;
  /** Between scenes. */
  readonly ornament: Picture | undefined;
}

/** What a theme designs, and what all themes share. */
// biome-ignore format: a line of words reads better
export type TemplateName =
  | 'half-title.xhtml.ejs' | 'title-page.xhtml.ejs' | 'copyright.xhtml.ejs' | 'contents.xhtml.ejs' | 'about-this-copy.xhtml.ejs'
  | 'colophon.xhtml.ejs' | 'cover.xhtml.ejs' | 'cover.svg.ejs' | 'cover-picture.svg.ejs' | 'style.css' | 'modern.css' | 'pieces.css'
  | 'heading.svg' | 'ornament.svg'
  | 'page.xhtml.ejs' | 'nav.xhtml.ejs' | 'toc.ncx.ejs' | 'package.opf.ejs' | 'core.css' | 'core-modern.css' | 'core-pieces.css'
  | 'core-pieces-modern.css' | 'pages.css' | 'pages-modern.css' | 'forms.css' | 'forms-modern.css' | 'vertical.css' | 'web.css'
  | 'large-print.css' | 'large-print-modern.css' | `options/${string}.css` | 'legacy/page.xhtml.ejs' | 'legacy/package.opf.ejs'
  | 'legacy/toc.ncx.ejs' | 'legacy/added.css' | 'com.apple.ibooks.display-options.xml';

/** Which bytes a book was made from, and by which press: SHA-256 in hexadecimal by manuscript path. */
export interface Provenance {
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
  /** Which edition the book is, if it is not the one for all. */
  readonly edition?: EditionName | undefined;
}

/** The cover picture as the book has it. */
export interface Cover {
  readonly picture: Picture;
  readonly resource: Resource;
  readonly alt: string;
}

/** A cover that the press drew. */
export interface DrawnCover {
  readonly picture: Picture;
  /** Whether an author's template drew it: then it is kept as the author's own. */
  readonly isAuthors: boolean;
}

/** What a book is made of while it is finished, and when it is. */
interface Contents {
  readonly metadata: Metadata;
  readonly labels: Labels;
  readonly accessibility: Accessibility;
  readonly documents: readonly ContentDocument[];
  readonly resources: readonly Resource[];
  readonly nav: readonly NavEntry[];
  /** Where the author marked pages. */
  readonly pages?: PageList | undefined;
}

/** What a book may hold that most do not, and that has a style of its own: `forms.css`, `pieces.css`, `pages.css`, `vertical.css`. */
export type Form = 'formula' | 'table' | 'layout' | 'pieces' | 'pages' | 'vertical';

/** A work in a book of several. */
export interface RenderedWork {
  /** That of its first page. */
  readonly id: string;
  readonly metadata: Metadata;
  readonly labels: Labels;
  /** A picture of its own, which stands before its title page. */
  readonly cover: Cover | undefined;
}

/** A book whose sections are rendered; it lacks the pages that the press adds. */
export interface RenderedBook extends Contents {
  readonly cover: Cover | undefined;
  /** Works that it holds, in reading order. */
  readonly works: readonly RenderedWork[];
  /** What of `forms.css` it needs. */
  readonly forms: ReadonlySet<Form>;
  /** SHA-256 of the author's pictures that are in it, by manuscript path. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** A content document as it was bound, and the author's file behind it. */
export interface BoundDocument {
  /** Its path in the EPUB, from the package document on. */
  readonly href: string;
  readonly path: string;
  /** For each line of the document (from 0) the line (from 1) of the file that began it, or 0. */
  readonly lines: readonly number[];
}

export interface Publication extends Contents {
  /** What it is bound to; EPUB 3.3 unless told. */
  readonly standard?: 'EPUB 2.0.1' | undefined;
  readonly landmarks: readonly Landmark[];
  /** The href of the stylesheet that names embedded typefaces, which every page reads before the theme’s. */
  readonly fontSheet?: string | undefined;
  /** The href of the stylesheet that adds to the theme’s, which every page reads last. */
  readonly addedSheet?: string | undefined;
  readonly provenance?: Provenance | undefined;
}
