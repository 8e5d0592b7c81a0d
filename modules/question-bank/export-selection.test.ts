import { expect, test } from 'vitest';
import { selected, selectionCsv } from './export-selection.ts';
import { starterBank } from './starter-bank.ts';

test('a cell that a spreadsheet would run as a formula is kept as text', () => {
  const bank = starterBank();
  const [item] = selected(bank, 'courtesy');
  for (const begin of ['=', '+', '-', '@', '\t', ' =']) {
    const csv = selectionCsv(bank, [
      { ...item!, wording: { en: `${begin}HYPERLINK("x")`, fr: 'Oui, «\u00a0vraiment\u00a0»' } },
    ]);
    expect(csv).toContain(`"'${begin}HYPERLINK(""x"")"`);
    expect(csv).toContain('"Oui, «\u00a0vraiment\u00a0»"');
  }
});

test('a code that stands twice gives one row', () => {
  expect(selected(starterBank(), 'ease, courtesy ,ease').map((item) => item.code)).toEqual(['ease', 'courtesy']);
});
