import { ButtonLink, Card, Empty, Loaded, Page, useMessages } from '@common-measure/platform/web-kit';
import { useProposals } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { governanceMessages } from './governance-words.ts';
import { ProposalList } from './proposal-list.tsx';

/** What is proposed for the bank, the open ones first. */
export function ProposalsPage() {
  const words = useMessages(governanceMessages);
  const bank = useMessages(bankMessages);
  return (
    <Page
      title={words.proposals}
      crumbs={[{ label: bank.title, to: '/bank' }]}
      facts={<p className="sub">{words.proposalsLede}</p>}
      actions={
        <ButtonLink icon="plus" to="/bank/new">
          {bank.proposeNew}
        </ButtonLink>
      }
    >
      <Loaded query={useProposals()}>
        {(proposals) =>
          proposals.length === 0 ? (
            <Empty title={words.noProposals}>{words.noProposalsMore}</Empty>
          ) : (
            <Card>
              <ProposalList proposals={proposals} />
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}
