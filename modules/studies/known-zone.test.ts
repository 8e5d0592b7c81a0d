import { ProblemError } from '@common-measure/kernel';
import { aTemplateDatabase, type TestDatabase } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canadianZones } from './canadian-zones.ts';
import { refuseUnknownZone } from './known-zone.ts';

let place: TestDatabase;
beforeAll(async () => {
  place = await aTemplateDatabase();
});
afterAll(() => place?.close());

const refusals = (zones: readonly string[]) =>
  place.database.transact({ organizationId: null, accountId: null }, async (tx) => {
    const refused: string[] = [];
    for (const zone of zones)
      await refuseUnknownZone(tx, zone).catch((error: unknown) => {
        if (!(error instanceof ProblemError) || error.problem.code !== 'time-zone-unknown') throw error;
        refused.push(zone);
      });
    return refused;
  });

test('zones of the IANA list that Canadians and their browsers name are taken', async () => {
  const newer = ['America/Montreal', 'Canada/Eastern', 'Europe/Kyiv', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'];
  expect(await refusals([...canadianZones, ...newer, 'UTC', 'Etc/UTC', 'Antarctica/DumontDUrville'])).toEqual([]);
});

test('abbreviations, offsets, rules and what looks like a zone are refused, with the remedy in both languages', async () => {
  const strange = ['EST', 'EST5EDT', '+05:00', '-0500', 'GMT', 'Etc/GMT+5', 'SystemV/AST4', 'america/toronto'];
  const wrong = [
    'Toronto',
    'America',
    'America/Atlantis',
    'posix/America/Toronto',
    '',
    'America/Toronto ',
    "America/'",
  ];
  expect(await refusals([...strange, ...wrong])).toEqual([...strange, ...wrong]);
  const { problem } = await place.database
    .transact({ organizationId: null, accountId: null }, (tx) => refuseUnknownZone(tx, 'EST'))
    .then(
      () => expect.unreachable(),
      (error: ProblemError) => error,
    );
  expect([problem.status, problem.remedy.en, problem.remedy.fr]).toEqual([
    422,
    expect.stringContaining('America/Halifax'),
    expect.stringContaining('America/Halifax'),
  ]);
});

test('what the field offers is taken', async () => {
  const offered = Intl.supportedValuesOf('timeZone');
  expect(offered.length).toBeGreaterThan(400);
  // Each looks the name up in the database's own files: some of every area.
  const some = offered.filter((_, at) => at % 12 === 0);
  expect(await refusals(some)).toEqual([]);
});
