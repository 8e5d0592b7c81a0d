import {
  Actions,
  api,
  Button,
  ProblemMessage,
  SelectField,
  TextField,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { type BankOverview, bankApi, type Stewardship } from '../contract.ts';
import { useBankAct } from './bank-queries.ts';
import { stewardshipMessages } from './stewardship-words.ts';

/** A licence for one organization: pack, days and what was agreed. */
export function LicenceForm({ facts, bank }: { facts: Stewardship; bank: BankOverview }) {
  const words = useMessages(stewardshipMessages);
  const read = useText();
  const done = useDone();
  const [wanted, setWanted] = useState({
    packId: facts.restrictions[0]?.packId ?? '',
    organizationId: facts.organizations[0]?.id ?? '',
    from: '',
    until: '',
    terms: '',
  });
  const [isChecked, setChecked] = useState(false);
  const change = (part: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...part }));
  const grant = useBankAct(() => api.post<Stewardship>(bankApi.licences, wanted));
  const missing = (day: string) => (isChecked && day === '' ? words.dayMissing : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wanted.from === '' || wanted.until === '') return;
    grant.mutate(undefined, { onSuccess: () => done({ text: words.granted }) });
  };
  const titleOf = (id: string) => {
    const pack = bank.packs.find((one) => one.id === id);
    return pack ? read(pack.title) : id;
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h3>{words.grant}</h3>
      <div className="pair">
        <SelectField
          label={words.organization}
          value={wanted.organizationId}
          options={facts.organizations.map(({ id, name }) => ({ value: id, label: read(name) }))}
          onChange={(organizationId) => change({ organizationId })}
        />
        <SelectField
          label={words.pack}
          value={wanted.packId}
          options={facts.restrictions.map(({ packId }) => ({ value: packId, label: titleOf(packId) }))}
          onChange={(packId) => change({ packId })}
        />
        <TextField
          type="date"
          label={words.from}
          value={wanted.from}
          error={missing(wanted.from)}
          onChange={(from) => change({ from })}
        />
        <TextField
          type="date"
          label={words.until}
          value={wanted.until}
          error={missing(wanted.until)}
          onChange={(until) => change({ until })}
        />
      </div>
      <TextField label={words.licenceTerms} rows={2} value={wanted.terms} onChange={(terms) => change({ terms })} />
      {grant.isError ? <ProblemMessage error={grant.error} /> : null}
      <Actions>
        <Button type="submit" kind="second" busy={grant.isPending && words.working}>
          {words.grant}
        </Button>
      </Actions>
    </form>
  );
}
