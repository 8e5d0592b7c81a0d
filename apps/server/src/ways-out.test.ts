import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { mayActAs, type Role, type Route } from '@common-measure/platform/http';
import { aColleague, type Person } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDatabaseFiles, KeptPlace, type KeptSurvey } from './kept-place.fixture.ts';
import { routes } from './slices.ts';

/** One of each kind; none of them may come out anywhere but where originals are read. */
const secrets = {
  name: 'Oluwaseun Afolabi',
  phone: '514 555-0199',
  email: 'zz.needle@example.ca',
  'postal-code': 'X0A 0H1',
  sin: '046 454 286',
  'health-card': 'TREM 8562 1409',
  card: '4539 5787 6362 1486',
};
const comment = `My name is ${secrets.name}, call ${secrets.phone} or ${secrets.email}, ${secrets['postal-code']}. SIN ${secrets.sin}. Card ${secrets['health-card']} and ${secrets.card}.`;

let kept: KeptPlace;
let survey: KeptSurvey;
let people: Record<Role | 'reader', Person>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  kept = await KeptPlace.begin();
  survey = await kept.openSurvey();
  for (let person = 0; person < 25; person++) ids.response = (await kept.answer(survey, comment)).id;
  const { alice, server } = kept;
  const conflicting = await server.inject({
    method: 'PUT',
    url: `/api/collect/${survey.token}/responses/${ids.response}`,
    payload: { language: 'fr', entries: { comment_improve: [`Autre chose. ${comment}`] } },
  });
  if (conflicting.statusCode !== 409) throw new Error(conflicting.body);
  const team = {
    manager: await aColleague(server, alice, 'bob', 'manager'),
    analyst: await aColleague(server, alice, 'ana', 'analyst'),
    viewer: await aColleague(server, alice, 'vic', 'viewer'),
    reader: await aColleague(server, alice, 'rea', 'analyst'),
  };
  people = { owner: alice, ...team };
  const rea = (await alice.send('GET', '/api/members')).json().find((one: { name: string }) => /rea/i.test(one.name));
  const declared = await alice.send('PATCH', `/api/members/${rea.accountId}`, { mayReadSingleResponses: true });
  if (declared.statusCode >= 300) throw new Error(declared.body);
  ids.dataset = await kept.saveDataset(survey);
  const order = { title: { en: 'Report', fr: 'Rapport' }, audience: 'organization' };
  ids.making = (await alice.send('POST', `/api/datasets/${ids.dataset}/reports`, order)).json().id;
  let making = { state: 'working', reportId: '' };
  while (making.state === 'working') {
    await new Promise((resume) => setTimeout(resume, 100));
    making = (await alice.send('GET', `/api/report-makings/${ids.making}`)).json();
  }
  ids.report = making.reportId;
  ids.edition = (await alice.send('GET', `/api/reports/${ids.report}`)).json().editions?.[0]?.id ?? randomUUID();
}, 120_000);
afterAll(() => kept?.close());

/** What an address names, by how it begins. */
const named: readonly (readonly [string, () => string])[] = [
  ['/api/surveys/:id', () => survey.id],
  ['/api/waves/:id', () => survey.waveId],
  ['/api/datasets/:id', () => ids.dataset!],
  ['/api/reports/:id', () => ids.report!],
  ['/api/report-editions/:id', () => ids.edition!],
  ['/api/report-makings/:id', () => ids.making!],
];
const formats = ['html', 'csv', 'pdf', 'docx', 'json', 'xlsx', 'zip', 'r'];
const queries = ['', '?statistic=score&variable=overall_satisfaction', '?missing=listwise'];

function addressesOf(route: Route): readonly string[] {
  const thing = named.find(([start]) => route.path.startsWith(start));
  const filled = route.path.replace(/:(id)/, thing?.[1]() ?? randomUUID()).replace(':language', 'en');
  const all = filled.includes(':format') ? formats.map((format) => filled.replace(':format', format)) : [filled];
  return all.flatMap((one) => queries.map((query) => one.replace(/:\w+/g, '1') + query));
}

const reads = routes.filter(
  (route) => route.method === 'GET' && route.access !== 'anyone' && !route.path.endsWith('/original-comments'),
);
const roleNames = ['viewer', 'analyst', 'manager', 'owner', 'reader'] as const;

describe('what somebody wrote of a person', () => {
  it.each(roleNames)(
    'comes out by no address that may be read as %s',
    async (name) => {
      let answered = 0;
      for (const route of reads) {
        const role = name === 'reader' ? 'analyst' : name;
        if (route.access !== 'signed-in' && !mayActAs(role, route.access as Role)) continue;
        for (const address of addressesOf(route)) {
          const reply = await people[name].send('GET', address);
          if (reply.statusCode === 200) answered += 1;
          for (const secret of Object.values(secrets)) expect(reply.body, address).not.toContain(secret);
        }
      }
      // The walk went somewhere.
      expect(answered).toBeGreaterThan(20);
    },
    120_000,
  );

  it('comes masked in the single responses, to those who may read them', async () => {
    const address = `/api/surveys/${survey.id}/responses.csv`;
    const file = await people.reader.send('GET', address);
    expect(file.statusCode).toBe(200);
    expect(file.body).toContain('My name is [name], call [telephone] or [e-mail], [postal code].');
    expect((await people.manager.send('GET', address)).statusCode).toBe(403);
  });

  it('is read as it was by those alone who are declared, and that is in the audit trail', async () => {
    const address = `/api/surveys/${survey.id}/original-comments`;
    for (const name of ['viewer', 'analyst', 'manager'] as const)
      expect((await people[name].send('GET', address)).statusCode).toBe(403);
    const texts = (await people.reader.send('GET', address)).json();
    expect(texts).toHaveLength(25);
    expect(texts[0]).toMatchObject({
      question: 'comment_improve',
      text: comment,
      kinds: ['name', 'phone', 'email', 'postal-code', 'sin', 'health-card', 'card'],
    });
    const { rows } = await kept.test.database.withOwner((client) =>
      client.query(`SELECT details FROM cm.event WHERE name = 'originals.read'`),
    );
    expect(rows).toEqual([{ details: { round: 1, texts: 25 } }]);
  });

  it('stands in no column file of a dataset, and in one table of the database alone', async () => {
    const folder = path.join(kept.dataFolder, 'datasets');
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.parquet'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = await readFile(path.join(folder, file));
      expect(bytes.includes('[e-mail]')).toBe(true);
      for (const secret of Object.values(secrets)) expect(bytes.includes(secret)).toBe(false);
    }
    expect(await inDatabaseFiles(kept.test.url, secrets.email)).toContain('pages');
    const holding = await kept.test.database.withOwner(async (client) => {
      const tables = await client.query<{ name: string }>(
        `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`,
      );
      const found: string[] = [];
      for (const { name } of tables.rows) {
        const hit = await client.query(`SELECT 1 FROM ${name} AS t WHERE t::text LIKE $1 LIMIT 1`, [
          `%${secrets.email}%`,
        ]);
        if (hit.rows.length > 0) found.push(name);
      }
      return found;
    });
    expect(holding).toEqual(['collection.original_text']);
  });
});
