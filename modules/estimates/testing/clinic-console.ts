import type { RunningServer } from '@common-measure/platform/testing';
import type { APIRequestContext, BrowserContext } from 'playwright-core';
import { clinicCodebook, clinicHeaders, clinicRows } from './clinic.ts';

/** Signs a browser in as Maya, owner of a city, and brings two waves of the clinic survey by the API; gives their ids. */
export async function bringClinicSurvey(server: RunningServer, context: BrowserContext): Promise<readonly string[]> {
  const { request } = context;
  const at = (path: string) => server.address + path;
  const token = new URL(server.signInLink('en') ?? '').hash.slice(1);
  await checked(request.post(at('/api/sign-in-link'), { data: { token, language: 'en' } }));
  const headers = await sessionHeaders(request, server);
  const person = { name: 'Maya Roy', email: 'maya@example.ca', password: 'correct horse battery' };
  await checked(request.patch(at('/api/account'), { headers, data: person }));
  const city = {
    name: { en: 'City of Riverbend', fr: 'Ville de Riverbend' },
    level: 'municipal',
    serviceAreas: ['health'],
    clientTypes: ['individual'],
  };
  await checked(request.post(at('/api/organizations'), { headers, data: city }));
  const first = await bringWave(server, context, '2025-05-01', 1, null);
  return [first, await bringWave(server, context, '2026-05-01', 2, first)];
}

async function bringWave(
  server: RunningServer,
  { request }: BrowserContext,
  start: string,
  seed: number,
  basedOn: string | null,
): Promise<string> {
  const headers = await sessionHeaders(request, server);
  const lines = [clinicHeaders, ...clinicRows(seed)].map((cells) => cells.join(','));
  const file = { name: `${start}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
  const imports = `${server.address}/api/imports`;
  let found = await checked(
    request.post(basedOn === null ? imports : `${imports}?basedOn=${basedOn}`, { headers, multipart: { file } }),
  );
  while (found.state === 'reading') {
    await new Promise((resolve) => setTimeout(resolve, 50));
    found = await checked(request.get(`${imports}/${found.id}`));
  }
  const codebook = { ...clinicCodebook(start), source: found.codebook.source };
  const changed = await checked(
    request.put(`${imports}/${found.id}/codebook`, { headers, data: { revision: found.revision, codebook } }),
  );
  const saved = await checked(
    request.post(`${imports}/${found.id}/dataset`, { headers, data: { revision: changed.revision } }),
  );
  return saved.id;
}

async function sessionHeaders(request: APIRequestContext, server: RunningServer): Promise<Record<string, string>> {
  const session = await checked(request.get(`${server.address}/api/session`));
  return { 'x-csrf-token': session.csrfToken };
}

async function checked(sent: ReturnType<APIRequestContext['get']>) {
  const reply = await sent;
  const text = await reply.text();
  if (!reply.ok()) throw new Error(`${reply.url()} answered ${reply.status()}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}
