/**
 * What a stage noticed, as plain data that survives `structuredClone` and JSON.
 * In: a rule's name, a place, words. Out: a Problem.
 */
import { type RuleName, rules, type Severity } from './rules.ts';

/** A point in a text file: line and column from 1, offset from 0 (unist's Point). */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/** Where in the manuscript: a path relative to it, with forward slashes, and the span if one is known. */
export interface Place {
  readonly path: string;
  readonly start?: Point | undefined;
  readonly end?: Point | undefined;
}

/** One thing an author should know. */
export interface Problem {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly reason: string;
  readonly place?: Place | undefined;
  readonly hint?: string | undefined;
  /** Of a guess: how likely it is right, from 0 to 1 (`import/confidence.ts` says by what). */
  readonly confidence?: number | undefined;
  /** Of a guess: what something was taken for, “a scene break”. */
  readonly taken?: string | undefined;
  /** Of a doubt: each way to settle it, the one that the book has first. */
  readonly choices?: readonly Choice[] | undefined;
}

/** A way to settle a doubt. */
export interface Choice {
  /** How the words look then: “’arranged”. */
  readonly shown: string;
  /** What it means: “an apostrophe”. */
  readonly meaning: string;
  /** What is typed for it, and where. */
  readonly replace: { readonly place: Place; readonly old: string; readonly text: string };
  /** The word for `typography.elisions` that settles each like it: “’arranged”. */
  readonly elision?: string | undefined;
}

/** What a stage made, and what it noticed while making it. */
export interface Outcome<Value> {
  readonly value: Value;
  readonly problems: readonly Problem[];
}

/** Makes a problem; its severity is its rule's. */
export function problem(rule: RuleName, place: Place | undefined, reason: string, hint?: string): Problem {
  return {
    rule,
    severity: rules[rule].severity,
    reason,
    ...(place && { place }),
    ...(hint !== undefined && { hint }),
  };
}

/** The same problem as a guess that is right with this likelihood, from 0 to 1; `taken` is what something was taken for. */
export function guessed(confidence: number, guess: Problem, taken?: string): Problem {
  return { ...guess, confidence, ...(taken !== undefined && { taken }) };
}

/** The place of a unist node (or of anything with a unist position) in a file. */
export function placeOf(
  path: string,
  node?: { readonly position?: { readonly start: Point; readonly end: Point } | undefined } | undefined,
): Place {
  const position = node?.position;
  return position ? { path, start: position.start, end: position.end } : { path };
}

/** Whether any of the problems forbids writing a book. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error');
}

/** What an author typed, cut to a length that a sentence can quote. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
