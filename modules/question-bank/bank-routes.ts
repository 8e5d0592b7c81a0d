import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { type BankOverview, bankApi, bankSearchSchema, type FoundItem } from './contract.ts';
import { searchBank } from './search.ts';
import { starterBank } from './starter-bank.ts';

const overview = defineRoute({
  method: 'GET',
  path: bankApi.overview,
  summary: 'What the question bank holds: constructs and ready selections',
  access: 'viewer',
  event: null,
  reply: z.custom<BankOverview>(),
  handle: async () => {
    const bank = starterBank();
    const packs = bank.packs.map((pack) => ({
      id: pack.id,
      version: pack.version,
      title: pack.title,
      description: pack.description,
      questions: pack.sections.reduce((sum, section) => sum + section.items.length, 0),
    }));
    return { constructs: bank.constructs, packs, items: bank.items.length };
  },
});

const items = defineRoute({
  method: 'GET',
  path: bankApi.items,
  summary: 'Find items of the bank by words in either language, construct, channel',
  access: 'viewer',
  event: null,
  query: bankSearchSchema,
  reply: z.custom<readonly FoundItem[]>(),
  handle: async ({ query }) => searchBank(starterBank(), query),
});

export const bankRoutes = [overview, items];
