/** What a command is: help, completion and docs/cli.md are made from its declaration, and its words are read by it. */
import type { Limits } from '../book/limits.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Whether it may be given again. */
  readonly multiple?: boolean;
  /** What stands for its value in the help: `PATH`. */
  readonly value?: string;
  /** The only values that it has, if there are such. */
  readonly choices?: readonly string[];
  readonly about: string;
}

export type Options = Readonly<Record<string, Option>>;

export interface Positionals {
  /** As the help shows them: `[manuscript]`. */
  readonly usage: string;
  readonly least: number;
  readonly most: number;
  /** What one is called, and how a right line goes on after the command's name: an error says so. */
  readonly noun: string;
  readonly example: string;
  /** What stands for a path where none is given; it is to be there unless the option that needs none is given. */
  readonly usual?: string;
  readonly unless?: string;
}

/** The values of options, by name. */
export type Values<Table extends Options> = {
  readonly [Name in keyof Table]?:
    | (Table[Name] extends { readonly multiple: true } ? readonly ValueOf<Table[Name]>[] : ValueOf<Table[Name]>)
    | undefined;
};

type ValueOf<Each extends Option> = Each['type'] extends 'boolean'
  ? boolean
  : Each extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : string;

/** Why a command line is not understood. */
export interface UsageError {
  readonly reason: string;
}

/** What a command says of itself. */
export interface Description<Table extends Options = Options> {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** What it does, in full, with examples. */
  readonly usage: string;
  readonly options: Table;
  readonly positionals: Positionals;
}

/** What a command is given beside its words. */
interface Given {
  /** What `--limit` allows; the usual limits where it is not given. */
  readonly limits: Limits;
  readonly all: CommandTable;
}

export interface Declaration<Table extends Options> extends Description<Table> {
  /** Does what the options and paths say; answers with the exit code. */
  readonly run: (values: Values<Table>, paths: readonly string[], given: Given) => Promise<number | UsageError>;
}

export interface Command extends Description {
  /** Runs the words that follow its name. */
  readonly run: (words: readonly string[], all: CommandTable) => Promise<number | UsageError>;
}

/** Commands by their names; each is loaded when it is wanted. */
export type CommandTable = Readonly<Record<string, () => Promise<Command>>>;

/** Every command of a table, in its order. */
export const loadAll = (table: CommandTable): Promise<readonly Command[]> =>
  Promise.all(Object.values(table).map((load) => load()));
