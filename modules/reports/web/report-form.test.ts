import { expect, test } from 'vitest';
import { newReportSchema } from '../contract.ts';
import { emptyForm, formFaults, wantedReport } from './report-form.ts';

const titled = { ...emptyForm, en: 'Counter, 2026', fr: 'Comptoir, 2026' };

test('two titles are enough', () => {
  expect(formFaults(titled)).toEqual([]);
  expect(newReportSchema.parse(wantedReport(titled)).fieldwork.responseRate).toBeNull();
});

test('a decimal comma and grouped thousands are understood', () => {
  const form = { ...titled, rate: '41,5\u00a0%', formula: 'AAPOR RR2', invited: '3\u00a0100' };
  expect(formFaults(form)).toEqual([]);
  expect(wantedReport(form).fieldwork).toMatchObject({ invited: 3100, responseRate: { value: 0.415 } });
});

test('half of a pair is refused at its field', () => {
  expect(formFaults({ ...titled, rate: '40' })).toEqual([{ id: 'rate', fault: 'rateBoth' }]);
  expect(formFaults({ ...titled, howFr: 'Au comptoir' })).toEqual([{ id: 'how-en', fault: 'howBoth' }]);
  expect(formFaults({ ...titled, start: '2026-05-02', end: '2026-05-01' })).toEqual([
    { id: 'end', fault: 'endBefore' },
  ]);
  expect(formFaults({ ...titled, invited: 'many' })).toEqual([{ id: 'invited', fault: 'wholeNumber' }]);
  expect(formFaults(emptyForm).map((one) => one.fault)).toEqual(['enterEn', 'enterFr']);
});
