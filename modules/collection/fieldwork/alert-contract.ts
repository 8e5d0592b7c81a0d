import { z } from 'zod';

const text = z.object({ en: z.string(), fr: z.string() }).catchall(z.string());

export const newAlertRuleSchema = z.object({
  question: z.string().max(60),
  /** Codes of its answers, any of which counts. */
  codes: z.array(z.string().max(60)).min(1).max(30),
  /** As many people: whole steps of the disclosure threshold. */
  atLeast: z.int().min(1).max(100_000),
  /** Within so many days up to the present one. */
  days: z.int().min(1).max(31),
  /** Of each office by itself, where the questionnaire asks for it. */
  byOffice: z.boolean().default(false),
});
export type NewAlertRule = z.infer<typeof newAlertRuleSchema>;
export type AlertRuleInput = z.input<typeof newAlertRuleSchema>;

/** Who follows an alert up, until when, and whether it is done. */
export const followUpSchema = z.object({
  /** Somebody outside of the platform, by name. */
  who: z.string().trim().max(120).default(''),
  /** A member who runs surveys; null: nobody yet, or `who`. */
  assigneeId: z.uuid().nullable().default(null),
  due: z.iso.date().nullable(),
  /** What is to be done, or was: seen by those who run surveys. */
  note: z.string().trim().max(2000).default(''),
  done: z.boolean(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

export const alertsSchema = z.object({
  threshold: z.int(),
  /** The questions that a rule can look at, with their answers. */
  questions: z.array(
    z.object({ code: z.string(), label: text, options: z.array(z.object({ code: z.string(), label: text })) }),
  ),
  rules: z.array(newAlertRuleSchema.extend({ id: z.uuid(), byOffice: z.boolean() })),
  /** The offices by which a rule can look; null where the questionnaire does not ask for one. */
  offices: z.array(z.object({ code: z.string(), label: text })).nullable(),
  /** Who can be asked to follow up. */
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Those that wait for somebody first, then the newest. */
  alerts: z.array(
    z.object({
      id: z.uuid(),
      ruleId: z.uuid(),
      raisedOn: z.string(),
      /** The office that it is about; empty: the whole survey. */
      office: z.string(),
      who: z.string(),
      assigneeId: z.uuid().nullable(),
      note: z.string(),
      due: z.string().nullable(),
      doneOn: z.string().nullable(),
    }),
  ),
});
export type Alerts = z.infer<typeof alertsSchema>;
export type Alert = Alerts['alerts'][number];

/** How many alerts of each survey nobody has dealt with; surveys without any are left out. `yours`: of them, those you follow up. */
export const openAlertsSchema = z.array(z.object({ surveyId: z.uuid(), open: z.int(), yours: z.int() }));
export type OpenAlerts = z.infer<typeof openAlertsSchema>;

export const alertsApi = {
  open: '/api/alerts',
  alerts: '/api/surveys/:id/alerts',
  rules: '/api/surveys/:id/alert-rules',
  rule: '/api/surveys/:id/alert-rules/:ruleId',
  alert: '/api/surveys/:id/alerts/:alertId',
} as const;
