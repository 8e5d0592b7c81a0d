import type { Entries } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { asPrinted, newCode } from './once-code.ts';

/** A link that answers some questions beforehand. */
export interface PreparedLink {
  readonly code: string;
  readonly label: { readonly en: string; readonly fr: string };
  /** Entries by question code that people see and may change. */
  readonly shown: Entries;
  /** Entries that are stored and never shown. */
  readonly hidden: Entries;
}

interface Row {
  code: string;
  label_en: string;
  label_fr: string;
  shown: Entries;
  hidden: Entries;
}

const linkOf = ({ code, label_en, label_fr, shown, hidden }: Row): PreparedLink => ({
  code,
  label: { en: label_en, fr: label_fr },
  shown,
  hidden,
});

export async function findPreparedLink(
  tx: Tx,
  organizationId: string,
  studyId: string,
  code: string,
): Promise<PreparedLink | null> {
  const { rows } = await sql<Row>`SELECT code, label_en, label_fr, shown, hidden FROM collection.prepared_link
    WHERE organization_id = ${organizationId} AND code = ${asPrinted(code)} AND study_id = ${studyId} AND NOT removed`.execute(
    tx,
  );
  return rows[0] ? linkOf(rows[0]) : null;
}

export async function listPreparedLinks(tx: Tx, organizationId: string, studyId: string): Promise<PreparedLink[]> {
  const { rows } = await sql<Row>`SELECT code, label_en, label_fr, shown, hidden FROM collection.prepared_link
    WHERE organization_id = ${organizationId} AND study_id = ${studyId} AND NOT removed ORDER BY label_en, code`.execute(
    tx,
  );
  return rows.map(linkOf);
}

export async function addPreparedLink(
  tx: Tx,
  organizationId: string,
  studyId: string,
  link: Omit<PreparedLink, 'code'>,
): Promise<PreparedLink> {
  const code = newCode(10);
  await sql`INSERT INTO collection.prepared_link (organization_id, code, study_id, label_en, label_fr, shown, hidden)
    VALUES (${organizationId}, ${code}, ${studyId}, ${link.label.en}, ${link.label.fr},
      ${JSON.stringify(link.shown)}::jsonb, ${JSON.stringify(link.hidden)}::jsonb)`.execute(tx);
  return { code, ...link };
}

/** Removes a link, so that it leads nowhere; false where there is none. */
export async function removePreparedLink(
  tx: Tx,
  organizationId: string,
  studyId: string,
  code: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`UPDATE collection.prepared_link SET removed = true
    WHERE organization_id = ${organizationId} AND study_id = ${studyId} AND code = ${code} AND NOT removed`.execute(tx);
  return numAffectedRows === 1n;
}
