import { createHash } from 'node:crypto';
import { type Instrument, languageName, type TranslatableText, translatableTexts } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { newId, type Tx } from '@common-measure/platform/database';
import type { Selectable } from 'kysely';
import type { LanguageReview } from './language-contract.ts';
import type { LanguageTables } from './language-tables.ts';

type ReviewRow = Selectable<LanguageTables['instruments.language_review']>;
type Texts = Readonly<Record<string, string>>;

/** What each text of a language says, by its id. */
export function textsOf(texts: readonly TranslatableText[]): Texts {
  return Object.fromEntries(texts.map(({ id, value }) => [id, value]));
}

/** One checksum for the same texts, in whatever order the questions stand. */
export function shaOf(texts: Texts): string {
  const inOrder = Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex');
}

/** The latest review of each language of a questionnaire. */
export async function latestReviews(
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<ReadonlyMap<string, ReviewRow>> {
  const rows = await tx
    .withTables<LanguageTables>()
    .selectFrom('instruments.language_review')
    .selectAll()
    .distinctOn('language')
    .where('organization_id', '=', organizationId)
    .where('instrument_id', '=', id)
    .orderBy('language')
    .orderBy('reviewed_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.language, row]));
}

/** A review beside what the language says now. */
export function reviewOf(row: ReviewRow | null, texts: readonly TranslatableText[]): LanguageReview | null {
  if (row === null) return null;
  const now = new Map(texts.map((text) => [text.id, text]));
  const changed = texts.filter(({ id, value }) => row.texts[id] !== value);
  const gone = Object.keys(row.texts).filter((id) => !now.has(id));
  return {
    verdict: row.verdict,
    note: row.note,
    by: row.reviewed_by_name,
    at: row.reviewed_at.toISOString(),
    changed: [
      ...changed.map((text) => ({ id: text.id, label: labelOf(text), before: row.texts[text.id] ?? '' })),
      ...gone.map((id) => ({ id, label: { en: id, fr: id }, before: row.texts[id] ?? '' })),
    ],
  };
}

/** "Question 3, answer 2" */
export function labelOf({ place, name }: TranslatableText): LocalizedText {
  return { en: `${place.label.en}, ${lower(name.en)}`, fr: `${place.label.fr}, ${lower(name.fr)}` };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Who changed a text of each language since it was last approved. */
export async function editorsSinceApproval(
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx
    .withTables<LanguageTables>()
    .selectFrom('instruments.language_edit as e')
    .select(['e.language', 'e.account_id'])
    .where('e.organization_id', '=', organizationId)
    .where('e.instrument_id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('instruments.language_review as r')
            .select('r.id')
            .whereRef('r.organization_id', '=', 'e.organization_id')
            .whereRef('r.instrument_id', '=', 'e.instrument_id')
            .whereRef('r.language', '=', 'e.language')
            .whereRef('r.reviewed_at', '>=', 'e.edited_at')
            .where('r.verdict', '=', 'approved'),
        ),
      ),
    )
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.language);
  return new Map([...grouped].map(([language, those]) => [language, new Set(those.map((row) => row.account_id))]));
}

/** Keeps what somebody read of a language and what she said of it. */
export async function keepReview(
  tx: Tx,
  organizationId: string,
  id: string,
  review: {
    readonly instrument: Instrument;
    readonly language: string;
    readonly verdict: ReviewRow['verdict'];
    readonly note: string;
    readonly by: { readonly accountId: string; readonly name: string };
  },
): Promise<void> {
  const texts = textsOf(translatableTexts(review.instrument, review.language));
  await tx
    .withTables<LanguageTables>()
    .insertInto('instruments.language_review')
    .values({
      organization_id: organizationId,
      id: newId(),
      instrument_id: id,
      language: review.language,
      verdict: review.verdict,
      note: review.note,
      texts: JSON.stringify(texts),
      sha256: shaOf(texts),
      reviewed_by: review.by.accountId,
      reviewed_by_name: review.by.name,
      reviewed_at: new Date(),
    })
    .execute();
}

/** Why a language is not reviewed as it stands, with the places that changed; null where it is. */
export function missingReview(language: string, review: LanguageReview | null): LocalizedText | null {
  const name = languageName(language);
  if (review === null)
    return {
      en: `nobody has reviewed the ${name.en} yet`,
      fr: `personne n’a encore révisé cette langue\u00a0: ${name.fr}`,
    };
  if (review.verdict === 'sent-back' && review.changed.length === 0)
    return {
      en: `the ${name.en} was sent back by ${review.by}`,
      fr: `${review.by} a renvoyé cette langue\u00a0: ${name.fr}`,
    };
  if (review.changed.length === 0) return null;
  const places = (language: 'en' | 'fr'): string => {
    const named = review.changed.slice(0, 3).map(({ label }) => label[language]);
    const more = review.changed.length - named.length;
    return more > 0 ? `${named.join('; ')} (+ ${more})` : named.join('; ');
  };
  return {
    en: `the ${name.en} has changed since ${review.by} reviewed it: ${places('en')}`,
    fr: `cette langue a changé depuis la révision par ${review.by}\u00a0: ${name.fr} (${places('fr')})`,
  };
}
