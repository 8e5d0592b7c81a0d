import type { Codebook } from '@common-measure/dataset';
import type { Bank } from '@common-measure/instrument';
import { answersOf } from './answers.ts';
import { codebookOf } from './codebook.ts';
import { waves } from './population.ts';

/** One wave of the example: its codebook, and its cells in the order of the headers. */
export interface ExampleWave {
  readonly codebook: Codebook;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The three waves of the example organization, oldest first. Synthetic: the same on every machine. */
export function exampleWaves(bank: Bank): readonly ExampleWave[] {
  return waves.map((wave) => {
    const codebook = codebookOf(wave, bank);
    const headers = codebook.variables.map((variable) => variable.column);
    return { codebook, headers, rows: answersOf(wave).map((row) => headers.map((header) => row[header]!)) };
  });
}
