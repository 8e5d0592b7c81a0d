import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { aTemplateDatabase, type TestDatabase } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../../bench/faults/comparison.ts';
import type { Said } from '../../../bench/faults/questionnaire.ts';
import type { Receipt } from '../../../bench/faults/receipts.ts';

const bench = path.resolve(import.meta.dirname, '../../../bench');

/** Runs a program of bench/ to its end. */
function ran(
  program: string,
  given: readonly string[],
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const child = spawn(process.execPath, [path.join(bench, program), ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      printed += part.toString('utf8');
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed })));
}

test('server and database killed up to six times within a minute under load lose no acknowledged answer, count none twice, and come back by themselves', async () => {
  const { code, printed } = await ran('faults.ts', ['6', '11', '1']);
  expect(printed).toContain('HOLDS: nothing lost, nothing twice.');
  expect(printed).toMatch(/^[1-6] kills in all$/m);
  expect(printed).toMatch(/^acknowledged [1-9]/m);
  expect(code).toBe(0);
}, 600_000);

test('a questionnaire of 60 questions is accepted ten times a second, and every way out holds as many rows', async () => {
  const { code, printed } = await ran('soak.ts', ['60', '10', '3']);
  expect(printed).toContain('accepted 30 of 30 (100.0 %)');
  expect(code).toBe(0);
}, 240_000);

describe('what a fault run compares', () => {
  let place: TestDatabase;
  const organization = randomUUID();
  beforeAll(async () => {
    place = await aTemplateDatabase();
  });
  afterAll(() => place?.close());

  const said = (mark: string, first = 1): Said => ({ mark, first, second: 2, third: 3, fourth: 4 });
  const told = (of: Said, id: string | null = null): Receipt => ({ kind: 'response', by: 'page', id, said: of });
  const store = ({ mark, ...numbers }: Said): Promise<unknown> => {
    const entries = Object.entries(numbers).map(([code, value]) => [code, { kind: 'number', value }]);
    const answers = { mark: { kind: 'text', text: mark }, ...Object.fromEntries(entries) };
    return place.database.withOwner((client) =>
      client.query(
        `INSERT INTO collection.response (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash)
         VALUES ($1, gen_random_uuid(), $1, 'en', 'web', '2026-11-22', $2, sha256(gen_random_uuid()::text::bytea))`,
        [organization, answers],
      ),
    );
  };
  const faults = async (receipts: readonly Receipt[], total: number) => {
    const found = (await compare({ url: place.url }, receipts, total)).faults;
    return Object.fromEntries(Object.entries(found).filter(([, marks]) => marks.length > 0));
  };

  test('finds nothing where rows and receipts agree, and names what is lost, there twice, other, strange or back', async () => {
    for (const mark of ['kept', 'twice', 'twice', 'strange', 'back']) await store(said(mark));
    await store(said('other', 7));
    const agreeing = ['kept', 'lost', 'twice', 'other'].map((mark) => told(said(mark)));
    const back: Receipt[] = [told(said('back')), { kind: 'withdrawal', mark: 'back' }];
    const draft: Receipt = { kind: 'draft', said: { mark: 'half', first: 5 } };
    expect(await faults([...agreeing, ...back, draft], 6)).toEqual({
      'acknowledged and not stored': ['lost'],
      'stored more than once': ['twice'],
      'stored and never acknowledged': ['strange'],
      'stored with another content or id': ['other'],
      'withdrawn and still there': ['back'],
      'withdrawals and tombstones': ['withdrawn: 1, 0'],
      'saved and not in a draft': ['half'],
      'drafts in all': ['drafts: 1, 0'],
    });
    expect(Object.keys(await faults([told(said('kept'), randomUUID())], 5))).toContain('fieldwork page beside rows');
    expect((await faults([told(said('kept'), randomUUID())], 6))['stored with another content or id']).toEqual([
      'kept',
    ]);
    await place.database.withOwner((client) =>
      client.query(`DELETE FROM collection.response WHERE answers -> 'mark' ->> 'text' <> 'kept'`),
    );
    expect(await faults([told(said('kept'))], 1)).toEqual({});
  });
});
