import type { Problem, UiLanguage } from '@common-measure/kernel';
import type { ReportSource } from '@common-measure/report';
import type { ColumnType, Generated } from 'kysely';
import type { z } from 'zod';
import type { Making, newEditionSchema, ReportAudience, ReportFormat } from './contract.ts';

type Instant = ColumnType<Date, string | undefined, never>;

export type ReportsTables = {
  'reports.report': {
    organization_id: string;
    id: string;
    dataset_id: string;
    title_en: string;
    title_fr: string;
    created_by: string;
    created_at: Instant;
    removed_at: ColumnType<Date | null, undefined, string | null>;
  };
  'reports.edition': {
    organization_id: string;
    id: string;
    report_id: string;
    number: number;
    audience: ReportAudience;
    source: ColumnType<ReportSource, string, never>;
    created_by: string;
    created_at: Instant;
  };
  'reports.making': {
    organization_id: string;
    id: string;
    dataset_id: string;
    report_id: string | null;
    title_en: string;
    title_fr: string;
    wanted: ColumnType<z.output<typeof newEditionSchema>, string, never>;
    state: Generated<Making['state']>;
    step: Generated<Making['step']>;
    done: Generated<number>;
    parts: Generated<number>;
    problem: ColumnType<Problem | null, undefined, string | null>;
    created_by: string;
    created_at: Instant;
    updated_at: ColumnType<Date, undefined, string>;
  };
  'reports.file': {
    organization_id: string;
    edition_id: string;
    language: UiLanguage;
    format: ReportFormat;
    bytes: Buffer;
    sha256: string;
  };
};
