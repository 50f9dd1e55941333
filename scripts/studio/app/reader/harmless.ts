/** A page of a book gets a policy of its own, so that it runs and asks for nothing, whatever the app’s page allows. */

/** Pictures, styles and typefaces come from addresses of the book’s own entries; the app’s typefaces stand in for missing ones. */
const policy = (): string =>
  [
    "default-src 'none'",
    'img-src blob: data:',
    'media-src blob: data:',
    `font-src blob: data: ${location.origin}`,
    "style-src blob: data: 'unsafe-inline'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');

/** Markup as a serializer wrote it, with the policy before all else. What leads the frame elsewhere by itself is taken out. */
export function makeHarmless(markup: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy()}" />`;
  const still = markup.replaceAll(/<meta\b[^>]*\bhttp-equiv="\s*refresh\s*"[^>]*>/gi, '');
  return /<head\b/i.test(still)
    ? still.replace(/<head\b[^>]*?(\/?)>/i, (_, closes) => (closes ? `<head>${meta}</head>` : `<head>${meta}`))
    : still.replace(/<html\b[^>]*>/i, (start) => `${start}<head>${meta}</head>`);
}
