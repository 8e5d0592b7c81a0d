import { canonicalTag, completenessOf, type Instrument, translatableTexts } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import type { InstrumentLanguages, LanguageRule, LanguageState } from './language-contract.ts';
import type { LanguageTables } from './language-tables.ts';
import { instrumentsProblems } from './problems.ts';
import { editorsSinceApproval, latestReviews, reviewOf, shaOf, textsOf } from './review-store.ts';

const official: readonly string[] = ['en', 'fr'];

/** What the organization asks of languages: English and French and no review, where it has not said otherwise. */
export async function languageRule(tx: Tx, organizationId: string): Promise<LanguageRule> {
  const row = await tx
    .withTables<LanguageTables>()
    .selectFrom('instruments.language_rule')
    .select(['required', 'review'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row ? { required: [...row.required], review: row.review } : { required: [], review: false };
}

/** Keeps the rule with its tags in their usual spelling; a tag that is none is refused and nothing is kept. */
export async function setLanguageRule(tx: Tx, organizationId: string, rule: LanguageRule): Promise<LanguageRule> {
  const wrong = rule.required.filter((tag) => canonicalTag(tag) === null);
  if (wrong.length > 0) instrumentsProblems.raise('language-tag-unknown', { tags: wrong.join(', ') });
  const tags = rule.required.map((tag) => canonicalTag(tag) ?? tag).filter((tag) => !official.includes(tag));
  const kept = { required: [...new Set(tags)], review: rule.review };
  const row = { required: JSON.stringify(kept.required), review: kept.review };
  await tx
    .withTables<LanguageTables>()
    .insertInto('instruments.language_rule')
    .values({ organization_id: organizationId, ...row })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(row))
    .execute();
  return kept;
}

/** How far each language of a questionnaire is, as the person with that account sees it. */
export async function readLanguages(
  tx: Tx,
  organizationId: string,
  id: string,
  instrument: Instrument,
  accountId: string,
): Promise<InstrumentLanguages> {
  const rule = await languageRule(tx, organizationId);
  const reviews = await latestReviews(tx, organizationId, id);
  const editors = await editorsSinceApproval(tx, organizationId, id);
  const states = [...new Set(instrument.languages)].map((language): LanguageState => {
    const { done, total } = completenessOf(instrument, language);
    const texts = translatableTexts(instrument, language);
    const review = reviewOf(reviews.get(language) ?? null, texts);
    return {
      language,
      done,
      total,
      isRequired: official.includes(language) || rule.required.includes(language),
      sha256: shaOf(textsOf(texts)),
      review,
      isReviewed: review?.verdict === 'approved' && review.changed.length === 0,
      isYours: editors.get(language)?.has(accountId) ?? false,
    };
  });
  const absent = rule.required.filter((language) => !instrument.languages.includes(language));
  return { rule, languages: states, absent };
}

/** Notes who changed a text of which language, where a save changes any. */
export async function noteLanguageEdits(
  tx: Tx,
  organizationId: string,
  id: string,
  change: {
    readonly before: Instrument;
    readonly after: Instrument;
    readonly by: { readonly accountId: string } | null;
  },
): Promise<void> {
  const { before, after, by } = change;
  if (by === null) return;
  // A language that was only added, or taken away, has no words of anybody.
  const said = (instrument: Instrument, language: string): string => {
    const texts = instrument.languages.includes(language) ? translatableTexts(instrument, language) : [];
    return shaOf(textsOf(texts.filter(({ value }) => value !== '')));
  };
  const edited = after.languages.filter((language) => said(before, language) !== said(after, language));
  if (edited.length === 0) return;
  const now = new Date();
  await tx
    .withTables<LanguageTables>()
    .insertInto('instruments.language_edit')
    .values(
      [...new Set(edited)].map((language) => ({
        organization_id: organizationId,
        instrument_id: id,
        language,
        account_id: by.accountId,
        edited_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'instrument_id', 'language', 'account_id']).doUpdateSet({ edited_at: now }),
    )
    .execute();
}
