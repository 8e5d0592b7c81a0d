import {
  Actions,
  api,
  Button,
  ButtonLink,
  Card,
  Message,
  ProblemMessage,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { bankApi, type ProposalPage } from '../contract.ts';
import { addressOf, useBankAct } from './bank-queries.ts';
import { governanceMessages } from './governance-words.ts';

/** What the reader may do with a proposal as it stands: review, decide, withdraw, or nothing. */
export function ProposalActs({ view, role }: { view: ProposalPage; role: string }) {
  const words = useMessages(governanceMessages);
  const done = useDone();
  const [note, setNote] = useState('');
  const { proposal, isSteward } = view;
  const act = useBankAct(({ to, body }: { to: string; body: object; says: string }) =>
    api.post<undefined>(addressOf(to, proposal.id), body),
  );
  const send = (to: string, body: object, says: string) =>
    act.mutate({ to, body, says }, { onSuccess: () => done({ text: says }) });
  const isOpen = ['proposed', 'returned', 'reviewed'].includes(proposal.state);
  if (!isOpen) return null;
  const problem = act.isError ? <ProblemMessage error={act.error} /> : null;
  const busy = act.isPending && words.working;
  const noteField = <TextField label={words.note} hint={words.noteHint} value={note} onChange={setNote} rows={2} />;
  if (proposal.isYours)
    return (
      <div className="stack">
        {problem}
        <Message>{words.ownReview}</Message>
        <Actions>
          {proposal.kind === 'item' && proposal.state !== 'reviewed' ? (
            <ButtonLink kind="second" icon="edit" to={`/bank/proposals/${proposal.id}/change`}>
              {words.revise}
            </ButtonLink>
          ) : null}
          <Button kind="plain" busy={busy} onClick={() => send(bankApi.withdrawal, {}, words.withdrawn)}>
            {words.withdraw}
          </Button>
        </Actions>
      </div>
    );
  return (
    <div className="stack-6">
      {problem}
      {proposal.state === 'proposed' && role !== 'viewer' ? (
        <Card title={words.reviewTitle} stack>
          <p>{proposal.item ? words.reviewLede[proposal.writtenIn] : words.reviewOfRetirement}</p>
          {noteField}
          <Actions>
            <Button busy={busy} onClick={() => send(bankApi.review, { agrees: true, note }, words.reviewed)}>
              {words.agree}
            </Button>
            <Button kind="second" onClick={() => send(bankApi.review, { agrees: false, note }, words.reviewed)}>
              {words.sendBack}
            </Button>
          </Actions>
        </Card>
      ) : null}
      {isSteward ? (
        <Card title={words.decideTitle} stack>
          <p>{words.decideLede}</p>
          {proposal.state === 'reviewed' ? noteField : null}
          <Actions>
            {proposal.state === 'reviewed' ? (
              <Button busy={busy} onClick={() => send(bankApi.decision, { approve: true, note }, words.approved)}>
                {words.approve}
              </Button>
            ) : null}
            <Button kind="second" onClick={() => send(bankApi.decision, { approve: false, note }, words.declined)}>
              {words.decline}
            </Button>
          </Actions>
        </Card>
      ) : null}
    </div>
  );
}
