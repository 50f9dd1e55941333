/**
 * Who may speak to the preview: the browser that was given its address, from a page of its own. In: what a request says of itself.
 * Out: why it is refused, if it is. Another site cannot read our answers, but it can send requests (CSRF), give our address a name of its own
 * (DNS rebinding), and ask whether we are here.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Access {
  readonly port: number;
  readonly token: string;
}

/** What the cookie and the first address hold: 256 random bits. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** The address that lets a browser in. */
export const firstAddress = ({ port, token }: Access): string => `http://127.0.0.1:${port}/?token=${token}`;

/** Cookies know no ports, so its name does. The browser sends it on with no request that another site begins. */
export const cookieOf = ({ port, token }: Access): string =>
  `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`;

const cookieName = (port: number): string => `fleuron-${port}`;

/** Whether a token is the one of this run; takes the same time wherever they differ. */
export function isToken(given: string, { token }: Access): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether the browser has the cookie. */
export function hasCookie({ cookie = '' }: IncomingHttpHeaders, access: Access): boolean {
  const start = `${cookieName(access.port)}=`;
  return cookie.split(/; */).some((each) => each.startsWith(start) && isToken(each.slice(start.length), access));
}

/** Whether a request is not for this server by its name, or comes from another site. `isPage`: the address of the app itself, to which others may lead. */
export function isForeign(headers: IncomingHttpHeaders, isPage: boolean, { port }: Access): boolean {
  const { host = '' } = headers;
  return (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) || isOfOtherSite(headers, isPage, 'http');
}

/** Whether a page of another site sends a request; a person who follows a link there to a page comes from nowhere. */
export function isOfOtherSite(headers: IncomingHttpHeaders, isPage: boolean, scheme: 'http' | 'https'): boolean {
  const { host = '', origin } = headers;
  if (origin !== undefined && origin !== `${scheme}://${host}`) return true;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return !(isPage && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document');
}
