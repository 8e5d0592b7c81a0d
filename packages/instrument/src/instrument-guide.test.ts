import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adviceOn, checkInstrument, instrumentFields, minutesOf, readInstrument } from './index.ts';

const guide = readFileSync(new URL('../../../docs/guides/instrument-file.md', import.meta.url), 'utf8');
const [example = ''] = [...guide.matchAll(/```json\n(\{\n {2}"format"[^`]*)```/g)].map(([, text]) => text ?? '');

test('the example of the guide is a questionnaire that can be published as it stands, and needs no advice', () => {
  const read = readInstrument(JSON.parse(example));
  if (!read.ok) throw new Error(read.reasons.map(({ message }) => message.en).join('\n'));
  expect(checkInstrument(read.value)).toEqual([]);
  expect(adviceOn(read.value).map(({ check }) => check)).toEqual([]);
  expect(minutesOf(read.value, 'en').typical).toBe(1);
});

test('the guide tells of every field', () => {
  for (const fields of Object.values(instrumentFields))
    for (const name of Object.keys(fields)) expect(guide).toContain(`| \`${name}\``);
});
