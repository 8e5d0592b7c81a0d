import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { blockChangeSchema, blockRemovalSchema, blocksApi, newBlockSchema, type OwnBlock } from './block-contract.ts';
import { changeBlock, keepBlock, listBlocks, removeBlock } from './block-store.ts';

const ofBlock = z.object({ id: z.uuid() });

const list = defineRoute({
  method: 'GET',
  path: blocksApi.blocks,
  summary: 'The blocks of questions that the organization keeps, the latest change first',
  access: 'viewer',
  event: null,
  reply: z.custom<readonly OwnBlock[]>(),
  handle: ({ actor, tx }) => listBlocks(tx, actor.organizationId),
});

const keep = defineRoute({
  method: 'POST',
  path: blocksApi.blocks,
  summary: 'Keep questions as a block for further questionnaires',
  access: 'manager',
  event: 'block.kept',
  body: newBlockSchema,
  reply: z.custom<OwnBlock>(),
  handle: async ({ body, actor, tx, audit }) => {
    const block = await keepBlock(tx, actor, body);
    await audit(`block:${block.id}`, { questions: block.content.questions.length });
    return block;
  },
});

const change = defineRoute({
  method: 'PUT',
  path: blocksApi.block,
  summary: 'Give a block another name, description or content, as its next version',
  access: 'manager',
  event: 'block.changed',
  params: ofBlock,
  body: blockChangeSchema,
  reply: z.custom<OwnBlock>(),
  handle: async ({ params, body, actor, tx, audit }) => {
    const block = await changeBlock(tx, actor, params.id, body);
    await audit(`block:${block.id}`, { version: block.version });
    return block;
  },
});

const remove = defineRoute({
  method: 'PATCH',
  path: blocksApi.block,
  summary: 'Remove a block from the list, or put it back; questionnaires keep what they hold',
  access: 'manager',
  event: 'block.removed',
  params: ofBlock,
  body: blockRemovalSchema,
  reply: z.custom<readonly OwnBlock[]>(),
  handle: async ({ params, body, actor, tx, audit }) => {
    await removeBlock(tx, actor.organizationId, params.id, body.removed);
    await audit(`block:${params.id}`, { removed: body.removed });
    return listBlocks(tx, actor.organizationId);
  },
});

export const blockRoutes = [list, keep, change, remove];
