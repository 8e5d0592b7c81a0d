import type { OrganizationLogo } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { AccountsTables } from '../tables.ts';
import type { LogoFacts } from './logo-facts.ts';
import { type Look, logoAddress } from './look-contract.ts';

/** An organization as the public meets it. */
export interface PublicOrganization {
  readonly name: LocalizedText;
  readonly colour: string | null;
  readonly logo: OrganizationLogo | undefined;
}

interface LogoRow {
  readonly language: 'en' | 'fr';
  readonly sha256: string;
  readonly media_type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

interface LookRow {
  readonly name_en: string;
  readonly name_fr: string;
  readonly colour: string | null;
  readonly logo_says_name: boolean | null;
  readonly alt_en: string | null;
  readonly alt_fr: string | null;
  readonly logos: readonly LogoRow[];
}

/** Name, colour and logo in one question to the database; null where there is no such organization. */
export async function findPublicOrganization(tx: Tx, id: string): Promise<PublicOrganization | null> {
  const row = await readRow(tx, id);
  if (row === null) return null;
  const { colour, logo } = lookOf(row);
  return { name: { en: row.name_en, fr: row.name_fr }, colour, logo: logo ?? undefined };
}

export async function readLook(tx: Tx, organizationId: string): Promise<Look> {
  const row = await readRow(tx, organizationId);
  return row === null ? { colour: null, logo: null } : lookOf(row);
}

async function readRow(tx: Tx, id: string): Promise<LookRow | null> {
  const { rows } = await sql<LookRow>`
    SELECT o.name_en, o.name_fr, k.colour, k.logo_says_name, k.alt_en, k.alt_fr, coalesce((
      SELECT json_agg(json_build_object('language', l.language, 'sha256', l.sha256, 'media_type', l.media_type,
        'width', l.width, 'height', l.height, 'bytes', octet_length(l.content)))
      FROM accounts.logo l WHERE l.organization_id = o.id), '[]') AS logos
    FROM accounts.organization o LEFT JOIN accounts.look k ON k.organization_id = o.id WHERE o.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

function lookOf({ colour, logo_says_name, alt_en, alt_fr, logos }: LookRow): Look {
  const [en, fr] = (['en', 'fr'] as const).map((language) => logos.find((logo) => logo.language === language));
  if (!en || !fr || alt_en === null || alt_fr === null) return { colour, logo: null };
  const alt = { en: alt_en, fr: alt_fr };
  return { colour, logo: { saysName: logo_says_name === true, alt, en: imageOf(en), fr: imageOf(fr) } };
}

function imageOf({ sha256, media_type, width, height, bytes }: LogoRow) {
  const src = logoAddress.replace(':sha256', sha256);
  return { src, sha256, width, height, isDrawing: media_type === 'image/svg+xml', bytes };
}

/** A picture as it is to be stored. */
export interface StoredLogo extends LogoFacts {
  readonly sha256: string;
  readonly content: Buffer;
}

/** The pictures that the organization has, by checksum. */
export async function readLogos(tx: Tx, organizationId: string): Promise<ReadonlyMap<string, StoredLogo>> {
  const rows = await tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.logo')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .execute();
  return new Map(rows.map(({ media_type: type, ...row }) => [row.sha256, { ...row, type }]));
}

/** Puts the look in the place of the one before. */
export async function saveLook(
  tx: Tx,
  organizationId: string,
  look: Pick<Look, 'colour'> & { readonly saysName: boolean; readonly alt: { en: string; fr: string } },
  logos: { readonly en: StoredLogo; readonly fr: StoredLogo } | null,
): Promise<void> {
  const tables = tx.withTables<AccountsTables>();
  const row = { colour: look.colour, logo_says_name: look.saysName, alt_en: look.alt.en, alt_fr: look.alt.fr };
  await tables
    .insertInto('accounts.look')
    .values({ organization_id: organizationId, ...row })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(row))
    .execute();
  await tables.deleteFrom('accounts.logo').where('organization_id', '=', organizationId).execute();
  if (logos === null) return;
  const columns = (['en', 'fr'] as const).map((language) => {
    const { type, width, height, sha256, content } = logos[language];
    return { organization_id: organizationId, language, sha256, media_type: type, width, height, content };
  });
  await tables.insertInto('accounts.logo').values(columns).execute();
}

/** The file of a logo, for whoever sees a page; null where no organization has it. */
export async function findPublicLogo(tx: Tx, sha256: string): Promise<{ type: string; content: Buffer } | null> {
  const { rows } = await sql<{
    media_type: string;
    content: Buffer;
  }>`SELECT media_type, content FROM accounts.public_logo(${sha256})`.execute(tx);
  return rows[0] ? { type: rows[0].media_type, content: rows[0].content } : null;
}
