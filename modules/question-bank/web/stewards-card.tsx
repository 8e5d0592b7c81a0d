import {
  Actions,
  api,
  Button,
  Card,
  ProblemMessage,
  TextField,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { bankApi, type Stewardship } from '../contract.ts';
import { useBankAct } from './bank-queries.ts';
import { stewardshipMessages } from './stewardship-words.ts';

/** The stewards of the bank; those who may appoint others do it here. */
export function StewardsCard({ facts }: { facts: Stewardship }) {
  const words = useMessages(stewardshipMessages);
  const format = useFormat();
  const done = useDone();
  const [email, setEmail] = useState('');
  const [isMissing, setMissing] = useState(false);
  const appoint = useBankAct((address: string) => api.post<Stewardship>(bankApi.stewards, { email: address }));
  const dismiss = useBankAct((id: string) => api.delete<Stewardship>(`${bankApi.stewards}/${id}`));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    setMissing(!address.includes('@'));
    if (!address.includes('@')) return;
    appoint.mutate(address, {
      onSuccess: () => {
        setEmail('');
        done({ text: words.appointed(address) });
      },
    });
  };
  return (
    <Card title={words.stewards} stack>
      {facts.stewards.length === 0 ? <p>{words.noStewards}</p> : null}
      <ul className="pack-list">
        {facts.stewards.map((steward) => (
          <li key={steward.accountId}>
            <p>
              <strong>{steward.name}</strong> <span className="muted">{words.since(format.date(steward.since))}</span>
            </p>
            {facts.mayAppoint ? (
              <Button
                kind="plain"
                label={words.dismissOne(steward.name)}
                onClick={() =>
                  dismiss.mutate(steward.accountId, { onSuccess: () => done({ text: words.dismissed(steward.name) }) })
                }
              >
                {words.dismiss}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {appoint.isError ? <ProblemMessage error={appoint.error} /> : null}
      {dismiss.isError ? <ProblemMessage error={dismiss.error} /> : null}
      {facts.mayAppoint ? (
        <form className="stack" onSubmit={submit} noValidate>
          <TextField
            type="email"
            label={words.email}
            value={email}
            onChange={setEmail}
            error={isMissing ? words.emailMissing : undefined}
          />
          <Actions>
            <Button type="submit" kind="second" busy={appoint.isPending && words.working}>
              {words.appoint}
            </Button>
          </Actions>
        </form>
      ) : null}
    </Card>
  );
}
