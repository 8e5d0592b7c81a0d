import { timingSafeEqual } from 'node:crypto';
import { ProblemError } from '@common-measure/kernel';
import type { FastifyRequest } from 'fastify';
import { type Actor, mayActAs } from './actor.ts';
import { httpProblems } from './problems.ts';
import type { Route } from './route.ts';

/** Ends the request of somebody who may not call the route. */
export function refuseStrangers(route: Route, actor: Actor | null): void {
  if (route.access === 'anyone') return;
  if (actor === null) throw new ProblemError(httpProblems.make('sign-in-needed'));
  if (route.access === 'signed-in') return;
  if (actor.organizationId === null || actor.role === null)
    throw new ProblemError(httpProblems.make('organization-needed'));
  if (!mayActAs(actor.role, route.access))
    throw new ProblemError(httpProblems.make('role-too-low', { needed: route.access }));
}

/** A change needs the token that only our own pages can read; without a session, the page must at least be ours. */
export function refuseForgery(request: FastifyRequest, actor: Actor | null): void {
  if (actor !== null) {
    const sent = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
    const kept = Buffer.from(actor.csrfToken);
    if (sent.length !== kept.length || !timingSafeEqual(sent, kept)) httpProblems.raise('forged-request');
    return;
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') httpProblems.raise('forged-request');
}
