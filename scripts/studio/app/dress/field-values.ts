/**
 * Between keys of book.yaml and what a form shows. In: keys as they are typed there, and what somebody types in a field. Out: the
 * words of a field, and the changes that carry typed words into the file in the form that its author gave them.
 */
import * as v from 'valibot';
import type { KeyValue } from '../../../book/key-value.ts';
import { lookUp } from '../../../book/look-up.ts';
import { bookKeys, designKeys } from '../../../book/metadata-schema.ts';
import type { Change, TypedFacts } from '../../protocol.ts';
import { coverKeys, type Field, fieldGroups } from './fields.ts';

/** One person as the form has them; what it does not show (`file-as`) is carried along. */
export interface Person {
  readonly name: string;
  readonly role?: string | undefined;
  readonly others?: { readonly [key: string]: KeyValue } | undefined;
}

/** What a key holds, as text; undefined where it holds more than the field can show. */
export function wordsOf({ key, form }: Field, facts: TypedFacts): string | undefined {
  const value = heldAt(key, facts);
  if (value === undefined) return '';
  if (typeof value === 'string') return form === 'yes-no' ? (yesNoOf(value) ?? value) : value;
  const items = itemsOf(value);
  if (!items || (form !== 'list' && form !== 'one-or-more')) return undefined;
  return items.join(isInRows(facts, key) ? '\n' : ', ');
}

/** Whether a list is shown one item to a line: an item has a comma of its own. */
export function isInRows(facts: TypedFacts, key: Field['key']): boolean {
  return itemsOf(heldAt(key, facts))?.some((each) => each.includes(',')) ?? false;
}

/** The people of a key; undefined where they are written in another form. */
export function peopleOf({ key }: Field, facts: TypedFacts): readonly Person[] | undefined {
  const value = heldAt(key, facts);
  if (value === undefined) return [];
  const all = (isList(value) ? value : [value]).map(personOf);
  return all.every((each) => each !== undefined) ? all : undefined;
}

function personOf(value: KeyValue): Person | undefined {
  if (typeof value === 'string') return { name: value };
  if (isList(value)) return undefined;
  const { name, role, ...others } = value;
  if (typeof name !== 'string' || (role !== undefined && typeof role !== 'string')) return undefined;
  return { name, role, others };
}

/** The change that puts what was typed into the file; undefined where it says what is there. */
export function changeOf(field: Field, typed: string, facts: TypedFacts): Change | undefined {
  const words = typed.trim();
  const held = heldAt(field.key, facts);
  if (words === (wordsOf(field, facts) ?? '').trim()) return undefined;
  if (words === '') return setKey(pathOf(field.key, facts, undefined), undefined);
  if (field.form !== 'list' && field.form !== 'one-or-more') return setKey(pathOf(field.key, facts, words), words);
  const items = words.split(isInRows(facts, field.key) ? /\n+/ : /[,\n]+/).flatMap((each) => each.trim() || []);
  const isOneLine = field.form === 'one-or-more' ? items.length === 1 : typeof held === 'string';
  return setKey(
    field.key.flatMap((each) => each ?? []),
    isOneLine ? items.join(', ') : items,
  );
}

/** The same for people; rows without a name are left out. */
export function changeOfPeople(field: Field, people: readonly Person[], facts: TypedFacts): Change | undefined {
  const named = people.flatMap((each): Person[] => (each.name.trim() ? [{ ...each, name: each.name.trim() }] : []));
  if (JSON.stringify(named) === JSON.stringify(peopleOf(field, facts) ?? [])) return undefined;
  const values = named.map(
    ({ name, role, others = {} }): KeyValue =>
      role === undefined && Object.keys(others).length === 0
        ? name
        : { name, ...(role !== undefined && { role }), ...others },
  );
  const [only] = values;
  const isList = Array.isArray(heldAt(field.key, facts));
  return setKey([field.key[0]], only === undefined ? undefined : values.length > 1 || isList ? values : only);
}

