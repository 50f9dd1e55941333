/** Files that stand in an address itself. In: an address. Out: the bytes it holds, and a name short enough for a message. */
import { decodeBase64, encodeUtf8 } from './bytes.ts';

/** What a `data:` address holds (RFC 2397), nothing where it is malformed; undefined for any other address. */
export function dataOf(address: string): Uint8Array | undefined {
  if (!/^\s*data:/i.test(address)) return undefined;
  const [, isBase64, data = ''] = /^[^,]*?(;\s*base64\s*)?,([\s\S]*)$/i.exec(address.trim()) ?? [];
  try {
    const text = decodeURIComponent(data);
    return isBase64 === undefined ? encodeUtf8(text) : decodeBase64(text);
  } catch {
    return new Uint8Array(); // a “%” that encodes nothing
  }
}

/** An address as a message shows it. */
export const shortAddress = (address: string): string =>
  address.length > 60 ? `${address.slice(0, /^\s*data:/i.test(address) ? 30 : 57)}…` : address;
