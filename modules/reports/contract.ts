import { z } from 'zod';

/** The forms in which a report is handed on. */
export const reportFormats = ['html', 'pdf', 'xlsx', 'csv', 'r'] as const;
export type ReportFormat = (typeof reportFormats)[number];
export const reportLanguages = ['en', 'fr'] as const;

export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  r: 'text/plain; charset=utf-8',
};

/** For whom a report may be made. Single responses are read on the screen, never in a report that circulates. */
export const reportAudiences = ['public', 'shared', 'organization'] as const;
export type ReportAudience = (typeof reportAudiences)[number];

const text = z.string().trim().min(1).max(300);
export const localizedSchema = z.object({ en: text, fr: text });

/** Words of any length in both languages. */
const localizedTextSchema = z.object({ en: z.string(), fr: z.string() });

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

/** A report to be made of a dataset; both titles at once, since both languages appear together. */
export const newReportSchema = z.strictObject({
  title: localizedSchema,
  /** Names the issue ("Final"); null for none. */
  edition: localizedSchema.nullable().default(null),
  audience: z.enum(reportAudiences).default('public'),
  fieldwork: fieldworkSchema.prefault({}),
  /** The variables by which every item is broken down; null for channel, region and every profile variable. */
  breakdowns: z.array(z.string().min(1).max(200)).max(20).nullable().default(null),
});
export type NewReport = z.input<typeof newReportSchema>;

/** The next edition of a report: measured again, beside the editions that stand. */
export const newEditionSchema = newReportSchema.omit({ title: true });

export const reportFileSchema = z.object({
  language: z.enum(reportLanguages),
  format: z.enum(reportFormats),
  bytes: z.int(),
  /** Path of the file, from the root of the site. */
  path: z.string(),
});

export const editionSchema = z.object({
  id: z.uuid(),
  /** 1 for the first. */
  number: z.int(),
  name: localizedSchema.nullable(),
  audience: z.enum(reportAudiences),
  madeOn: z.string(),
  synthetic: z.boolean(),
  /** Answers it rests on that were erased since; its figures stand. */
  erasedSince: z.int(),
  files: z.array(reportFileSchema),
});
export type Edition = z.infer<typeof editionSchema>;

export const reportSchema = z.object({
  id: z.uuid(),
  datasetId: z.uuid(),
  title: localizedSchema,
  createdAt: z.string(),
  /** Newest first. */
  editions: z.array(editionSchema),
});
export type Report = z.infer<typeof reportSchema>;

export const makingSteps = ['waiting', 'measuring', 'drivers', 'files'] as const;

/** An edition that is being made, or could not be. Ask again while at work; leaving does not stop it. */
export const makingSchema = z.object({
  id: z.uuid(),
  datasetId: z.uuid(),
  /** Of a first edition null until it is done. */
  reportId: z.uuid().nullable(),
  title: localizedSchema,
  state: z.enum(['working', 'failed', 'done']),
  step: z.enum(makingSteps),
  /** Parts of the step that are done, of how many: waves measured, draws of the drivers' intervals, files set. */
  done: z.int(),
  of: z.int(),
  /** Why it failed, with the remedy. */
  problem: z.object({ title: localizedTextSchema, remedy: localizedTextSchema }).nullable(),
  createdAt: z.string(),
});
export type Making = z.infer<typeof makingSchema>;

export const reportsApi = {
  makings: '/api/report-makings',
  making: '/api/report-makings/:id',
  retry: '/api/report-makings/:id/retry',
  reports: '/api/reports',
  report: '/api/reports/:id',
  restore: '/api/reports/:id/restore',
  editions: '/api/reports/:id/editions',
  datasetReports: '/api/datasets/:id/reports',
  file: '/api/report-editions/:id/:language/:format',
} as const;
