/**
 * A style sheet for engines that drop all of it at one thing they do not know. In: CSS. Out: what of it is CSS 2.1, its
 * selectors meaning the elements that `legacy-elements.ts` puts in place of newer ones.
 */
import { successors } from './legacy-elements.ts';
import { type Declaration, printStyle, readStyle, type StyleRule } from './stylesheet.ts';

/** CSS 2.1, appendix F, without what speaks, and without what no page of a book needs to be placed by. */
const properties: ReadonlySet<string> = new Set(
  `background background-attachment background-color background-image background-position background-repeat border
  border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color border-left
  border-left-color border-left-style border-left-width border-right border-right-color border-right-style
  border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width
  border-width bottom caption-side clear clip color content counter-increment counter-reset cursor direction display
  empty-cells float font font-family font-size font-style font-variant font-weight height left letter-spacing line-height
  list-style list-style-image list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top
  max-height max-width min-height min-width orphans outline outline-color outline-style outline-width overflow padding
  padding-bottom padding-left padding-right padding-top page-break-after page-break-before page-break-inside position
  quotes right src table-layout text-align text-decoration text-indent text-transform top unicode-bidi unicode-range
  vertical-align visibility white-space widows width word-spacing z-index`.split(/\s+/),
);
const functions = /^(?:rgb|url|attr|counter|counters|rect|format|local)$/i;
const units = /^(?:em|ex|px|in|cm|mm|pt|pc|%|deg)?$/i;
const keywordsSince =
  /\b(?:initial|unset|revert|start|end|flex|inline-flex|grid|inline-grid|contents|flow-root|min-content|max-content|fit-content|currentcolor|rgba|hsla?)\b/i;
const pseudo =
  /^:(?:first-child|link|visited|active|hover|focus|before|after|first-line|first-letter|lang\([\w-]+\))$/i;
const media = /^@media\s+(?:all|screen|print|handheld)(?:\s*,\s*(?:all|screen|print|handheld))*$/i;

/** The rules of a style sheet that an engine of CSS 2.1 takes. */
export function legacyStyle(css: string): string {
  return printStyle(kept(readStyle(css)));
}

function kept(rules: readonly StyleRule[]): readonly StyleRule[] {
  return rules.flatMap((rule): readonly StyleRule[] => {
    if (rule.rules) {
      const inner = media.test(rule.prelude) ? kept(rule.rules) : [];
      return inner.length > 0 ? [{ ...rule, rules: inner }] : [];
    }
    const isBox = /^@(?:font-face|page(?:\s+:(?:first|left|right))?)$/i.test(rule.prelude);
    const prelude = isBox ? rule.prelude : rule.prelude.startsWith('@') ? '' : olderSelectors(rule.prelude);
    const declarations = rule.declarations?.filter(isOld) ?? [];
    return prelude !== '' && declarations.length > 0 ? [{ prelude, declarations }] : [];
  });
}

function isOld({ name, value }: Declaration): boolean {
  if (!properties.has(name)) return false;
  const bare = value.replace(/"[^"]*"|'[^']*'|url\([^()]*\)/gi, ' ');
  if (keywordsSince.test(bare)) return false;
  if ([...bare.matchAll(/(?<![\w-])([\w-]+)\(/g)].some(([, called]) => !functions.test(called ?? ''))) return false;
  return [...bare.matchAll(/(?:^|[\s,/(+-])(?:\d+(?:\.\d+)?|\.\d+)([a-z%]*)/gi)].every(([, unit]) =>
    units.test(unit ?? ''),
  );
}

/** The selectors of a rule that CSS 2.1 has; one that it has not would cost the whole rule. */
function olderSelectors(prelude: string): string {
  return prelude
    .split(',')
    .map((selector) => selector.trim().replaceAll('::', ':'))
    .filter(isOldSelector)
    .map(renamed)
    .join(', ');
}

function isOldSelector(selector: string): boolean {
  if (selector === '' || !/^[\w\s.#>+*:()[\]="-]+$/.test(selector)) return false;
  return (selector.match(/:[\w-]+(?:\([^()]*\))?/g) ?? []).every((each) => pseudo.test(each));
}

/** `section > p` means `div.section > p` where there are no sections. */
function renamed(selector: string): string {
  // What stands in square brackets is no element's name.
  return selector.replace(/\[[^[\]]*\]|(^|[\s>+])([a-z]\w*)(?![\w-])/g, (whole, before = '', name = '') =>
    Object.hasOwn(successors, name) ? `${before}${successors[name]}.${name}` : whole,
  );
}