const setKey = (key: readonly string[], value: KeyValue | undefined): Change => ({ kind: 'key', key, value });

/** Where a value is written: a series without a number is one line, and so is what nothing is left of. */
function pathOf([top, inside]: Field['key'], facts: TypedFacts, words: string | undefined): readonly string[] {
  const held = facts[top];
  if (inside === undefined) return [top];
  const isAlone = held === undefined || typeof held === 'string';
  if (isAlone && inside === alone[top]) return [top];
  if (words === undefined && typeof held === 'object' && Object.keys(held).length === 1) return [top];
  return [top, inside];
}

/** What one line means where there could be a mapping. */
const alone: Readonly<Record<string, string>> = { series: 'name', typography: 'style' };

function heldAt([top, inside]: Field['key'], facts: TypedFacts): KeyValue | undefined {
  const held = facts[top];
  if (inside === undefined || held === undefined) return held;
  if (typeof held === 'string') return inside === alone[top] ? held : undefined;
  return isList(held) ? held : held[inside];
}

function itemsOf(value: KeyValue | undefined): readonly string[] | undefined {
  if (value === undefined || typeof value === 'string' || !isList(value)) return undefined;
  const items = value.flatMap((each) => (typeof each === 'string' ? [each] : []));
  return items.length === value.length ? items : undefined;
}

const isList = (value: KeyValue): value is readonly KeyValue[] => Array.isArray(value);

const yesNoOf = (word: string): string | undefined => ({ true: 'yes', yes: 'yes', false: 'no', no: 'no' })[word];

/** What is wrong with a change, in the schema’s words: “a date like 2026, …”; undefined where nothing is. */
export function faultOf(change: Change, facts: TypedFacts): string | undefined {
  if (change.kind !== 'key' || change.value === undefined) return undefined;
  const [top = '', inside] = change.key;
  const schema = schemaOf(top);
  if (!schema) return undefined;
  const held = facts[top];
  const mapping =
    typeof held === 'object' && !isList(held) ? held : held === undefined ? {} : { [alone[top] ?? '']: held };
  const value = inside === undefined ? change.value : { ...mapping, [inside]: change.value };
  const result = v.safeParse(schema, value);
  if (result.success) return undefined;
  const message = tellingMessage(result.issues[0]);
  return message.startsWith('Invalid') ? 'This is not what book.yaml takes here.' : `This should be ${message}.`;
}

/** What the schema says of a key. */
export function helpOf({ key: [top, inside], help }: Field): string {
  const schema = top === 'design' && inside !== undefined ? lookUp(designKeys, inside) : schemaOf(top);
  return help ?? (schema && v.getDescription(schema)) ?? '';
}

const schemaOf = (key: string): v.GenericSchema | undefined =>
  Object.entries(bookKeys).find(([name]) => name === key)?.[1];

/** Of a union the message of the branch that got furthest into the value, and that says more than the type. */
function tellingMessage(issue: v.BaseIssue<unknown>): string {
  const depthOf = (each: v.BaseIssue<unknown>): number => each.path?.length ?? 0;
  const branches = (issue.issues ?? []).filter((each) => depthOf(each) > 0 || each.kind === 'validation');
  const best = branches.sort((one, other) => depthOf(other) - depthOf(one))[0];
  return best ? tellingMessage(best) : issue.message;
}

/** Keys that the form has no field for. */
export function otherKeys(facts: TypedFacts): readonly string[] {
  const own = new Set([
    ...coverKeys,
    ...fieldGroups.flatMap(({ fields }) => fields.map((each) => fieldFor(each, facts).key[0])),
  ]);
  return Object.keys(facts).filter((key) => !own.has(key));
}

/** The field of a story that names its authors under the other key. */
export function fieldFor(field: Field, facts: TypedFacts): Field {
  const isOther = field.key[0] === 'author' && facts['author'] === undefined && facts['authors'] !== undefined;
  return isOther ? { ...field, key: ['authors'] } : field;
}
