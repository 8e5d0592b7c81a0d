import { screeningRules } from '@common-measure/instrument';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inDatabaseFiles, inFiles, KeptPlace, type KeptSurvey } from './kept-place.fixture.ts';
import { keepScreening, runScreening } from './screening.ts';

let kept: KeptPlace;
let survey: KeptSurvey;
beforeAll(async () => {
  kept = await KeptPlace.begin();
  survey = await kept.openSurvey();
  for (let person = 0; person < 12; person++) await kept.answer(survey, `before ${person}`);
  // As a version without screening left them.
  await kept.test.database.withOwner((client) =>
    client.query(
      `UPDATE collection.response SET answers = jsonb_set(answers, '{comment_improve,text}',
         to_jsonb('Ask for Zebulinda Quaggaworth, ' || right(id::text, 4) || ', at 514 555-0133'::text)) WHERE wave_id = $1`,
      [survey.waveId],
    ),
  );
  await kept.saveDataset(survey);
}, 120_000);
afterAll(() => kept?.close());

const answersOf = async () =>
  kept.test.database.withOwner(async (client) => {
    const { rows } = await client.query<{ text: string; hash: string }>(
      `SELECT answers -> 'comment_improve' ->> 'text' AS text, encode(content_hash, 'hex') AS hash FROM collection.response
       WHERE wave_id = $1 ORDER BY id`,
      [survey.waveId],
    );
    return rows;
  });

it('what was stored before the rules is masked, what stood there kept apart, and columns, pages and log written anew', async () => {
  const before = await answersOf();
  expect(await inDatabaseFiles(kept.test.url, 'Quaggaworth')).toEqual(['log', 'pages']);
  const columns = (await inFiles(kept.folder, 'Quaggaworth')).filter((file) => file.endsWith('.parquet'));
  expect(columns).toHaveLength(1);
  expect(await runScreening(kept.place)).toEqual({ looked: 12, masked: 12, datasets: 1, cleared: 'discarded' });
  const after = await answersOf();
  for (const { text } of after) expect(text).toMatch(/^Ask for \[name\], [0-9a-f]{4}, at \[telephone\]$/);
  // What was sent is known again by the same checksum.
  expect(after.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
  expect(await inFiles(kept.folder, 'Quaggaworth')).toEqual([]);
  expect(await inDatabaseFiles(kept.test.url, 'Quaggaworth')).toEqual(['pages']);
  const rows = await kept.test.database.withOwner((client) =>
    client.query(`SELECT texts -> 'comment_improve' ->> 'text' AS text FROM collection.original_text`),
  );
  expect(rows.rows).toHaveLength(12);
  for (const { text } of rows.rows) expect(text).toContain('Zebulinda Quaggaworth');
}, 120_000);

it('a second run finds nothing to do', async () => {
  expect(await runScreening(kept.place)).toEqual({ looked: 0, masked: 0, datasets: 0, cleared: null });
});

it('stopped in the middle, it goes on where it was, and clears what the run before had masked', async () => {
  const [reached] = await kept.test.database.withOwner(async (client) => {
    const { rows } = await client.query<{ id: string; organization_id: string }>(
      'SELECT id, organization_id FROM collection.response WHERE wave_id = $1 ORDER BY id OFFSET 4 LIMIT 1',
      [survey.waveId],
    );
    await client.query(
      `UPDATE collection.screening_pass SET done = false, after_organization = $1, after_response = $2, waves = $3`,
      [
        rows[0]!.organization_id,
        rows[0]!.id,
        JSON.stringify([{ organizationId: rows[0]!.organization_id, waveId: survey.waveId }]),
      ],
    );
    return rows;
  });
  expect(reached).toBeDefined();
  expect(await runScreening(kept.place)).toEqual({ looked: 7, masked: 0, datasets: 1, cleared: 'discarded' });
}, 60_000);

describe('a platform that starts with other rules than those that looked before', () => {
  const swift = { afterMs: 10, everyMs: 200, betweenMs: 20, quietMs: 300 };
  /** As the version before left things: its rules have looked at everything, and let these names through. */
  const anUpdate = async (name: string) =>
    kept.test.database.withOwner(async (client) => {
      await client.query(
        `UPDATE collection.response SET answers = jsonb_set(answers, '{comment_improve,text}',
           to_jsonb($2 || ' at 514 555-0133, ' || right(id::text, 4))) WHERE wave_id = $1`,
        [survey.waveId, `Ask for ${name}`],
      );
      await client.query('UPDATE collection.screening_pass SET rules = rules - 100');
    });
  const passOf = async () =>
    kept.test.database.withOwner(async (client) => {
      const { rows } = await client.query<{ done: boolean; waves: unknown[] }>(
        'SELECT done, waves FROM collection.screening_pass WHERE rules = $1',
        [screeningRules],
      );
      return rows[0] ?? null;
    });

  it('masks by itself what was stored before, clears it away while nobody answers, and then rests', async () => {
    await anUpdate('Zebulinda Quaggaworth');
    expect(await passOf()).toBeNull();
    const job = keepScreening(kept.place, swift);
    // Two servers that meet do no harm: one works at a time.
    const other = keepScreening(kept.place, swift);
    await expect.poll(passOf, { timeout: 60_000 }).toEqual({ done: true, waves: [] });
    await Promise.all([job.stop(), other.stop()]);
    for (const { text } of await answersOf()) expect(text).toMatch(/^Ask for \[name\] at \[telephone\]/);
    expect((await inFiles(kept.folder, 'Quaggaworth')).filter((file) => file.endsWith('.parquet'))).toEqual([]);
    const spoken = vi.spyOn(console, 'error');
    const again = keepScreening(kept.place, swift);
    await new Promise((resume) => setTimeout(resume, 1000));
    await again.stop();
    expect(spoken).not.toHaveBeenCalled();
    spoken.mockRestore();
  }, 120_000);

  it('is stopped at once in the middle, and goes on at the next start', async () => {
    await anUpdate('Zebulinda Quaggaworth');
    const early = keepScreening(kept.place, { ...swift, afterMs: 60_000 });
    await early.stop();
    expect(await passOf()).toBeNull();
    const busy = keepScreening(kept.place, { ...swift, quietMs: 60_000 });
    await expect.poll(async () => (await passOf())?.done, { timeout: 60_000 }).toBe(true);
    const started = performance.now();
    await busy.stop();
    expect(performance.now() - started).toBeLessThan(5000);
    expect((await passOf())?.waves).toHaveLength(1);
    const next = keepScreening(kept.place, swift);
    await expect.poll(passOf, { timeout: 60_000 }).toEqual({ done: true, waves: [] });
    await next.stop();
  }, 120_000);
});
