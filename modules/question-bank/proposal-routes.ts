import type { Problem } from '@common-measure/kernel';
import { type Actor, defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { presentBank } from './bank-store.ts';
import {
  bankApi,
  decisionSchema,
  itemProposalSchema,
  type ProposalFacts,
  type ProposalPage,
  retirementProposalSchema,
  reviewSchema,
} from './contract.ts';
import {
  decideProposal,
  flawsOf,
  listProposals,
  type Person,
  proposeItem,
  proposeRetirement,
  readProposal,
  reviewProposal,
  withdrawProposal,
} from './proposal-store.ts';
import { refuseOthers, standing } from './steward-store.ts';

const ofProposal = z.object({ proposal: z.uuid() });

function person(actor: Actor & { readonly organizationId: string }): Person {
  return { accountId: actor.accountId, organizationId: actor.organizationId, name: actor.name };
}

const list = defineRoute({
  method: 'GET',
  path: bankApi.proposals,
  summary: 'What is proposed for the question bank, the open ones first',
  access: 'viewer',
  event: null,
  reply: z.custom<readonly ProposalFacts[]>(),
  handle: ({ actor, tx }) => listProposals(tx, actor.accountId),
});

const read = defineRoute({
  method: 'GET',
  path: bankApi.proposal,
  summary: 'One proposal beside what stands now',
  access: 'viewer',
  event: null,
  params: ofProposal,
  reply: z.custom<ProposalPage>(),
  handle: async ({ params, actor, tx }) => {
    const proposal = await readProposal(tx, actor.accountId, params.proposal);
    const { bank, history } = await presentBank(tx);
    const versions = history.get(proposal.code) ?? [];
    const before = versions.find(({ item }) => item.version === proposal.baseVersion)?.item ?? null;
    const scale = proposal.item?.scale;
    return {
      proposal,
      present: before,
      scale: bank.scales.find((one) => one.id === scale?.id && one.version === scale.version) ?? null,
      isSteward: (await standing(tx)).isSteward,
    };
  },
});

const check = defineRoute({
  method: 'POST',
  path: bankApi.proposalCheck,
  summary: 'Tell everything that stands against a proposed item; nothing is kept',
  access: 'analyst',
  event: null,
  body: itemProposalSchema,
  reply: z.custom<readonly Problem[]>(),
  handle: ({ body, actor, tx }) => flawsOf(tx, person(actor), body),
});

const propose = defineRoute({
  method: 'POST',
  path: bankApi.proposals,
  summary: 'Propose a new item of the bank, or a change to one, in both languages',
  access: 'analyst',
  event: 'bank.proposed',
  body: itemProposalSchema,
  reply: z.object({ id: z.uuid() }),
  handle: async ({ body, actor, tx, audit }) => {
    const id = await proposeItem(tx, person(actor), body, null);
    await audit(`bank-proposal:${id}`, { code: body.item.code });
    return { id };
  },
});

const revise = defineRoute({
  method: 'PUT',
  path: bankApi.proposal,
  summary: 'Change a proposal of one’s own that is not reviewed yet, or was sent back',
  access: 'analyst',
  event: 'bank.revised',
  params: ofProposal,
  body: itemProposalSchema,
  reply: z.object({ id: z.uuid() }),
  handle: async ({ params, body, actor, tx, audit }) => {
    const id = await proposeItem(tx, person(actor), body, params.proposal);
    await audit(`bank-proposal:${id}`, { code: body.item.code });
    return { id };
  },
});

const retire = defineRoute({
  method: 'POST',
  path: bankApi.retirements,
  summary: 'Propose to retire an item of the bank, with the one that follows it',
  access: 'analyst',
  event: 'bank.proposed',
  params: z.object({ code: z.string() }),
  body: retirementProposalSchema,
  reply: z.object({ id: z.uuid() }),
  handle: async ({ params, body, actor, tx, audit }) => {
    const id = await proposeRetirement(tx, person(actor), params.code, body);
    await audit(`bank-proposal:${id}`, { code: params.code, successor: body.successor });
    return { id };
  },
});

const review = defineRoute({
  method: 'POST',
  path: bankApi.review,
  summary: 'Review the second language of a proposal of somebody else',
  access: 'analyst',
  event: 'bank.reviewed',
  params: ofProposal,
  body: reviewSchema,
  reply: null,
  handle: async ({ params, body, actor, tx, audit }) => {
    await reviewProposal(tx, person(actor), params.proposal, body.agrees, body.note);
    await audit(`bank-proposal:${params.proposal}`, { agrees: body.agrees });
    return undefined;
  },
});

const decide = defineRoute({
  method: 'POST',
  path: bankApi.decision,
  summary: 'Approve or decline a proposal, as a steward of the bank',
  access: 'viewer',
  event: 'bank.decided',
  params: ofProposal,
  body: decisionSchema,
  reply: null,
  handle: async ({ params, body, actor, tx, audit }) => {
    await refuseOthers(tx);
    await decideProposal(tx, person(actor), params.proposal, body.approve, body.note);
    await audit(`bank-proposal:${params.proposal}`, { approved: body.approve });
    return undefined;
  },
});

const withdraw = defineRoute({
  method: 'POST',
  path: bankApi.withdrawal,
  summary: 'Withdraw a proposal of one’s own',
  access: 'analyst',
  event: 'bank.withdrawn',
  params: ofProposal,
  reply: null,
  handle: async ({ params, actor, tx, audit }) => {
    await withdrawProposal(tx, person(actor), params.proposal);
    await audit(`bank-proposal:${params.proposal}`);
    return undefined;
  },
});

export const proposalRoutes = [list, read, check, propose, revise, retire, review, decide, withdraw];
