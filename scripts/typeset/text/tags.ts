/**
 * What a raw HTML tag says of the language of what it holds.
 * In: the source of a tag. Out: its name, whether it opens or closes, and its language.
 */
export interface Tag {
  readonly name: string;
  readonly opens: boolean;
  /** BCP 47, as written. */
  readonly lang: string | undefined;
}

// No `<` inside, so that a tag left open costs no more than the way to the next.
const tag = /<(\/?)([a-z][^\s/<>]*)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gi;
const attribute = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** Elements that hold nothing, and so open nothing. */
const hollow = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** The tags in a piece of raw HTML that open or close something, in order. */
export function tagsIn(html: string): readonly Tag[] {
  if (html.startsWith('<!') || html.startsWith('<?')) return [];
  const found: Tag[] = [];
  for (const [, slash, typed = '', rest = ''] of html.matchAll(tag)) {
    const name = typed.toLowerCase();
    if (hollow.test(name) || rest.endsWith('/')) continue;
    found.push({ name, opens: slash === '', lang: slash === '' ? languageIn(rest) : undefined });
  }
  return found;
}

function languageIn(attributes: string): string | undefined {
  if (!/lang/i.test(attributes)) return undefined;
  let found: string | undefined;
  for (const [, typed = '', ...values] of attributes.matchAll(attribute)) {
    const name = typed.toLowerCase();
    const value = values.find((each) => each !== undefined)?.trim();
    // Where the two differ, XHTML will have what `lang` says.
    if (value && (name === 'lang' || (name === 'xml:lang' && found === undefined))) found = value;
  }
  return found;
}
