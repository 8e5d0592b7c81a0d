import { api } from '@common-measure/platform/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { collectionApi } from '../contract.ts';
import { fieldworkApi } from '../fieldwork/fieldwork-contract.ts';
import { alertsQuery } from './fieldwork-alert-queries.ts';
import { pretestQuery } from './fieldwork-pretest-query.ts';

interface EarlyCall {
  readonly round: number | null;
  readonly at: number;
  readonly reply: Promise<unknown>;
}

/** Calls under way that nobody waits for yet, by address. */
const begun = new Map<string, EarlyCall>();
/** What came longer ago is asked for again, in milliseconds. */
const goodFor = 3000;

/**
 * Asks for what the page shows while the survey itself is still asked for, not after it: the counts of the round of the address, of the
 * present one where it names none. Where the survey is known already (`isKnown`), each part asks by itself.
 */
export function useEarlyCalls(surveyId: string, round: number | null, isKnown: boolean): void {
  const queries = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address, as the page was opened
  useEffect(() => {
    if (isKnown) return;
    for (const pattern of [collectionApi.fieldwork, fieldworkApi.course]) {
      const address = pattern.replace(':id', surveyId);
      const before = begun.get(address);
      if (before && isGood(before)) continue;
      const reply = api.get(round === null ? address : `${address}?round=${round}`);
      // Whoever waits for it hears of a failure; of a draft there is no course, and nobody waits.
      reply.catch(() => undefined);
      begun.set(address, { round, at: performance.now(), reply });
    }
    if (round !== null) return;
    void queries.prefetchQuery(alertsQuery(surveyId));
    void queries.prefetchQuery(pretestQuery(surveyId));
  }, [surveyId, round]);
}

/** What was asked for early, once, where it is of this round and just under way; else it is asked for now. */
export function askForRound<Reply>(pattern: string, surveyId: string, round: number): Promise<Reply> {
  const address = pattern.replace(':id', surveyId);
  const early = begun.get(address);
  begun.delete(address);
  if (early && isGood(early) && (early.round ?? round) === round) return early.reply as Promise<Reply>;
  return api.get<Reply>(`${address}?round=${round}`);
}

function isGood({ at }: EarlyCall): boolean {
  return performance.now() - at < goodFor;
}
