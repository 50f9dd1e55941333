/**
 * What a page of the studio may do (Content Security Policy, Level 3), for its `<meta>`, for `fleuron preview` and for the service
 * worker. Nothing is asked of another host; no text becomes code. A worker that starts from a `blob:` has the policy of its page;
 * one that starts from an address has none where the host sends none.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  // Books are shown in frames whose addresses are `blob:`, with their style sheets, pictures and typefaces.
  "style-src 'self' 'unsafe-inline' blob:",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "media-src 'self' blob:",
  'frame-src blob:',
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** For `<meta http-equiv="Content-Security-Policy">`. */
export const pagePolicy = directives.join('; ');

/** For the header of that name, which may say more: no other site shows the studio in a frame. */
export const headerPolicy = `${pagePolicy}; frame-ancestors 'none'`;
