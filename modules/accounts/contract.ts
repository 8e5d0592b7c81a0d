import { z } from 'zod';

export { clientTypes, type ListEntry, levelsOfGovernment, listVersion, serviceAreas } from './organization-lists.ts';

const text = z.string().trim().min(1).max(200);
export const bilingualSchema = z.object({ en: text, fr: text });
export const roleSchema = z.enum(['viewer', 'analyst', 'manager', 'owner']);
export const languageSchema = z.enum(['en', 'fr']);
export const emailSchema = z.email().max(254).toLowerCase();
/** Long rather than strange: 12 characters or more, any characters. */
export const passwordSchema = z.string().min(12).max(200);

export const organizationSchema = z.object({
  id: z.uuid(),
  name: bilingualSchema,
  level: z.string(),
  serviceAreas: z.array(z.string()),
  clientTypes: z.array(z.string()),
  /** Made by the generator: labelled as synthetic wherever it appears. */
  synthetic: z.boolean(),
});

/** Who is signed in. `account` null: nobody. `organization` null: none chosen yet. */
export const sessionSchema = z.object({
  account: z
    .object({
      id: z.uuid(),
      name: z.string(),
      email: z.string().nullable(),
      language: languageSchema,
      hasPassword: z.boolean(),
    })
    .nullable(),
  csrfToken: z.string().nullable(),
  organization: organizationSchema.nullable(),
  role: roleSchema.nullable(),
  mayReadSingleResponses: z.boolean(),
  organizations: z.array(z.object({ id: z.uuid(), name: bilingualSchema, synthetic: z.boolean() })),
});
export type Session = z.infer<typeof sessionSchema>;

export const signInSchema = z.object({ email: emailSchema, password: z.string().max(200) });
export const signInLinkSchema = z.object({ token: z.string().min(1).max(200), language: languageSchema });

const codes = z.array(z.string().max(40)).min(1).max(40);
/** Who an organization is, as its owner describes it, at its founding and later; its reports carry these facts. */
export const newOrganizationSchema = z.object({
  name: bilingualSchema,
  level: z.string().max(40),
  serviceAreas: codes,
  clientTypes: codes,
});
export const chosenOrganizationSchema = z.object({ organizationId: z.uuid() });

/** What may be changed of one's own account; a new password needs the present one, where there is one. */
export const accountChangeSchema = z.object({
  name: text.optional(),
  email: emailSchema.optional(),
  language: languageSchema.optional(),
  password: passwordSchema.optional(),
  presentPassword: z.string().max(200).optional(),
});

export const memberSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  mayReadSingleResponses: z.boolean(),
  isYou: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;
export const invitationSchema = z.object({
  name: text,
  email: emailSchema,
  role: roleSchema,
  language: languageSchema,
});
/**
 * The one-time address to hand to the invited person, and when it stops working (ISO 8601). `joins`: the person has an account of her
 * own already, and becomes a member when she opens the link signed in to it.
 */
export const invitationReplySchema = z.object({
  member: memberSchema,
  joins: z.boolean(),
  link: z.string(),
  expiresAt: z.string(),
});
/** A one-time link that was handed out and still works. `role`: the one in which it makes a member; null signs a member in. */
export const openLinkSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: roleSchema.nullable(),
  madeAt: z.string(),
  expiresAt: z.string(),
});
export type OpenLink = z.infer<typeof openLinkSchema>;

/** One place where somebody is signed in. Browser and system by name, null where they do not say. Times in ISO 8601. */
export const openSessionSchema = z.object({
  id: z.uuid(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  since: z.string(),
  lastSeen: z.string(),
  isThis: z.boolean(),
});
export type OpenSession = z.infer<typeof openSessionSchema>;

export const memberChangeSchema = z.object({
  role: roleSchema.optional(),
  mayReadSingleResponses: z.boolean().optional(),
});

export const auditEventSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  by: z.string().nullable(),
  entity: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  at: z.string(),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** The addresses of this slice's API. */
export const accountsApi = {
  session: '/api/session',
  signIn: '/api/sign-in',
  signInLink: '/api/sign-in-link',
  signOut: '/api/sign-out',
  account: '/api/account',
  sessions: '/api/account/sessions',
  organization: '/api/organization',
  links: '/api/sign-in-links',
  organizations: '/api/organizations',
  chosenOrganization: '/api/session/organization',
  members: '/api/members',
  audit: '/api/audit',
  /** Served by the server's composition, which knows every slice that the example fills. */
  example: '/api/example',
} as const;
