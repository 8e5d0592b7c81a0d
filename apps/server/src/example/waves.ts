import { type Codebook, writeCsv } from '@common-measure/dataset';
import type { Bank } from '@common-measure/instrument';
import { answersOf } from './answers.ts';
import { codebookOf } from './codebook.ts';
import { waves } from './population.ts';

/** One wave of the example as an analyst would bring it: a file and its codebook. */
export interface ExampleWave {
  readonly fileName: string;
  readonly csv: string;
  readonly codebook: Codebook;
}

/** The three waves of the example organisation, oldest first. Synthetic: the same on every machine. */
export function exampleWaves(bank: Bank): readonly ExampleWave[] {
  return waves.map((wave) => {
    const codebook = codebookOf(wave, bank);
    const columns = codebook.variables.map((variable) => variable.column);
    const rows = answersOf(wave).map((row) => columns.map((column) => row[column]!));
    return { fileName: `lakeshore-${wave.label}-synthetic.csv`, csv: writeCsv([columns, ...rows]), codebook };
  });
}
