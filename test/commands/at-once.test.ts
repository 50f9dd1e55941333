/** One of each kind of what `at-once.slow.test.ts` tests in all numbers. */
import { test } from 'node:test';
import { archiveAtOnce, namespaced, noNamespaces } from './at-once.ts';

test('2 archives at once into one bag lose no version', () => archiveAtOnce(2, 'bag', { before: [], isNew: true }));

test('2 archives at once into one bag.zip, each in a PID namespace, lose no version', (context) =>
  namespaced ? archiveAtOnce(2, 'bag.zip', { before: namespaced, isNew: true }) : context.skip(noNamespaces));
