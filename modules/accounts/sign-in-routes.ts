import { newId, type Tx } from '@common-measure/platform/database';
import { defineRoute, type Role, sessionCookie } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { browserName } from './browser-name.ts';
import { accountsApi, sessionSchema, signInLinkSchema, signInSchema } from './contract.ts';
import { nameOfFirst } from './first-link.ts';
import { deviceOf, knowDevice } from './known-device.ts';
import { addMember } from './organization-store.ts';
import { accountsProblems } from './problems.ts';
import { hashOfSecret, passwordFits } from './secrets.ts';
import { readSession } from './session-reply.ts';
import { actAs, closeSession, closeSessions, openSession, sessionSeconds, workIn } from './session-store.ts';
import { attemptOf, forgiveAttempt, takeAttempt } from './sign-in-limit.ts';

interface SignInFacts {
  account_id: string | null;
  password_hash: string | null;
  knows_device: boolean;
}

const signIn = defineRoute({
  method: 'POST',
  path: accountsApi.signIn,
  summary: 'Sign in with e-mail address and password',
  access: 'anyone',
  event: null,
  body: signInSchema,
  reply: null,
  handle: async (call) => {
    const { body, tx, database, address, userAgent } = call;
    const device = deviceOf(call);
    const found = await sql<SignInFacts>`
      SELECT * FROM accounts.facts_for_sign_in(${body.email}, ${device === null ? null : hashOfSecret(device)})`.execute(
      tx,
    );
    const facts = found.rows[0]!;
    const attempt = attemptOf(body.email, address, facts.knows_device ? device : null);
    await takeAttempt(database, attempt);
    if (!(await passwordFits(facts.password_hash, body.password)) || facts.account_id === null)
      return accountsProblems.raise('wrong-sign-in');
    await forgiveAttempt(tx, attempt);
    const secret = await openSession(tx, facts.account_id, null, browserName(userAgent));
    call.setCookie(sessionCookie, secret, { maxAgeSeconds: sessionSeconds });
    await knowDevice(tx, facts.account_id, call);
    return undefined;
  },
});

interface RedeemedLink {
  link_id: string | null;
  account_id: string | null;
  organization_id: string | null;
  joins_as: Role | null;
}

/** Makes the account a member. Its other sessions end: whoever opened them may not follow. */
async function join(tx: Tx, accountId: string, organizationId: string, role: Role): Promise<void> {
  await closeSessions(tx, accountId);
  await addMember(tx, organizationId, accountId, role);
}

const signInByLink = defineRoute({
  method: 'POST',
  path: accountsApi.signInLink,
  summary: 'Sign in with a one-time link',
  access: 'anyone',
  event: 'link.used',
  csrf: false,
  body: signInLinkSchema,
  reply: null,
  handle: async (call) => {
    const { body, actor, tx, userAgent } = call;
    const redeemed = await sql<RedeemedLink>`
      SELECT * FROM accounts.redeem_link(${hashOfSecret(body.token)}, ${newId()}, ${nameOfFirst[body.language]}, ${body.language}, ${actor?.accountId ?? null})`.execute(
      tx,
    );
    const link = redeemed.rows[0];
    if (link === undefined) return accountsProblems.raise('link-not-valid');
    if (link.account_id === null) return accountsProblems.raise('link-needs-sign-in');
    await actAs(tx, link.account_id);
    if (link.organization_id !== null) {
      await workIn(tx, link.organization_id);
      if (link.joins_as !== null) await join(tx, link.account_id, link.organization_id, link.joins_as);
      await call.auditIn(link.organization_id, `link:${link.link_id}`, {
        by: link.account_id,
        details: { joined: link.joins_as !== null, role: link.joins_as },
      });
    }
    const secret = await openSession(tx, link.account_id, link.organization_id, browserName(userAgent));
    call.setCookie(sessionCookie, secret, { maxAgeSeconds: sessionSeconds });
    await knowDevice(tx, link.account_id, call);
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
