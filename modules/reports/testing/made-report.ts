import type { Person } from '@common-measure/platform/testing';
import type { Making, Report } from '../contract.ts';

/** Orders a report or an edition, and asks until it is done, as the page does. Fails with the reason where it could not be made. */
export async function madeReport(person: Person, path: string, order: object): Promise<Report> {
  const making = await settledMaking(person, path, order);
  if (making.state !== 'done') throw new Error(`${making.state}: ${making.problem?.title.en}`);
  return (await person.send('GET', `/api/reports/${making.reportId}`)).json();
}

/** The order once it is done or has failed. */
export async function settledMaking(person: Person, path: string, order: object): Promise<Making> {
  const ordered = await person.send('POST', path, order);
  if (ordered.statusCode !== 200) throw new Error(ordered.body);
  return settled(person, ordered.json());
}

export async function settled(person: Person, ordered: Making): Promise<Making> {
  for (let making = ordered, asked = 0; asked < 600; asked += 1) {
    if (making.state !== 'working') return making;
    if (making.done > making.of) throw new Error(`${making.done} of ${making.of}`);
    await new Promise((resume) => setTimeout(resume, 100));
    making = (await person.send('GET', `/api/report-makings/${making.id}`)).json();
  }
  throw new Error('the report was not made in a minute');
}
