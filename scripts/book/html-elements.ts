/** Which elements of HTML are of which kind, by name; each list stands here once. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** A start tag and no more (HTML Living Standard §13.1.2). */
export const voidElements = words('area base br col embed hr img input link meta source track wbr');

/** What stands within a line and is no words. */
export const embeddedElements = words('audio br button img input label math svg video');

/** Roots of other vocabularies than HTML's: all in them is of these. */
export const foreignElements = words('svg math');

/** Elements of running text; what stands before and after them is the same line, and may be the same word. */
export const inlineElements = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr',
);

/** Elements that begin a line of their own; white space beside them is not part of the text. */
export const lineElements = words(
  'address article aside blockquote body caption col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
);

/** Elements that hold nothing but such lines: white space inside them is not part of the text. */
export const containerElements = words(
  'article aside blockquote colgroup dl figure footer header hgroup main nav ol section table tbody tfoot thead tr ul',
);

/** All of HTML, also of what it had before, and the elements of SVG and MathML that people type: a tag of another name is somebody’s word. */
export const elementNames: ReadonlySet<string> = new Set([
  ...[voidElements, embeddedElements, foreignElements, inlineElements, lineElements, containerElements].flatMap(
    (each) => [...each],
  ),
  ...words(
    'applet basefont bgsound blink canvas center command datalist desc dialog dir fieldset font form frame frameset head html iframe image isindex keygen legend listing map marquee menu menuitem meter multicol nextid nobr noembed noframes noscript object optgroup option output param picture plaintext progress script search select slot spacer strike style template textarea title xmp',
  ),
  ...words(
    'circle defs ellipse g line path polygon polyline rect stop symbol text textpath tspan use mfrac mi mn mo mroot mrow ms msqrt mtext',
  ),
]);
