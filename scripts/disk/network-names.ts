/** By which names and numbers others in the network reach this machine. */
import { hostname, networkInterfaces } from 'node:os';

/** Its name, with and without the ending that home networks have, in lower case. */
export function ownNames(): readonly string[] {
  const name = hostname().toLowerCase();
  const bare = name.replace(/\.(?:local|lan|home)$/, '');
  return ['localhost', name, bare, `${bare}.local`, `${bare}.lan`, `${bare}.home`];
}

/** Its addresses (IPv4) in networks. */
export const networkAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
