/** The rules that want a digit, asked only of texts that have one: most paragraphs of a novel have none. */
import type { Copy, Setter } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { setClockTimes } from './clock-times.ts';
import { setDegrees } from './degrees.ts';
import { setFractions } from './fractions.ts';
import { setMinus } from './minus.ts';
import { setMultiplication } from './multiplication.ts';
import { setNumero } from './numero.ts';

const rules: readonly Setter[] = [setMinus, setMultiplication, setFractions, setDegrees, setNumero, setClockTimes];

/** What stands with figures in a text, as edits. */
export function setFigures(copy: Copy): readonly Edit[] {
  return /\d/.test(copy.text) ? rules.flatMap((set) => set(copy)) : [];
}
