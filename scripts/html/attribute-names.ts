/** Attributes of XHTML as hast's properties, and back. In: a name. Out: the other; one leads back to itself. */

/** hast's own words, as far as a book has them; all others are as XHTML writes them. */
const properties = new Map<string, string>([
  ['class', 'className'],
  ['for', 'htmlFor'],
  ['epub:type', 'epubType'],
  ['xml:lang', 'xmlLang'],
  ['colspan', 'colSpan'],
  ['rowspan', 'rowSpan'],
  ['datetime', 'dateTime'],
  ['aria-labelledby', 'ariaLabelledBy'],
  ['aria-describedby', 'ariaDescribedBy'],
]);
const attributes = new Map([...properties].map(([attribute, property]) => [property, attribute]));

/** The attribute that a property is printed as; in drawings and formulas names keep their capitals. */
export function attributeName(property: string, inForeign: boolean): string {
  const known = attributes.get(property);
  if (known !== undefined) return known;
  if (/^aria[A-Z]/.test(property)) return `aria-${property.slice(4).toLowerCase()}`;
  if (/^data[A-Z]/.test(property)) return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return inForeign ? property : property.toLowerCase();
}

/** The property that holds an attribute. */
export function propertyName(attribute: string): string {
  const known = properties.get(attribute);
  if (known !== undefined) return known;
  return attribute.startsWith('aria-') ? `aria${attribute.charAt(5).toUpperCase()}${attribute.slice(6)}` : attribute;
}
