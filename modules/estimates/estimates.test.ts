import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Codebook, parseCodebook, readTable } from '@common-measure/dataset';
import type { AnalysisResult, Explanation } from '@common-measure/estimate';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { saveRows } from '@common-measure/modules/datasets/server';
import type { Engine } from '@common-measure/platform/analytics';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Results } from './contract.ts';
import { estimatesRoutes } from './server.ts';
import { clinicCodebook, clinicHeaders, clinicRows } from './testing/clinic.ts';

let test: TestServer;
let engine: Engine;
let server: FastifyInstance;
let alice: Person;
let vic: Person;
let otto: Person;

beforeAll(async () => {
  test = await aServerOf([...accountsRoutes, ...estimatesRoutes], authenticate);
  ({ server, engine } = test);
  alice = await anOwner(server, test.database, 'alice');
  otto = await anOwner(server, test.database, 'otto');
  vic = await aColleague(server, alice, 'vic', 'viewer');
});
afterAll(() => test?.close());

interface Saved {
  readonly codebook: Codebook;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly follows: string | null;
}

/** Saves rows as a dataset of Alice's organization, as an import does. */
async function saved(dataset: Saved): Promise<string> {
  const session = (await alice.send('GET', '/api/session')).json();
  const organizationId: string = session.organization.id;
  const scope = { organizationId, accountId: session.account.id };
  return test.database.transact(scope, async (tx) => {
    const { id } = await saveRows(tx, engine, { ...dataset, organizationId, waveId: null, createdBy: null });
    return id;
  });
}

const clinic = (start: string, follows: string | null = null, shift = 0): Saved => ({
  codebook: clinicCodebook(start),
  headers: clinicHeaders,
  rows: clinicRows(shift),
  follows,
});

