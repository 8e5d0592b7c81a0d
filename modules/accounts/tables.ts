import type { Role } from '@common-measure/platform/http';
import type { ColumnType, Generated } from 'kysely';
import type { LogoType } from './look/logo-facts.ts';

type Instant = ColumnType<Date, string | undefined, string>;

export type AccountsTables = {
  'accounts.account': {
    id: string;
    email: string | null;
    name: string;
    language: 'en' | 'fr';
    password_hash: ColumnType<never, never, string>;
  };
  'accounts.organization': {
    id: string;
    name_en: string;
    name_fr: string;
    level: string;
    service_areas: string[];
    client_types: string[];
    list_version: string;
    synthetic: boolean;
  };
  'accounts.look': {
    organization_id: string;
    colour: string | null;
    logo_says_name: boolean;
    alt_en: string;
    alt_fr: string;
  };
  'accounts.logo': {
    organization_id: string;
    language: 'en' | 'fr';
    sha256: string;
    media_type: LogoType;
    width: number;
    height: number;
    content: Buffer;
  };
  'accounts.membership': {
    organization_id: string;
    account_id: string;
    role: Role;
    may_read_single_responses: Generated<boolean>;
    removed_at: ColumnType<Date | null, string | null | undefined, string | null>;
  };
  'accounts.session': {
    id: string;
    token_hash: Buffer;
    account_id: string;
    organization_id: string | null;
    csrf_token: string;
    expires_at: Instant;
    browser: string | null;
    system: string | null;
    created_at: Instant;
    seen_at: Instant;
  };
  'accounts.known_device': {
    token_hash: Buffer;
    account_id: string;
    at: ColumnType<Date, string | undefined, string>;
  };
  'accounts.sign_in_link': {
    token_hash: Buffer;
    account_id: string | null;
    organization_id: string | null;
    joins_as: ColumnType<Role | null, Role | null | undefined, never>;
    id: Generated<string>;
    invited_name: string | null;
    invited_email: string | null;
    made_at: Instant;
    expires_at: Instant;
    used_at: ColumnType<Date | null, never, never>;
    revoked_at: ColumnType<Date | null, never, string>;
  };
  'cm.event': {
    organization_id: string;
    id: string;
    name: string;
    account_id: string | null;
    entity: string;
    details: Record<string, string | number | boolean | null>;
    at: Instant;
  };
};
