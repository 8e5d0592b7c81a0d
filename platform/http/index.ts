export { type Actor, mayActAs, type Role, roles } from './actor.ts';
export { type AuditedAct, recordEvent } from './audit-trail.ts';
export { networkOf } from './network.ts';
export { openApiOf } from './openapi.ts';
export { httpProblems } from './problems.ts';
export { Room } from './room.ts';
export { type Access, defineRoute, RawReply, type Route, type RouteCall, type UploadedFile } from './route.ts';
export { policyWithStyle } from './security-headers.ts';
export { createHttpServer, type HttpOptions, sessionCookie } from './server.ts';
