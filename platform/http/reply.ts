import { randomUUID } from 'node:crypto';
import { validateHeaderValue } from 'node:http';
import { ProblemError } from '@common-measure/kernel';
import { foreseenFailure } from '@common-measure/platform/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { takesBrotli } from './compress-reply.ts';
import { drainRefused } from './limits.ts';
import { preferredLanguage } from './preferred-language.ts';
import { problemPage, problemPagePolicy } from './problem-page.ts';
import { httpProblems } from './problems.ts';
import { RawReply } from './route.ts';

/** Sends what a handler gave: JSON, a file or page, or nothing. */
export function send(reply: FastifyReply, result: unknown): unknown {
  if (!(result instanceof RawReply))
    return result === undefined ? reply.code(204).send() : reply.header('cache-control', 'no-store').send(result);
  // Found out while it is sent, it would be nobody's to answer for.
  for (const [name, value] of Object.entries(result.headers)) validateHeaderValue(name, value);
  reply.code(result.status);
  for (const [name, value] of Object.entries(result.headers)) reply.header(name, value);
  if (result.brotli !== null && takesBrotli(reply.request))
    return reply.header('vary', 'accept-encoding').header('content-encoding', 'br').send(result.brotli);
  return reply.send(result.body instanceof Uint8Array ? Buffer.from(result.body) : result.body);
}

/** Sends a problem as the reader is told it; what was not foreseen becomes a reference into the log. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = error instanceof ProblemError ? error.problem : problemOf(error, request);
  reply.code(problem.status).header('cache-control', 'no-store');
  if (problem.status === 413 || problem.status === 429) {
    reply.removeHeader('connection');
    drainRefused(request.raw);
  }
  const { seconds } = problem.details;
  if (typeof seconds === 'number') reply.header('retry-after', String(seconds));
  // Who opens a page, or sends a form from one, reads the answer herself; scripts and the console read JSON.
  if (String(request.headers.accept ?? '').includes('text/html')) {
    const language = preferredLanguage(request.headers['accept-language'] ?? '') ?? 'en';
    reply.header('content-security-policy', problemPagePolicy);
    return reply.type('text/html; charset=utf-8').send(problemPage(problem, language));
  }
  return reply.type('application/problem+json').send(JSON.stringify(problem));
}

function problemOf(error: unknown, request: FastifyRequest) {
  const foreseen = foreseenFailure(error);
  if (foreseen !== null) return foreseen;
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) {
    const kilobytes = Math.floor(request.routeOptions.bodyLimit / 1024);
    return httpProblems.make('body-too-large', { kilobytes });
  }
  if (status >= 400 && status < 500) return httpProblems.make('malformed-request');
  const reference = randomUUID();
  // The address without its query, and never the body nor the rows that a database error carries: answers and secrets stay out of the log.
  const what = error instanceof Error ? error.stack : String(error);
  console.error(`${new Date().toISOString()} ${reference} ${request.method} ${request.routeOptions.url ?? '-'}`, what);
  return httpProblems.make('unexpected-failure', { reference });
}
