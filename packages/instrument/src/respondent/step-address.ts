import { partAddress } from './part-address.ts';
import type { RespondentStep } from './respondent-view.ts';

/** Where the page of a step is found: `base` is the address of the survey; `language` is named where nothing else tells it. */
export function stepAddress(base: string, step: RespondentStep, language: string | null): string {
  const named = language === null ? [] : [`lang=${encodeURIComponent(language)}`];
  switch (step.kind) {
    case 'part': {
      const ways = [...(step.returnsToCheck ? ['returns=check'] : []), ...(step.newQuestions ? ['more=1'] : [])];
      return partAddress(base, step, [...named, ...ways]);
    }
    case 'check':
      return withQuery(`${base}/check`, named);
    case 'introduction':
      return withQuery(base, [...named, 'from=start']);
    default:
      return withQuery(base, named);
  }
}

/** The step that an address of the survey asks for; null for its plain address, where one arrives. */
export function stepOfAddress(base: string, path: string, query: ReadonlyMap<string, string>): RespondentStep | null {
  if (path === `${base}/check`) return { kind: 'check' };
  if (!path.startsWith(`${base}/part/`)) return query.get('from') === 'start' ? { kind: 'introduction' } : null;
  return {
    kind: 'part',
    section: path.slice(`${base}/part/`.length),
    question: query.get('q') ?? null,
    returnsToCheck: query.get('returns') === 'check',
    newQuestions: query.get('more') === '1',
  };
}

const withQuery = (path: string, query: readonly string[]): string =>
  query.length > 0 ? `${path}?${query.join('&')}` : path;
