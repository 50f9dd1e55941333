/** Text as XML 1.0 may hold it, so that a parser gives back what was printed. */
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const special = /[&<>\r]/;

/** Text as XML character data; what XML forbids becomes U+FFFD, and a carriage return a reference (XML 1.0 §2.11). */
export function escapeText(text: string): string {
  const clean = text.replace(forbidden, '\uFFFD');
  if (!special.test(clean)) return clean;
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** Text as the value of an XML attribute in double quotes (XML 1.0 §3.3.3 makes other white space a space). */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
