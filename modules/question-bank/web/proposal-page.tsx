import { useSession } from '@common-measure/modules/accounts/web';
import {
  Card,
  DataTable,
  Facts,
  Loaded,
  Page,
  Tag,
  useFormat,
  useMessages,
  useParam,
} from '@common-measure/platform/web-kit';
import type { ProposalPage as ProposalView } from '../contract.ts';
import { useProposal } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { BothWordings } from './both-wordings.tsx';
import { governanceMessages } from './governance-words.ts';
import { OtherChanges } from './other-changes.tsx';
import { ProposalActs } from './proposal-acts.tsx';
import { useProposalName } from './proposal-list.tsx';
import { WordDiff } from './word-diff-text.tsx';

/** One proposal beside what stands now, its course, and what the reader may do. */
export function ProposalPage() {
  return <Loaded query={useProposal(useParam('proposal'))}>{(view) => <Proposal view={view} />}</Loaded>;
}

function Proposal({ view }: { view: ProposalView }) {
  const words = useMessages(governanceMessages);
  const bank = useMessages(bankMessages);
  const nameOf = useProposalName();
  const role = useSession().data?.role;
  const { proposal, present, scale } = view;
  const { item } = proposal;
  const answers = item ? (scale?.points ?? item.options) : [];
  return (
    <Page
      title={nameOf(proposal)}
      crumbs={[
        { label: bank.title, to: '/bank' },
        { label: words.proposals, to: '/bank/proposals' },
      ]}
      facts={<Facts>{[<Tag key="state">{words.states[proposal.state]}</Tag>]}</Facts>}
    >
      <div className="stack-6">
        {item ? (
          <BothWordings
            text={item.wording}
            show={(text, language) => (present ? <WordDiff before={present.wording[language]} after={text} /> : text)}
          />
        ) : (
          <Card>
            <p>{proposal.successor ? words.followedBy(proposal.successor) : words.followedByNone}</p>
          </Card>
        )}
        <Card title={words.reason} stack>
          <p>{proposal.reason}</p>
        </Card>
        {answers.length > 0 ? (
          <Card>
            <DataTable
              caption={words.answers}
              columns={[
                { key: 'code', header: words.code, cell: (answer) => answer.code },
                { key: 'en', header: 'English', cell: (answer) => <span lang="en">{answer.label.en}</span> },
                { key: 'fr', header: 'Français', cell: (answer) => <span lang="fr">{answer.label.fr}</span> },
              ]}
              rows={answers}
              rowKey={(answer) => answer.code}
            />
          </Card>
        ) : null}
        {item ? <OtherChanges before={present} after={item} /> : null}
        <Card title={words.course} stack>
          <Course view={view} />
        </Card>
        {role ? <ProposalActs view={view} role={role} /> : null}
      </div>
    </Page>
  );
}

function Course({ view: { proposal } }: { view: ProposalView }) {
  const words = useMessages(governanceMessages);
  const format = useFormat();
  const { review, decision } = proposal;
  return (
    <ol className="plain-list">
      <li>{words.by(proposal.proposer, format.date(proposal.proposedAt))}</li>
      {review ? (
        <li>
          {words.reviewedBy(review.by, format.date(review.at))}
          {review.note ? <q className="muted">{review.note}</q> : null}
        </li>
      ) : null}
      {decision ? (
        <li>
          {proposal.state === 'withdrawn'
            ? words.withdrawnOn(format.date(decision.at))
            : words.decidedBy(decision.by, format.date(decision.at))}
          {decision.note ? <q className="muted">{decision.note}</q> : null}
        </li>
      ) : null}
    </ol>
  );
}
