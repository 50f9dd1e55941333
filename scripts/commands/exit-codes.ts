/** Exit codes, as `fleuron --help` and docs/cli.md list them. */
export const exitCodes = {
  /** Done. */
  done: 0,
  /** The manuscript has a problem that is an error; nothing was written. */
  problems: 1,
  /** The command line was not understood. */
  usage: 2,
  /** The book could not be written: a full disk, a folder that is read-only, another file in its place. */
  unwritten: 3,
  /** What was verified is damaged, or is not what it should be. */
  damaged: 4,
  /** What was verified matches its checksums, but not all of it could be proved. */
  unproved: 5,
  /** A fault of Fleuron’s own. */
  fault: 70,
} as const;
