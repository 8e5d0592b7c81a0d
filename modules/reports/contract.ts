import { z } from 'zod';

/** The forms in which a report is handed on. */
export const reportFormats = ['html', 'pdf', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

const text = z.string().trim().min(1).max(300);
export const localizedSchema = z.object({ en: text, fr: text });

/** What is known of the fieldwork; what is left out is said to be unknown. */
export const fieldworkSchema = z
  .strictObject({
    start: z.iso.date().nullable().default(null),
    end: z.iso.date().nullable().default(null),
    how: localizedSchema.nullable().default(null),
    invited: z.int().positive().nullable().default(null),
    responseRate: z
      .strictObject({ value: z.number().gt(0).max(1), formula: z.string().trim().min(1).max(60) })
      .nullable()
      .default(null),
  })
  .describe('How the answers were gathered');
