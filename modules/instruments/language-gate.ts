import type { Instrument } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { readLanguages } from './language-store.ts';
import { instrumentsProblems } from './problems.ts';
import { missingReview } from './review-store.ts';

/** Refuses to publish where the organization wants each language reviewed and one is not, as it stands; names which and why. */
export async function refuseUnreviewedLanguages(
  tx: Tx,
  organizationId: string,
  id: string,
  instrument: Instrument,
  accountId: string,
): Promise<void> {
  const { rule, languages } = await readLanguages(tx, organizationId, id, instrument, accountId);
  if (!rule.review) return;
  const reasons = languages.flatMap(({ language, review, isReviewed }) =>
    isReviewed ? [] : [missingReview(language, review)],
  );
  const said = reasons.filter((reason) => reason !== null);
  if (said.length > 0)
    instrumentsProblems.raise('languages-unreviewed', {
      reasonsEn: said.map(({ en }) => en).join('; '),
      reasonsFr: said.map(({ fr }) => fr).join('; '),
    });
}
