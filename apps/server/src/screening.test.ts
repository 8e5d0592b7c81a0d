import { afterAll, beforeAll, expect, it } from 'vitest';
import { inDatabaseFiles, inFiles, KeptPlace, type KeptSurvey } from './kept-place.fixture.ts';
import { runScreening } from './screening.ts';

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
