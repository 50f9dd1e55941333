import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditionName } from '../../scripts/book/editions.ts';
import { makeEdition } from '../../scripts/editions/make-edition.ts';
import { ownTemplates, render } from '../render/rendering.ts';

/** Metadata, an edition, and the identifiers of its book. */
const cases: readonly (readonly [yaml: string, edition: EditionName, identifiers: readonly string[]])[] = [
  ['isbn: {epub: 978-0-306-40615-7, kobo: 978-3-16-148410-0}', 'epub', ['urn:isbn:9780306406157']],
  ['isbn: {epub: 978-0-306-40615-7, kobo: 978-3-16-148410-0}', 'kobo', ['urn:isbn:9783161484100']],
  ['isbn: {epub: 978-0-306-40615-7, kobo: 978-3-16-148410-0}', 'legacy', ['urn:isbn:9780306406157']],
  ['identifier: urn:x:1\nisbn: {kindle: 978-3-16-148410-0}', 'kindle', ['urn:x:1', 'urn:isbn:9783161484100']],
  ['identifier: urn:x:1\nisbn: 978-3-16-148410-0', 'kobo', ['urn:x:1', 'urn:isbn:9783161484100']],
];

for (const [yaml, edition, identifiers] of cases)
  test(`${JSON.stringify(yaml)} names the edition ${edition} ${identifiers.join(' and ')}`, async () => {
    const { publication } = await render({ 'book.yaml': `title: T\nlang: en\n${yaml}`, 'a.md': 'Words.\n' });
    const { value } = await makeEdition(edition, publication, ownTemplates);
    const { identifier, otherIdentifiers = [] } = value.publication.metadata;
    assert.deepEqual([identifier, ...otherIdentifiers], identifiers);
  });
