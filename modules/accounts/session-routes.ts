import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import { accountsApi, openSessionSchema } from './contract.ts';
import { closeOtherSessions, closeSession, listSessions } from './session-store.ts';

const list = defineRoute({
  method: 'GET',
  path: accountsApi.sessions,
  summary: 'Where one is signed in',
  access: 'signed-in',
  event: null,
  reply: z.array(openSessionSchema),
  handle: async ({ actor, tx }) => [...(await listSessions(tx, actor.accountId, actor.sessionId))],
});

const endOthers = defineRoute({
  method: 'DELETE',
  path: accountsApi.sessions,
  summary: 'Sign out everywhere else',
  access: 'signed-in',
  event: null,
  reply: z.array(openSessionSchema),
  handle: async ({ actor, tx }) => {
    await closeOtherSessions(tx, actor.accountId, actor.sessionId);
    return [...(await listSessions(tx, actor.accountId, actor.sessionId))];
  },
});

const endOne = defineRoute({
  method: 'DELETE',
  path: `${accountsApi.sessions}/:sessionId`,
  summary: 'Sign out in one place',
  access: 'signed-in',
  event: null,
  params: z.object({ sessionId: z.uuid() }),
  reply: z.array(openSessionSchema),
  handle: async ({ params, actor, tx }) => {
    if (!(await closeSession(tx, params.sessionId))) return httpProblems.raise('not-found');
    return [...(await listSessions(tx, actor.accountId, actor.sessionId))];
  },
});

export const sessionRoutes = [list, endOthers, endOne];
