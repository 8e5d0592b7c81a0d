import { Link, Tag, type TagKind, useFormat, useMessages } from '@common-measure/platform/web-kit';
import type { ProposalFacts } from '../contract.ts';
import { governanceMessages } from './governance-words.ts';

const kinds: Readonly<Record<ProposalFacts['state'], TagKind>> = {
  proposed: 'info',
  returned: 'caution',
  reviewed: 'info',
  approved: 'good',
  declined: 'plain',
  withdrawn: 'plain',
};

/** What a proposal is called: a new question, a change, a retirement. */
export function useProposalName(): (proposal: ProposalFacts) => string {
  const { kinds: names } = useMessages(governanceMessages);
  return ({ kind, code, baseVersion }) =>
    kind === 'retirement' ? names.retirement(code) : baseVersion === null ? names.fresh(code) : names.change(code);
}

/** Proposals with where they stand, each leading to its page. */
export function ProposalList({ proposals }: { proposals: readonly ProposalFacts[] }) {
  const words = useMessages(governanceMessages);
  const format = useFormat();
  const nameOf = useProposalName();
  return (
    <ul className="pack-list">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <p>
            <Link to={`/bank/proposals/${proposal.id}`}>{nameOf(proposal)}</Link>{' '}
            <Tag kind={kinds[proposal.state]}>{words.states[proposal.state]}</Tag>
          </p>
          <p className="small muted">{words.by(proposal.proposer, format.date(proposal.proposedAt))}</p>
        </li>
      ))}
    </ul>
  );
}
