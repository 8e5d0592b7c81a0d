import { newId, type Tx } from '@common-measure/platform/database';
import { defineRoute, type Role, sessionCookie } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { accountsApi, sessionSchema, signInLinkSchema, signInSchema } from './contract.ts';
import { nameOfFirst } from './first-link.ts';
import { addMember } from './organization-store.ts';
import { accountsProblems } from './problems.ts';
import { hashOfSecret, passwordFits } from './secrets.ts';
import { readSession } from './session-reply.ts';
import { actAs, closeSession, closeSessions, openSession, sessionSeconds, workIn } from './session-store.ts';

const attemptsAllowed = 10;

interface SignInFacts {
  account_id: string | null;
  password_hash: string | null;
  failures: string;
}

const signIn = defineRoute({
  method: 'POST',
  path: accountsApi.signIn,
  summary: 'Sign in with e-mail address and password',
  access: 'anyone',
  event: null,
  body: signInSchema,
  reply: null,
  handle: async ({ body, tx, database, address, setCookie }) => {
    const subjects = [hashOfSecret(`email:${body.email}`), hashOfSecret(`address:${address}`)];
    const found =
      await sql<SignInFacts>`SELECT * FROM accounts.facts_for_sign_in(${body.email}, ${subjects}::bytea[])`.execute(tx);
    const facts = found.rows[0]!;
    if (Number(facts.failures) >= attemptsAllowed) return accountsProblems.raise('too-many-attempts');
    if (!(await passwordFits(facts.password_hash, body.password)) || facts.account_id === null) {
      // In a transaction of its own: the refusal rolls this one back.
      await database.transact({ organizationId: null, accountId: null }, (own) =>
        sql`SELECT accounts.note_failed_sign_in(${subjects}::bytea[])`.execute(own),
      );
      return accountsProblems.raise('wrong-sign-in');
    }
    setCookie(sessionCookie, await openSession(tx, facts.account_id, null), { maxAgeSeconds: sessionSeconds });
    return undefined;
  },
});

interface RedeemedLink {
  account_id: string | null;
  organization_id: string | null;
  joins_as: Role | null;
}

/** Makes the account a member. Its other sessions end: whoever opened them may not follow. */
async function join(tx: Tx, accountId: string, organizationId: string, role: Role): Promise<void> {
  await actAs(tx, accountId);
  await closeSessions(tx, accountId);
  await workIn(tx, organizationId);
  await addMember(tx, organizationId, accountId, role);
}

const signInByLink = defineRoute({
  method: 'POST',
  path: accountsApi.signInLink,
  summary: 'Sign in with a one-time link',
  access: 'anyone',
  event: null,
  csrf: false,
  body: signInLinkSchema,
  reply: null,
  handle: async ({ body, actor, tx, setCookie }) => {
    const redeemed = await sql<RedeemedLink>`
      SELECT * FROM accounts.redeem_link(${hashOfSecret(body.token)}, ${newId()}, ${nameOfFirst[body.language]}, ${body.language}, ${actor?.accountId ?? null})`.execute(
      tx,
    );
    const link = redeemed.rows[0];
    if (link === undefined) return accountsProblems.raise('link-not-valid');
    if (link.account_id === null) return accountsProblems.raise('link-needs-sign-in');
    if (link.organization_id !== null && link.joins_as !== null)
      await join(tx, link.account_id, link.organization_id, link.joins_as);
    setCookie(sessionCookie, await openSession(tx, link.account_id, link.organization_id), {
      maxAgeSeconds: sessionSeconds,
    });
    return undefined;
  },
});

const signOut = defineRoute({
  method: 'POST',
  path: accountsApi.signOut,
  summary: 'End the session',
  access: 'signed-in',
  event: null,
  reply: null,
  handle: async ({ actor, tx, setCookie }) => {
    await closeSession(tx, actor.sessionId);
    setCookie(sessionCookie, '', { maxAgeSeconds: 0 });
    return undefined;
  },
});

const session = defineRoute({
  method: 'GET',
  path: accountsApi.session,
  summary: 'Who is signed in, and in which organization',
  access: 'anyone',
  event: null,
  reply: sessionSchema,
  handle: ({ actor, tx }) => readSession(tx, actor),
});

export const signInRoutes = [session, signIn, signInByLink, signOut];
