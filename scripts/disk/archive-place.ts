/** Where a manuscript lies, and what lies where its archive is to go. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { realPath } from './path-facts.ts';

/** Where a manuscript that is there really lies, links followed, and what it is called. */
export function placeOfManuscript(path: string) {
  const root = realPath(path);
  return { root, name: basename(root), isFolder: statSync(root).isDirectory() };
}

/** Whether something is there that an archive would take the place of; an empty folder is nothing. */
export function isTaken(target: string): boolean {
  if (!existsSync(target)) return false;
  return !statSync(target).isDirectory() || readdirSync(target).length > 0;
}
