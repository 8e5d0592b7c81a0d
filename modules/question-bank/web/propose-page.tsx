import type { BankItem, ResponseScale } from '@common-measure/instrument';
import { Loaded, Page, useLanguage, useMessages, useParam } from '@common-measure/platform/web-kit';
import type { ReactNode } from 'react';
import type { BankOverview } from '../contract.ts';
import { useBank, useItem, useProposal, useScales } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { draftOf, emptyDraft, type WrittenDraft } from './draft-item.ts';
import { governanceMessages } from './governance-words.ts';
import { ProposalForm } from './proposal-form.tsx';

/** A new question for the bank. */
export function ProposeNewPage() {
  const words = useMessages(governanceMessages);
  const language = useLanguage();
  return (
    <Proposing title={words.newTitle}>
      {(bank, scales) => (
        <ProposalForm
          bank={bank}
          scales={scales}
          start={{ ...emptyDraft, writtenIn: language }}
          baseVersion={null}
          again={null}
        />
      )}
    </Proposing>
  );
}

/** A change to a question of the bank, from its present version. */
export function ProposeChangePage() {
  const words = useMessages(governanceMessages);
  const language = useLanguage();
  const code = useParam('code');
  const item = useItem(code);
  return (
    <Loaded query={item}>
      {(facts) => (
        <Proposing title={words.changeTitle(code)}>
          {(bank, scales) => (
            <ProposalForm
              bank={bank}
              scales={scales}
              start={startFrom(facts.item, '', language)}
              baseVersion={facts.item.version}
              again={null}
            />
          )}
        </Proposing>
      )}
    </Loaded>
  );
}

/** A proposal of one's own, to be changed before its review. */
export function ReviseProposalPage() {
  const words = useMessages(governanceMessages);
  const id = useParam('proposal');
  const proposal = useProposal(id);
  return (
    <Loaded query={proposal}>
      {({ proposal: kept }) => {
        const { item } = kept;
        return item === null ? null : (
          <Proposing title={kept.baseVersion === null ? words.newTitle : words.changeTitle(kept.code)}>
            {(bank, scales) => (
              <ProposalForm
                bank={bank}
                scales={scales}
                start={startFrom(item, kept.reason, kept.writtenIn)}
                baseVersion={kept.baseVersion}
                again={id}
              />
            )}
          </Proposing>
        );
      }}
    </Loaded>
  );
}

function startFrom(item: BankItem, reason: string, writtenIn: 'en' | 'fr'): WrittenDraft {
  return { item: draftOf(item), reason, writtenIn };
}

function Proposing({
  title,
  children,
}: {
  title: string;
  children: (bank: BankOverview, scales: readonly ResponseScale[]) => ReactNode;
}) {
  const words = useMessages(governanceMessages);
  const bank = useMessages(bankMessages);
  const overview = useBank();
  const scales = useScales();
  return (
    <Page
      title={title}
      crumbs={[
        { label: bank.title, to: '/bank' },
        { label: words.proposals, to: '/bank/proposals' },
      ]}
      facts={<p className="sub">{words.proposeLede}</p>}
    >
      <Loaded query={overview}>{(known) => <Loaded query={scales}>{(list) => children(known, list)}</Loaded>}</Loaded>
    </Page>
  );
}
