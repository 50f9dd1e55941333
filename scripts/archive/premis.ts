/**
 * The record of what was done to a story, in the terms of PREMIS 3 (https://www.loc.gov/standards/premis/v3/):
 * objects, events, agents, rights. In: what was bound and from what. Out: plain data, to be printed as JSON.
 * An event happened when the metadata says so.
 */
import { array, object, safeParse, string } from 'valibot';
import { sha256 } from '../book/digest.ts';
import { lookUp } from '../book/look-up.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Files } from './bag.ts';

interface Recorded {
  readonly metadata: Metadata;
  /** The press's own. */
  readonly version: string;
  /** Which version of the story this is, from 1. */
  readonly edition: number;
  /** The manuscript's own name where it was taken from. */
  readonly manuscript: string;
  /** What went in and what was made, by path below `data/`. */
  readonly sources: Files;
  readonly made: Files;
}

const named = (type: string, value: string, what: string) => ({
  [`${what}IdentifierType`]: type,
  [`${what}IdentifierValue`]: value,
});

/** Makes the record of one version. */
export function recordEvents(record: Recorded): Readonly<Record<string, unknown>> {
  const { metadata, version, edition, manuscript, sources, made } = record;
  const press = `Fleuron ${version}`;
  const link = (path: string, role: 'source' | 'outcome') => ({
    ...named('path', `data/${path}`, 'linkingObject'),
    linkingObjectRole: role,
  });
  const event = (type: string, when: string, detail: string, outcome: string, links: readonly unknown[]) => ({
    eventIdentifier: named('local', `version-${edition}-${type.replaceAll(' ', '-')}`, 'event'),
    eventType: type,
    eventDateTime: when,
    eventDetailInformation: { eventDetail: detail },
    eventOutcomeInformation: { eventOutcome: outcome },
    linkingAgentIdentifier: named('local', press, 'linkingAgent'),
    linkingObjectIdentifier: links,
  });
  const inputs = [...sources.keys()].map((path) => link(path, 'source'));
  const outputs = [...made.keys()].map((path) => link(path, 'outcome'));
  const from = metadata.source ?? manuscript;
  return {
    standard: 'PREMIS 3.0, semantic units as JSON',
    objects: [
      ...[...sources].map(([path, bytes]) => describe(path, bytes)),
      ...[...made].map(([path, bytes]) => ({
        ...describe(path, bytes),
        creatingApplication: { creatingApplicationName: 'Fleuron', creatingApplicationVersion: version },
      })),
    ],
    events: [
      ...(metadata.retrieved
        ? [event('capture', metadata.retrieved, `The story was retrieved from ${from}.`, 'success', inputs)]
        : []),
      event('creation', metadata.modified, `${press} made the book from the manuscript “${manuscript}”.`, 'success', [
        ...inputs,
        ...outputs,
      ]),
      event(
        'message digest calculation',
        metadata.modified,
        `${press} took the SHA-256 of every file, and the SHA-512 of every file for the bag’s manifests.`,
        'success',
        [...inputs, ...outputs],
      ),
    ],
    agents: [
      {
        agentIdentifier: named('local', press, 'agent'),
        agentName: 'Fleuron',
        agentType: 'software',
        agentVersion: version,
      },
      ...metadata.contributors.map(({ name, role }) => ({
        agentIdentifier: named('local', name, 'agent'),
        agentName: name,
        agentType: 'person',
        agentNote: role,
      })),
    ],
    rights: [
      {
        rightsStatement: {
          rightsBasis: 'other',
          otherRightsInformation: { otherRightsBasis: 'statement', otherRightsNote: metadata.rights ?? 'none given' },
        },
      },
    ],
  };
}

function describe(path: string, bytes: Uint8Array) {
  return {
    objectIdentifier: named('path', `data/${path}`, 'object'),
    objectCategory: 'file',
    objectCharacteristics: {
      fixity: {
        messageDigestAlgorithm: 'SHA-256',
        messageDigest: sha256(bytes),
      },
      size: bytes.length,
      format: { formatDesignation: { formatName: formatOf(path) } },
    },
  };
}

const formats: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
  html: 'text/html',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  json: 'application/json',
  css: 'text/css',
  epub: 'application/epub+zip',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

const formatOf = (path: string): string =>
  lookUp(formats, (/\.([a-z]+)$/i.exec(path)?.[1] ?? '').toLowerCase()) ?? 'application/octet-stream';

const recordedSums = object({
  objects: array(
    object({
      objectIdentifier: object({ objectIdentifierValue: string() }),
      objectCharacteristics: object({ fixity: object({ messageDigest: string() }) }),
    }),
  ),
});

/** The SHA-256 of each object that a record names, by its path below `data/`; undefined where it has not the form of ours. */
export function readEventSums(record: unknown): ReadonlyMap<string, string> | undefined {
  const read = safeParse(recordedSums, record);
  if (!read.success) return undefined;
  return new Map(
    read.output.objects.map(({ objectIdentifier, objectCharacteristics: { fixity } }) => [
      objectIdentifier.objectIdentifierValue.replace(/^data\//, ''),
      fixity.messageDigest,
    ]),
  );
}
