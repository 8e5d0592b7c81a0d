import type { UiLanguage } from '@common-measure/kernel';

/** What a member of an organization may do; each role may all that the ones before it may. */
export const roles = ['viewer', 'analyst', 'manager', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Whether `role` may do what `needed` may. */
export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** Who is asking: a signed-in person, working in one organization or (on the first day) in none. */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  readonly csrfToken: string;
  readonly name: string;
  readonly language: UiLanguage;
  readonly organizationId: string | null;
  readonly role: Role | null;
  /** Declared and audited: may see single responses and cells below the threshold. */
  readonly mayReadSingleResponses: boolean;
}
