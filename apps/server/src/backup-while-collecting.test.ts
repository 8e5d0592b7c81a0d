import { withOwnerConnection } from '@common-measure/platform/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, keptRows } from '../../../bench/restore-drill/kept-rows.ts';
import { KeptPlace, type KeptSurvey } from './kept-place.fixture.ts';

/** One response as its sender knows it: when she began to send, and when the receipt came (milliseconds of one clock). */
interface Sent {
  readonly id: string;
  readonly comment: string;
  readonly begun: number;
  readonly acknowledged: number;
}

const clients = 12;
const backups = 3;

let kept: KeptPlace;
let survey: KeptSurvey;
beforeAll(async () => {
  kept = await KeptPlace.begin();
  survey = await kept.openSurvey();
});
afterAll(() => kept?.close());

/** Twelve clients send one response after another until told to stop. */
async function collectDuring<T>(
  work: (sent: readonly Sent[]) => Promise<T>,
): Promise<{ readonly sent: readonly Sent[]; readonly result: T }> {
  const sent: Sent[] = [];
  let isOver = false;
  const collecting = Array.from({ length: clients }, async (_, client) => {
    for (let turn = 0; !isOver; turn++) {
      const comment = `client ${client} turn ${turn} ${'abcdefghij'[turn % 10]}`;
      const begun = performance.now();
      const { id } = await kept.answer(survey, comment);
      sent.push({ id, comment, begun, acknowledged: performance.now() });
      // All of this shares one process: the backup is to get on, too.
      await new Promise((resume) => setTimeout(resume, 10));
    }
  });
  const result = await work(sent).finally(() => {
    isOver = true;
  });
  await Promise.all(collecting);
  return { sent, result };
}

const recorded = (url: string): Promise<ReadonlyMap<string, string>> =>
  withOwnerConnection({ url }, async (client) => {
    const { rows } = await client.query<{ id: string; text: string }>(
      `SELECT id, answers -> 'comment_improve' ->> 'text' AS text FROM collection.response`,
    );
    return new Map(rows.map(({ id, text }) => [id, text]));
  });

describe('a backup that is made while twelve clients send', () => {
  it('holds every response acknowledged before it began, none begun after it ended, each as it was sent', async () => {
    const { sent, result } = await collectDuring(async (acknowledged) => {
      const made: { file: string; began: number; ended: number }[] = [];
      for (let turn = 0; turn < backups; turn++) {
        const enough = acknowledged.length + 2 * clients;
        while (acknowledged.length < enough) await new Promise((resume) => setTimeout(resume, 20));
        const began = performance.now();
        const file = await kept.backUp(`while-${turn}.tar.gz`);
        made.push({ file, began, ended: performance.now() });
      }
      return made;
    });
    const content = new Map(sent.map(({ id, comment }) => [id, comment]));
    let earlier = 0;
    for (const { file, began, ended } of result) {
      const before = sent.filter(({ acknowledged }) => acknowledged < began);
      const during = sent.filter(({ begun, acknowledged }) => acknowledged >= began && begun <= ended);
      // There was something to lose, and something under way.
      expect(before.length).toBeGreaterThan(earlier);
      expect(during.length).toBeGreaterThan(0);
      await kept.restored(file, [], async ({ url }) => {
        const held = await recorded(url);
        expect(before.filter(({ id }) => !held.has(id))).toEqual([]);
        expect(sent.filter(({ id, begun }) => begun > ended && held.has(id))).toEqual([]);
        for (const [id, text] of held) expect(text).toBe(content.get(id));
        // Not the comments alone: every column of every response.
        const found = difference(await keptRows({ url: kept.test.url }), await keptRows({ url }));
        expect(found).toMatchObject({ equal: held.size, different: [], strange: [], withdrawnSince: 0 });
        await expectOneInstant(url, held.size);
      });
      earlier = before.length;
    }
    expect(await recorded(kept.test.url)).toEqual(content);
  }, 180_000);
});

it('a restored response that differs in any column, or comes from nowhere, is found', async () => {
  const { id } = await kept.answer(survey, 'to be altered');
  const file = await kept.backUp('altered.tar.gz');
  await kept.restored(file, [], async ({ url }) => {
    const source = await keptRows({ url: kept.test.url });
    expect(difference(source, await keptRows({ url }))).toMatchObject({ different: [], strange: [] });
    await withOwnerConnection({ url }, (client) =>
      client.query(`UPDATE collection.response SET answered_on = answered_on - 1 WHERE id = $1`, [id]),
    );
    expect(difference(source, await keptRows({ url })).different).toEqual([id]);
    const without = { ...source, rows: new Map([...source.rows].filter(([one]) => one !== id)) };
    expect(difference(without, await keptRows({ url })).strange).toEqual([id]);
  });
}, 180_000);

/** What is counted beside the responses is of the same instant as they are. */
async function expectOneInstant(url: string, responses: number): Promise<void> {
  const { rows } = await withOwnerConnection({ url }, (client) =>
    client.query<{ counted: number; waves: number }>(
      `SELECT (SELECT coalesce(sum(count), 0) FROM collection.wave_count)::integer
         + (SELECT count(*) FROM collection.response WHERE NOT mixed)::integer AS counted,
         (SELECT count(*) FROM collection.response r WHERE NOT EXISTS
           (SELECT 1 FROM studies.wave w WHERE w.organization_id = r.organization_id AND w.id = r.wave_id))::integer AS waves`,
    ),
  );
  expect(rows).toEqual([{ counted: responses, waves: 0 }]);
}
