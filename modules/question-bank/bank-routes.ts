import type { ResponseScale } from '@common-measure/instrument';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { presentBank } from './bank-store.ts';
import {
  type BankOverview,
  bankApi,
  bankSearchPageSchema,
  bankSearchSchema,
  type FoundItem,
  type ItemPage,
  type PackPage,
  type SearchPage,
  selectionSchema,
} from './contract.ts';
import { selected, selectionCsv, selectionFile } from './export-selection.ts';
import { itemPage, overviewOf, packPage } from './item-page.ts';
import { licenceRoutes } from './licence-routes.ts';
import { refuseUnlicensedExport } from './licence-store.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { foundItem, searchBank, searchPage } from './search.ts';

const overview = defineRoute({
  method: 'GET',
  path: bankApi.overview,
  summary: 'What the question bank holds: constructs and ready selections',
  access: 'viewer',
  event: null,
  reply: z.custom<BankOverview>(),
  handle: ({ tx }) => overviewOf(tx),
});

const items = defineRoute({
  method: 'GET',
  path: bankApi.items,
  summary:
    'All items of the bank that fit: by words of either language, construct, channel, client type, element, pack',
  access: 'viewer',
  event: null,
  query: bankSearchSchema,
  reply: z.custom<readonly FoundItem[]>(),
  handle: async ({ query, tx }) => searchBank(await presentBank(tx), query),
});

const search = defineRoute({
  method: 'GET',
  path: bankApi.search,
  summary: 'Search the bank by any form of a word in either language: one page of what fits, nearest first',
  access: 'viewer',
  event: null,
  query: bankSearchPageSchema,
  reply: z.custom<SearchPage>(),
  handle: async ({ query, tx }) => searchPage(await presentBank(tx), query),
});

const item = defineRoute({
  method: 'GET',
  path: bankApi.item,
  summary: 'One item of the bank: both wordings, scale, evidence, versions, packs, where it is used',
  access: 'viewer',
  event: null,
  params: z.object({ code: z.string() }),
  reply: z.custom<ItemPage>(),
  handle: ({ params, actor, tx }) => itemPage(tx, actor, params.code),
});

const pack = defineRoute({
  method: 'GET',
  path: bankApi.pack,
  summary: 'One pack of the bank: its questions, scores and licence',
  access: 'viewer',
  event: null,
  params: z.object({ pack: z.string() }),
  reply: z.custom<PackPage>(),
  handle: ({ params, actor, tx }) => packPage(tx, actor.organizationId, params.pack),
});

const scales = defineRoute({
  method: 'GET',
  path: bankApi.scales,
  summary: 'The response scales of the bank',
  access: 'viewer',
  event: null,
  reply: z.custom<readonly ResponseScale[]>(),
  handle: async ({ tx }) => (await presentBank(tx)).bank.scales,
});

const selection = defineRoute({
  method: 'GET',
  path: bankApi.selection,
  summary: 'Several items of the bank by their codes, to read and print',
  access: 'viewer',
  event: null,
  query: selectionSchema.partial(),
  reply: z.custom<readonly FoundItem[]>(),
  handle: async ({ query, tx }) => {
    const present = await presentBank(tx);
    const wanted = new Set((query.codes ?? '').split(','));
    return present.bank.items.filter((one) => wanted.has(one.code)).map((one) => foundItem(present, one));
  },
});

const exportJson = defineRoute({
  method: 'GET',
  path: bankApi.exportJson,
  summary: 'Several items of the bank as a file of the bank; items of a restricted pack need the licence',
  access: 'viewer',
  event: null,
  query: selectionSchema.partial(),
  reply: null,
  handle: async ({ query, actor, tx }) => {
    const { bank } = await presentBank(tx);
    const chosen = selected(bank, query.codes ?? '');
    await refuseUnlicensedExport(
      tx,
      actor.organizationId,
      chosen.map((one) => one.code),
    );
    const content = `${JSON.stringify(selectionFile(bank, chosen), null, 2)}\n`;
    return new RawReply(content, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="question-bank-selection.json"',
    });
  },
});

const exportCsv = defineRoute({
  method: 'GET',
  path: bankApi.exportCsv,
  summary: 'Several items of the bank as a table; items of a restricted pack need the licence',
  access: 'viewer',
  event: null,
  query: selectionSchema.partial(),
  reply: null,
  handle: async ({ query, actor, tx }) => {
    const { bank } = await presentBank(tx);
    const chosen = selected(bank, query.codes ?? '');
    await refuseUnlicensedExport(
      tx,
      actor.organizationId,
      chosen.map((one) => one.code),
    );
    return new RawReply(selectionCsv(bank, chosen), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="question-bank-selection.csv"',
    });
  },
});

export const bankRoutes = [
  overview,
  items,
  search,
  scales,
  selection,
  exportJson,
  exportCsv,
  item,
  pack,
  ...proposalRoutes,
  ...licenceRoutes,
];
