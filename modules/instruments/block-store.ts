import { createHash } from 'node:crypto';
import type { QuestionBlock } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { newId, type Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { OwnBlock } from './block-contract.ts';
import type { BlockTables } from './library-tables.ts';
import { instrumentsProblems } from './problems.ts';

interface Maker {
  readonly organizationId: string;
  readonly accountId: string;
  readonly name: string;
}
interface BlockContent {
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly content: QuestionBlock;
}

/** The blocks of an organization in their present versions, the latest change first; those that were removed are not among them. */
export async function listBlocks(tx: Tx, organizationId: string): Promise<readonly OwnBlock[]> {
  const rows = await present(tx, organizationId)
    .where('b.removed_at', 'is', null)
    .orderBy('v.made_at', 'desc')
    .execute();
  return rows.map(blockFrom);
}

/** Keeps a new block. */
export async function keepBlock(tx: Tx, maker: Maker, block: BlockContent): Promise<OwnBlock> {
  const id = newId();
  await tx
    .withTables<BlockTables>()
    .insertInto('instruments.block')
    .values({ organization_id: maker.organizationId, id })
    .execute();
  await addVersion(tx, maker, id, 1, block);
  return readBlock(tx, maker.organizationId, id);
}

/** Adds a version over the one that was read; refused where another came first. */
export async function changeBlock(
  tx: Tx,
  maker: Maker,
  id: string,
  change: { readonly version: number } & Omit<BlockContent, 'content'> & {
      readonly content?: QuestionBlock | undefined;
    },
): Promise<OwnBlock> {
  await tx
    .withTables<BlockTables>()
    .selectFrom('instruments.block')
    .select('id')
    .where('organization_id', '=', maker.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const before = await readBlock(tx, maker.organizationId, id);
  if (before.version !== change.version)
    instrumentsProblems.raise('block-moved-on', { present: before.version, yours: change.version });
  const { name, description, content = before.content } = change;
  await addVersion(tx, maker, id, before.version + 1, { name, description, content });
  return readBlock(tx, maker.organizationId, id);
}

/** Takes a block out of the list, or puts it back; questionnaires that hold its questions keep them. */
export async function removeBlock(tx: Tx, organizationId: string, id: string, isRemoved: boolean): Promise<void> {
  const changed = await tx
    .withTables<BlockTables>()
    .updateTable('instruments.block')
    .set({ removed_at: isRemoved ? new Date().toISOString() : null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) httpProblems.raise('not-found');
}

async function readBlock(tx: Tx, organizationId: string, id: string): Promise<OwnBlock> {
  const row = await present(tx, organizationId).where('b.id', '=', id).executeTakeFirst();
  return row ? blockFrom(row) : httpProblems.raise('not-found');
}

async function addVersion(tx: Tx, maker: Maker, id: string, number: number, block: BlockContent): Promise<void> {
  await tx
    .withTables<BlockTables>()
    .insertInto('instruments.block_version')
    .values({
      organization_id: maker.organizationId,
      block_id: id,
      number,
      name: JSON.stringify(block.name),
      description: JSON.stringify(block.description),
      content: JSON.stringify(block.content),
      sha256: createHash('sha256').update(inOrder(block.content)).digest('hex'),
      made_by: maker.accountId,
      made_by_name: maker.name,
    })
    .execute();
}

/** One text for the same content, whatever the order in which its names are kept. */
function inOrder(content: QuestionBlock): string {
  return JSON.stringify(content, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function present(tx: Tx, organizationId: string) {
  return tx
    .withTables<BlockTables>()
    .selectFrom('instruments.block as b')
    .innerJoin('instruments.block_version as v', (join) =>
      join.onRef('v.organization_id', '=', 'b.organization_id').onRef('v.block_id', '=', 'b.id'),
    )
    .select(['b.id', 'v.number', 'v.name', 'v.description', 'v.content', 'v.sha256', 'v.made_by_name', 'v.made_at'])
    .where('b.organization_id', '=', organizationId)
    .where(({ eb, selectFrom }) =>
      eb(
        'v.number',
        '=',
        selectFrom('instruments.block_version as last')
          .select(({ fn }) => fn.max('last.number').as('number'))
          .whereRef('last.organization_id', '=', 'b.organization_id')
          .whereRef('last.block_id', '=', 'b.id'),
      ),
    );
}

type BlockRow = Awaited<ReturnType<ReturnType<typeof present>['execute']>>[number];

function blockFrom(row: BlockRow): OwnBlock {
  const { id, name, description, content, sha256 } = row;
  return {
    id,
    version: row.number,
    name,
    description,
    content,
    sha256,
    by: row.made_by_name,
    at: row.made_at.toISOString(),
  };
}
