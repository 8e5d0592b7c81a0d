import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Instrument } from '@common-measure/instrument';
import type { RunningServer } from '@common-measure/platform/testing';

/** Somebody who is signed in to a running platform, with an organization of her own. */
export interface Analyst {
  /** The session's cookie, "name=value". */
  readonly cookie: string;
  send(method: string, route: string, body: object): Promise<Response>;
}

/** Signs in by the link that the first start printed and founds an organization. */
export async function anAnalyst(server: Pick<RunningServer, 'address' | 'signInLink'>): Promise<Analyst> {
  const { address } = server;
  const token = server.signInLink('en')?.split('#')[1];
  const signedIn = await request(address, 'POST', '/api/sign-in-link', { token, language: 'en' }, {});
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = await fetch(`${address}/api/session`, { headers: { cookie } });
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const headers = { cookie, 'x-csrf-token': csrfToken };
  const analyst: Analyst = {
    cookie,
    send: (method, route, body) => request(address, method, route, body, headers),
  };
  const person = { name: 'Alice', email: 'alice@example.ca', password: 'correct horse battery' };
  await analyst.send('PATCH', '/api/account', person);
  await analyst.send('POST', '/api/organizations', {
    name: { en: 'Airport', fr: 'Aéroport' },
    level: 'municipal',
    serviceAreas: ['licensing'],
    clientTypes: ['individual'],
  });
  return analyst;
}

/** A published survey of a questionnaire of its own. */
export async function anOpenSurveyOf(
  analyst: Analyst,
  instrument: Instrument,
): Promise<{ readonly id: string; readonly waveId: string; readonly token: string }> {
  const wanted = { name: instrument.title, samplingClass: 'non-probability', timeZone: 'America/Regina', packId: null };
  const made = await analyst.send('POST', '/api/surveys', wanted);
  const survey = (await made.json()) as { id: string; waveId: string; instrumentId: string };
  await analyst.send('PUT', `/api/instruments/${survey.instrumentId}`, { revision: 1, instrument });
  const published = await analyst.send('POST', `/api/surveys/${survey.id}/publish`, {});
  const { answerPath, waveId } = (await published.json()) as { answerPath: string; waveId: string };
  return { id: survey.id, waveId, token: answerPath.slice(3) };
}

/** A published survey of the questionnaire for clients of a service, as it is offered: 24 questions. Gives its public token. */
export async function anOpenPackSurvey(analyst: Analyst): Promise<string> {
  const wanted = {
    name: { en: 'Speed', fr: 'Vitesse' },
    samplingClass: 'non-probability',
    timeZone: 'America/Regina',
    packId: 'client_satisfaction_core',
  };
  const survey = (await (await analyst.send('POST', '/api/surveys', wanted)).json()) as { id: string };
  const reply = await analyst.send('POST', `/api/surveys/${survey.id}/publish`, {});
  const { answerPath } = (await reply.json()) as { answerPath: string };
  return answerPath.slice(3);
}

async function request(
  address: string,
  method: string,
  route: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const reply = await fetch(`${address}${route}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${route}: ${reply.status} ${await reply.text()}`);
  return reply;
}

/** Imports a file from the terminal while the platform runs; gives the dataset's id. */
export function importDataset({ dataFolder }: RunningServer, file: string, codebook: string): string {
  const cli = path.resolve(import.meta.dirname, '../apps/cli/src/main.ts');
  const printed = execFileSync(process.execPath, [cli, 'dataset', 'import', file, '--codebook', codebook, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, CM_DATA: dataFolder },
  });
  return JSON.parse(printed).dataset;
}
