import type { DuckDBVector } from '@duckdb/node-api';
import { copyNumbers } from './copy-numbers.ts';
import type { Engine } from './engine.ts';

/** The answer of a query column by column, for answers of many thousand rows. NULL is NaN, and "" as text. */
export interface ColumnBlock {
  readonly rows: number;
  /** Of a DOUBLE or INTEGER column. */
  numbers(column: number): Float64Array;
  texts(column: number): readonly string[];
}

export async function readBlock(engine: Engine, sql: string): Promise<ColumnBlock> {
  return engine.connect(async (connection) => {
    const result = await connection.run(sql);
    const chunks = await result.fetchAllChunks();
    const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
    const each = (column: number, take: (value: unknown, row: number) => void) => {
      let start = 0;
      for (const chunk of chunks) {
        const vector: DuckDBVector = chunk.getColumnVector(column);
        for (let row = 0; row < chunk.rowCount; row += 1) take(vector.getItem(row), start + row);
        start += chunk.rowCount;
      }
    };
    return {
      rows,
      numbers: (column) => {
        const numbers = new Float64Array(rows);
        let start = 0;
        for (const chunk of chunks) {
          copyNumbers(chunk.getColumnVector(column), chunk.rowCount, numbers, start);
          start += chunk.rowCount;
        }
        return numbers;
      },
      texts: (column) => {
        const texts: string[] = [];
        each(column, (value) => {
          texts.push(value === null ? '' : String(value));
        });
        return texts;
      },
    };
  });
}
