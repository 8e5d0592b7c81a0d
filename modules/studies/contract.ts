import { samplingClasses } from '@common-measure/dataset';
import { z } from 'zod';

export { samplingClassWords } from './sampling-class-words.ts';

const name = z.string().trim().min(1).max(200);
const isoDate = z.iso.date();
const finishMinutes = z.int().min(0).max(10_080);

/** A time zone by its IANA name, such as "America/Halifax": the server takes those that it and its database both know. */
export const timeZoneSchema = z.string().max(60);

export const newSurveySchema = z.object({
  name: z.object({ en: name, fr: name }),
  samplingClass: z.enum(samplingClasses),
  timeZone: timeZoneSchema,
  /** A ready selection of the bank to start from; null for an empty questionnaire. */
  packId: z.string().max(48).nullable(),
  /** A questionnaire file to start from instead, as docs/guides/instrument-file.md describes it. */
  instrument: z.unknown().optional(),
  closesOn: isoDate.nullable().default(null),
});
export type NewSurvey = z.input<typeof newSurveySchema>;

export const surveyChangeSchema = z.object({
  name: z.object({ en: name, fr: name }).optional(),
  samplingClass: z.enum(samplingClasses).optional(),
  timeZone: timeZoneSchema.optional(),
  closesOn: isoDate.nullable().optional(),
  /** The first day on which answers are taken. */
  opensOn: isoDate.nullable().optional(),
  /** Closes by itself when so many answers are in; null: never for that. */
  closesAfter: z.int().min(1).max(10_000_000).nullable().optional(),
  /** Closes by itself when every quota of the questionnaire is full. */
  closesWhenFull: z.boolean().optional(),
  /** How long people who have begun may finish once it closes by itself. */
  finishMinutes: finishMinutes.optional(),
});
export type SurveyChange = z.input<typeof surveyChangeSchema>;

/** Closes now; whoever has begun may finish for so many minutes more. */
export const closingSchema = z.object({ finishMinutes: finishMinutes.default(0) });

/** Opens again. `closesOn`: its new last day, or none; left out, the one it has, unless that is over. */
export const reopeningSchema = z.object({ closesOn: isoDate.nullable().optional() });

/** Why a round lets nobody in any more: somebody closed it, its last day is over, enough answers are in, every quota is full, or the next round opened. */
export const endReasons = ['person', 'day', 'answers', 'quotas', 'round'] as const;
export type EndReason = (typeof endReasons)[number];

/** `finished`: it has closed, and the time is over in which people who had begun could finish. */
export const surveyStates = ['draft', 'open', 'finished'] as const;

/** By what a round closes by itself, and that it is closing or has closed. */
const closingParts = {
  closesAfter: z.int().nullable(),
  closesWhenFull: z.boolean(),
  finishMinutes: z.int(),
  /** Since when nobody is let in any more; null while people are. */
  endingSince: z.string().nullable(),
  endedBecause: z.enum(endReasons).nullable(),
  /** While people who had begun may still finish: until when. The state is `open` until then. */
  finishUntil: z.string().nullable(),
};

/** One round of a survey: a wave with its own link, days and version of the questionnaire. */
const roundSchema = z.object({
  waveId: z.uuid(),
  /** From 1. */
  number: z.int(),
  /** The number of the version that it asks; null before publishing. */
  version: z.int().nullable(),
  state: z.enum(surveyStates),
  answerPath: z.string().nullable(),
  closesOn: z.string().nullable(),
  opensOn: z.string().nullable(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Set while it is paused. */
  pausedAt: z.string().nullable(),
  ...closingParts,
});
export type SurveyRound = z.infer<typeof roundSchema>;

/** Wave, state, link and days are those of one round: the present one, which is the newest, unless another was asked for. */
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
  opensOn: z.string().nullable(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Set while it is paused: people find a page that says so, and what they have begun is kept. */
  pausedAt: z.string().nullable(),
  ...closingParts,
  createdAt: z.string(),
  round: z.int(),
  version: z.int().nullable(),
  /** Every round, the newest first. */
  rounds: z.array(roundSchema),
});
export type Survey = z.infer<typeof surveySchema>;

/** Opens the next round; the one before takes no more answers from then on. */
export const newRoundSchema = z.object({ closesOn: isoDate.nullable().default(null) });
export type NewRound = z.input<typeof newRoundSchema>;

/** The survey as it is in one of its rounds; the present one where there is none of that number. */
export function inRound(survey: Survey, number: number | null): Survey {
  const round = survey.rounds.find((one) => one.number === number);
  return round ? { ...survey, ...round, round: round.number } : survey;
}

export const surveysApi = {
  surveys: '/api/surveys',
  survey: '/api/surveys/:id',
  publish: '/api/surveys/:id/publish',
  close: '/api/surveys/:id/close',
  reopen: '/api/surveys/:id/reopen',
  pause: '/api/surveys/:id/pause',
  resume: '/api/surveys/:id/resume',
  restore: '/api/surveys/:id/restore',
  copy: '/api/surveys/:id/copies',
  rounds: '/api/surveys/:id/rounds',
} as const;
