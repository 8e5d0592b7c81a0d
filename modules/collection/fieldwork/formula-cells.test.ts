import { cellText, tableCell, tableCellSql } from '@common-measure/kernel';
import { aTemplateDatabase, type TestDatabase } from '@common-measure/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

let place: TestDatabase;
beforeAll(async () => {
  place = await aTemplateDatabase();
});
afterAll(() => place?.close());

const sign = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '|',
  "'",
  '"',
  ' ',
  '\u00a0',
  ';',
  '\t',
  '\r',
  '\n',
  ',',
  '\\',
  'a',
  '7',
  '＝',
  'é',
);

test('the database makes the same cells as the program, and every text comes back from its cell', async () => {
  const texts = fc.sample(
    fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
    { numRuns: 3000, seed: 6 },
  );
  const cells = await place.database.withOwner(async (client) => {
    const { rows } = await client.query<{ cell: string }>(
      `SELECT ${tableCellSql('t.text')} AS cell FROM unnest($1::text[]) WITH ORDINALITY AS t (text, at) ORDER BY at`,
      [texts],
    );
    return rows.map(({ cell }) => cell);
  });
  expect(cells).toEqual(texts.map(tableCell));
  expect(cells.map(cellText)).toEqual(texts);
});
