import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { commentChangeSchema, commentsApi, type InstrumentComment, newCommentSchema } from './comment-contract.ts';
import { changeComment, listComments, writeComment } from './comment-store.ts';

const ofInstrument = z.object({ id: z.uuid() });
const ofComment = ofInstrument.extend({ commentId: z.uuid() });
type Said = readonly InstrumentComment[];

const list = defineRoute({
  method: 'GET',
  path: commentsApi.comments,
  summary: 'What colleagues said about a questionnaire, oldest first',
  access: 'viewer',
  event: null,
  params: ofInstrument,
  reply: z.custom<Said>(),
  handle: ({ params, actor, tx }) =>
    listComments(tx, { organizationId: actor.organizationId, instrumentId: params.id }, actor),
});

const write = defineRoute({
  method: 'POST',
  path: commentsApi.comments,
  summary: 'Comment on a questionnaire, a part or a question, or answer a comment; gives all comments',
  access: 'viewer',
  event: 'comment.written',
  params: ofInstrument,
  body: newCommentSchema,
  reply: z.custom<Said>(),
  handle: async ({ params, body, actor, tx, audit }) => {
    const of = { organizationId: actor.organizationId, instrumentId: params.id };
    const comment = await writeComment(tx, of, actor, body);
    await audit(`instrument:${params.id}`, { comment });
    return listComments(tx, of, actor);
  },
});

const change = defineRoute({
  method: 'PATCH',
  path: commentsApi.comment,
  summary: 'Change, take back or settle a comment; gives all comments',
  access: 'viewer',
  event: 'comment.changed',
  params: ofComment,
  body: commentChangeSchema,
  reply: z.custom<Said>(),
  handle: async ({ params, body, actor, tx, audit }) => {
    const of = { organizationId: actor.organizationId, instrumentId: params.id };
    await changeComment(tx, of, params.commentId, actor, body);
    await audit(`instrument:${params.id}`, { comment: params.commentId, change: Object.keys(body).join() });
    return listComments(tx, of, actor);
  },
});

export const commentRoutes = [list, write, change];
