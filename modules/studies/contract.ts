import { samplingClasses } from '@common-measure/dataset';
import { z } from 'zod';

export { samplingClassWords } from './sampling-class-words.ts';

const name = z.string().trim().min(1).max(200);
const isoDate = z.iso.date();

/** A time zone by its IANA name, such as "America/Halifax". */
export const timeZoneSchema = z
  .string()
  .max(60)
  .refine((zone) => isTimeZone(zone), 'not an IANA time zone');

export const newSurveySchema = z.object({
  name: z.object({ en: name, fr: name }),
  samplingClass: z.enum(samplingClasses),
  timeZone: timeZoneSchema,
  /** A ready selection of the bank to start from; null for an empty questionnaire. */
  packId: z.string().max(48).nullable(),
  closesOn: isoDate.nullable().default(null),
});
export type NewSurvey = z.input<typeof newSurveySchema>;

export const surveyChangeSchema = z.object({
  name: z.object({ en: name, fr: name }).optional(),
  samplingClass: z.enum(samplingClasses).optional(),
  timeZone: timeZoneSchema.optional(),
  closesOn: isoDate.nullable().optional(),
});
export type SurveyChange = z.input<typeof surveyChangeSchema>;

/** `finished`: the closing day has passed or somebody closed it. */
export const surveyStates = ['draft', 'open', 'finished'] as const;

export const surveySchema = z.object({
  id: z.uuid(),
  name: z.object({ en: z.string(), fr: z.string() }),
  samplingClass: z.enum(samplingClasses),
  timeZone: z.string(),
  instrumentId: z.uuid(),
  waveId: z.uuid(),
  state: z.enum(surveyStates),
  /** Path of the page where people answer, from the root of the site; null before publishing. */
  answerPath: z.string().nullable(),
  closesOn: z.string().nullable(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  createdAt: z.string(),
});
export type Survey = z.infer<typeof surveySchema>;

export const surveysApi = {
  surveys: '/api/surveys',
  survey: '/api/surveys/:id',
  publish: '/api/surveys/:id/publish',
  close: '/api/surveys/:id/close',
  reopen: '/api/surveys/:id/reopen',
  restore: '/api/surveys/:id/restore',
  copy: '/api/surveys/:id/copies',
} as const;

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
