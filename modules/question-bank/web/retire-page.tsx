import {
  Actions,
  api,
  Button,
  Card,
  Page,
  ProblemMessage,
  TextField,
  useDone,
  useLanguage,
  useMessages,
  useNavigate,
  useParam,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { bankApi } from '../contract.ts';
import { addressOf, useBankAct } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { governanceMessages } from './governance-words.ts';

/** Proposes to retire an item, in favour of another or of none. */
export function RetirePage() {
  const words = useMessages(governanceMessages);
  const bank = useMessages(bankMessages);
  const language = useLanguage();
  const done = useDone();
  const navigate = useNavigate();
  const code = useParam('code');
  const [written, setWritten] = useState({ successor: '', reason: '' });
  const [isMissing, setMissing] = useState(false);
  const retire = useBankAct(() =>
    api.post<{ id: string }>(addressOf(bankApi.retirements, code), {
      successor: written.successor.trim() || null,
      reason: written.reason,
      writtenIn: language,
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(written.reason.trim() === '');
    if (written.reason.trim() === '') return;
    retire.mutate(undefined, {
      onSuccess: ({ id }) => {
        done({ text: words.proposed });
        navigate(`/bank/proposals/${id}`);
      },
    });
  };
  return (
    <Page
      title={words.retireTitle(code)}
      crumbs={[
        { label: bank.title, to: '/bank' },
        { label: code, to: `/bank/${code}` },
      ]}
      facts={<p className="sub">{words.retireLede}</p>}
    >
      <Card>
        <form className="stack" onSubmit={submit} noValidate>
          {retire.isError ? <ProblemMessage error={retire.error} /> : null}
          <TextField
            label={words.successor}
            hint={words.successorHint}
            value={written.successor}
            onChange={(successor) => setWritten({ ...written, successor })}
          />
          <TextField
            label={words.reason}
            rows={3}
            value={written.reason}
            error={isMissing ? words.reasonMissing : undefined}
            onChange={(reason) => setWritten({ ...written, reason })}
          />
          <Actions>
            <Button type="submit" busy={retire.isPending && words.proposing}>
              {words.propose}
            </Button>
          </Actions>
        </form>
      </Card>
    </Page>
  );
}
