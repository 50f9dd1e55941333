/**
 * Learns from proofread novels and from lines with quoted phrases, American and British.
 * In: novels and lines, and which novels are left out. Out: the tables that the press reads.
 */
import { type Lesson, learn, prepare } from './learn.ts';
import { readNovels, type Score } from './novels.ts';
import { phrasesToLearn } from './phrases.ts';
import { vocabularyTable, weightsTable } from './write-weights.ts';

/** The tables as text, by their files' names. */
export interface Tables {
  readonly 'weights.txt': string;
  readonly 'vocabulary.txt': string;
}

/** Makes tables of the novels in some folders, or of all but one. */
export type Teacher = (without?: string) => Tables;

/** Reads the novels and the folder of `phrases` once; `score` knows how to make a British edition. */
export function createTeacher(folders: readonly string[], phrases: string, score: Score): Teacher {
  const { american, british } = readNovels(folders, score);
  const lesson: Lesson = prepare([...american, ...british], phrasesToLearn(phrases));
  return (without) => {
    const lattices = lesson.lattices.filter(({ novel }) => novel !== without);
    return {
      'weights.txt': weightsTable(lesson.index, learn(lattices, lesson.index)),
      'vocabulary.txt': vocabularyTable(american.filter(({ name }) => name !== without)),
    };
  };
}