const resultsAt = async (person: Person, id: string, query = ''): Promise<Results> => {
  const reply = await person.send('GET', `/api/datasets/${id}/results${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
};

describe('the results page', () => {
  it('gives every item with its distribution in one call, and by a profile variable against the complement', async () => {
    const id = await saved(clinic('2026-01-01'));
    const page = await resultsAt(vic, id, '?by=channel');
    const overall = page.result.estimates.filter((one) => one.estimand.variable === 'overall');
    const statistics = new Set(overall.map(({ estimand }) => estimand.statistic));
    expect([...statistics].sort()).toEqual(['bottom-2', 'mean', 'net', 'proportion', 'score', 'top-2']);
    const withheld = overall.flatMap((one) =>
      one.status === 'withheld' ? [`${one.domain.channel} ${one.reason}`] : [],
    );
    expect([...new Set(withheld)]).toEqual(['mail no-cases']);
    expect(page.result.comparisons.filter(({ status }) => status === 'tested').length).toBeGreaterThan(0);
    expect(page.codebook.variables.map(({ name }) => name)).not.toContain('note');
    expect(page.result.audience).toBe('organization');
  });

  it('withholds a breakdown with a small group as a whole', async () => {
    const { codebook, headers, rows } = clinic('2026-01-01');
    const few = rows.map((row, i) => (i < 4 ? row.map((cell, c) => (c === 5 ? 'mail' : cell)) : row));
    const page = await resultsAt(alice, await saved({ codebook, headers, rows: few, follows: null }), '?by=channel');
    const groups = page.result.estimates.filter(({ domain }) => 'channel' in domain);
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.every(({ status }) => status === 'withheld')).toBe(true);
  });

  it('shows earlier waves and compares with the chosen one', async () => {
    const before = await saved(clinic('2025-01-01', null, 1));
    const id = await saved(clinic('2026-01-01', before));
    const page = await resultsAt(vic, id, `?against=${before}`);
    expect(page.waves.map(({ label }) => label)).toEqual(['2025']);
    expect(page.comparisons.some((one) => one.status === 'tested' && one.estimand.variable === 'overall')).toBe(true);
    const strange = await vic.send('GET', `/api/datasets/${id}/results?against=${id}`);
    expect(strange.json().code).toBe('wave-not-earlier');
  });

  it('does not count a later wave as an earlier one where its choices were taken over', async () => {
    const later = await saved(clinic('2020-01-01'));
    const id = await saved(clinic('2019-01-01', later, 1));
    expect((await resultsAt(vic, id)).waves).toEqual([]);
  });

  it('gives the kept result again, and is not broken down by what the codebook does not offer', async () => {
    const id = await saved(clinic('2026-01-01'));
    const first = await resultsAt(vic, id);
    const second = await resultsAt(vic, id);
    expect(second.result.provenance.at).toBe(first.result.provenance.at);
    const reply = await vic.send('GET', `/api/datasets/${id}/results?by=office`);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'breakdown-not-offered']);
  });

  it('explains a figure with its R script, and no figure that is withheld or not there', async () => {
    const id = await saved(clinic('2026-01-01'));
    const path = `/api/datasets/${id}/explanation?statistic=score&variable=overall`;
    const explanation: Explanation = (await vic.send('GET', path)).json();
    expect(explanation.script).toContain('svydesign(ids = ~cluster1');
    expect(explanation.formula.fr).toContain('de 0 à 100');
    expect((await vic.send('GET', `${path}&by=channel&group=web`)).json().script).toContain('%in% c("web")');
    expect((await vic.send('GET', path.replace('overall', 'nothing'))).statusCode).toBe(404);
  });

  it('explains a difference with the tests that stand beside it, and none that was not tested', async () => {
    const before = await saved(clinic('2025-01-01', null, 1));
    const id = await saved(clinic('2026-01-01', before));
    const path = `/api/datasets/${id}/explanation?statistic=score&variable=overall`;
    const rest = (await vic.send('GET', `${path}&by=channel&group=web&compare=complement`)).json();
    expect(rest.script).toContain('svycontrast(both, c(1, -1))');
    expect(rest.script).toMatch(/p\.adjust\(c\(p, [\d.e-]+, [\d.e-]+\), method = "holm"\)/);
    const change = (await vic.send('GET', `${path}&compare=wave&against=${before}&family=headline`)).json();
    expect(change.script.match(/read\.csv/g)).toHaveLength(2);
    expect(change.script).toMatch(/p\.adjust\(c\(p(, [\d.e-]+){3}\), method = "holm"\)/);
    expect(change.formula.fr).toContain('vagues');
    const items = path.replace('overall', 'wait');
    const ofItem = (await vic.send('GET', `${items}&compare=wave&against=${before}&family=items`)).json();
    expect(ofItem.script).toMatch(/p\.adjust\(c\(p, [\d.e-]+\), method = "holm"\)/);
    for (const untested of ['&by=channel&group=mail&compare=complement', `&compare=wave&against=${id}`])
      expect((await vic.send('GET', path + untested)).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('belongs to its organization', async () => {
    const id = await saved(clinic('2026-01-01'));
    expect((await otto.send('GET', `/api/datasets/${id}/results`)).statusCode).toBe(404);
  });
});

describe('a written plan', () => {
  const plan = {
    audience: 'single-responses',
    estimates: [{ statistic: 'mean', variable: 'overall', by: ['office'] }],
  };

  it('shows small groups only to those who are declared to read single responses, and leaves a trace', async () => {
    const id = await saved(clinic('2026-01-01'));
    const refused = await alice.send('POST', `/api/datasets/${id}/estimates`, plan);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'single-responses-not-allowed']);
    const members = (await alice.send('GET', '/api/members')).json();
    const me = members.find((one: { isYou: boolean }) => one.isYou);
    await alice.send('PATCH', `/api/members/${me.accountId}`, { mayReadSingleResponses: true });
    const reply = await alice.send('POST', `/api/datasets/${id}/estimates`, plan);
    expect(reply.statusCode, reply.body).toBe(200);
    const result: AnalysisResult = reply.json();
    expect(result.audience).toBe('single-responses');
    expect(result.estimates.every(({ status }) => status === 'shown')).toBe(true);
    const audit = (await alice.send('GET', '/api/audit')).json();
    expect(JSON.stringify(audit)).toContain('estimates.made');
  });

  it('takes no closed column for a weight, stratum or cluster: refusals would tell its values', async () => {
    const id = await saved(clinic('2026-01-01'));
    for (const design of [{ strata: ['note'] }, { clusters: ['note'] }, { weight: 'note' }, { fpc: ['note'] }]) {
      const reply = await alice.send('POST', `/api/datasets/${id}/estimates`, {
        design,
        estimates: [{ statistic: 'mean', variable: 'overall' }],
      });
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'design-column-not-declared']);
    }
    const unweighted = { design: { weight: null }, estimates: [{ statistic: 'mean', variable: 'overall' }] };
    expect((await alice.send('POST', `/api/datasets/${id}/estimates`, unweighted)).statusCode).toBe(200);
  });

  it('is refused with all its problems', async () => {
    const id = await saved(clinic('2026-01-01'));
    const reply = await alice.send('POST', `/api/datasets/${id}/estimates`, {
      estimates: [
        { statistic: 'score', variable: 'office' },
        { statistic: 'mean', variable: 'nothing' },
      ],
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().title.en).toContain('estimates[0].statistic');
    expect(reply.json().title.en).toContain('estimates[1].variable');
  });
});

const real = resolve(process.env.CM_REAL_DATA ?? '../shared/real-data', 'sfo_airport');
const isThere = existsSync(join(real, '2016.csv'));
if (!isThere) console.warn(`Skipped: the airport survey is not in ${real} (set CM_REAL_DATA).`);

describe.skipIf(!isThere)('the airport survey', () => {
  it('gives the published mean of 2016 and its trend, by a profile variable', async () => {
    const airport = (year: number, follows: string | null): Promise<string> => {
      const text = readFileSync(new URL(`../../fixtures/codebooks/sfo-${year}.json`, import.meta.url), 'utf8');
      const codebook = parseCodebook(JSON.parse(text));
      const table = readTable(readFileSync(join(real, `${year}.csv`)));
      if (!codebook.ok || !table.ok) throw new Error('the airport survey cannot be read');
      const { headers, rows } = table.value;
      return saved({ codebook: codebook.value, headers, rows, follows });
    };
    const before = await airport(2015, null);
    const id = await airport(2016, before);
    const page = await resultsAt(vic, id, `?by=gender&against=${before}`);
    const mean = page.result.estimates.find(
      ({ estimand, domain }) =>
        estimand.statistic === 'mean' && estimand.variable === 'overall' && !('gender' in domain),
    );
    expect(mean).toMatchObject({ n: 2919, value: expect.closeTo(4.0533, 4) });
    expect(page.waves[0]?.comparisons[0]).toMatchObject({ status: 'tested' });
  });
});
