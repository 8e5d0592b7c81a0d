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
});
export type NewAlertRule = z.infer<typeof newAlertRuleSchema>;

/** Who follows an alert up, until when, and whether it is done. */
export const followUpSchema = z.object({
  who: z.string().trim().max(120),
  due: z.iso.date().nullable(),
  done: z.boolean(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

export const alertsSchema = z.object({
  threshold: z.int(),
  /** The questions that a rule can look at, with their answers. */
  questions: z.array(
    z.object({ code: z.string(), label: text, options: z.array(z.object({ code: z.string(), label: text })) }),
  ),
  rules: z.array(newAlertRuleSchema.extend({ id: z.uuid() })),
  /** The newest first. */
  alerts: z.array(
    z.object({
      id: z.uuid(),
      ruleId: z.uuid(),
      raisedOn: z.string(),
      who: z.string(),
      due: z.string().nullable(),
      doneOn: z.string().nullable(),
    }),
  ),
});
export type Alerts = z.infer<typeof alertsSchema>;
export type Alert = Alerts['alerts'][number];

/** How many alerts of each survey nobody has dealt with; surveys without any are left out. */
export const openAlertsSchema = z.array(z.object({ surveyId: z.uuid(), open: z.int() }));
export type OpenAlerts = z.infer<typeof openAlertsSchema>;

export const alertsApi = {
  open: '/api/alerts',
  alerts: '/api/surveys/:id/alerts',
  rules: '/api/surveys/:id/alert-rules',
  rule: '/api/surveys/:id/alert-rules/:ruleId',
  alert: '/api/surveys/:id/alerts/:alertId',
} as const;
