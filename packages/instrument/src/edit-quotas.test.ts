import { expect, test } from 'vitest';
import { checkInstrument } from './check-instrument.ts';
import { addQuota, removeQuota, replaceQuota } from './edit-quotas.ts';
import { anInstrument } from './testing.fixture.ts';

test('a new quota lacks nothing but its name, and has a code of its own', () => {
  const two = addQuota(addQuota(anInstrument()));
  expect(two.quotas?.map(({ code }) => code)).toEqual(['quota_1', 'quota_2']);
  expect(new Set(checkInstrument(two).map(({ code }) => code))).toEqual(new Set(['text-missing']));
});

test('a questionnaire without questions gets no quota: there is nobody to tell apart', () => {
  const empty = anInstrument({ sections: [] });
  expect(addQuota(empty)).toBe(empty);
});

test('a quota is replaced in its place, and the last one removed leaves the questionnaire as it was', () => {
  const one = addQuota(anInstrument());
  const [quota] = one.quotas ?? [];
  expect(replaceQuota(one, 'quota_1', { ...quota!, target: 7 }).quotas?.[0]?.target).toBe(7);
  expect(removeQuota(one, 'quota_1')).toEqual(anInstrument());
});
