import {
  Actions,
  api,
  Button,
  Card,
  Loaded,
  ProblemMessage,
  SelectField,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { type BankOverview, bankApi, type Stewardship } from '../contract.ts';
import { addressOf, useBank, useBankAct } from './bank-queries.ts';
import { stewardshipMessages } from './stewardship-words.ts';
import { TextPairField } from './text-pair-field.tsx';

/** The packs that need a licence, with their terms; stewards restrict and free them here. */
export function RestrictionsCard({ facts }: { facts: Stewardship }) {
  const words = useMessages(stewardshipMessages);
  const overview = useBank();
  return (
    <Card title={words.restrictions} stack>
      {facts.restrictions.length === 0 ? <p>{words.noRestrictions}</p> : null}
      <Loaded query={overview}>{(bank) => <Restrictions facts={facts} bank={bank} />}</Loaded>
    </Card>
  );
}

function Restrictions({ facts, bank }: { facts: Stewardship; bank: BankOverview }) {
  const words = useMessages(stewardshipMessages);
  const read = useText();
  const done = useDone();
  const titleOf = (id: string) => {
    const pack = bank.packs.find((one) => one.id === id);
    return pack ? read(pack.title) : id;
  };
  const free = useBankAct((id: string) => api.delete<Stewardship>(addressOf(bankApi.restriction, id)));
  return (
    <>
      <ul className="pack-list">
        {facts.restrictions.map(({ packId, terms }) => (
          <li key={packId}>
            <p>
              <strong>{titleOf(packId)}</strong>
            </p>
            <p>{read(terms)}</p>
            {facts.isSteward ? (
              <Button
                kind="plain"
                label={words.freeOne(titleOf(packId))}
                onClick={() => free.mutate(packId, { onSuccess: () => done({ text: words.freed(titleOf(packId)) }) })}
              >
                {words.free}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {free.isError ? <ProblemMessage error={free.error} /> : null}
      {facts.isSteward ? <RestrictForm bank={bank} titleOf={titleOf} /> : null}
    </>
  );
}

function RestrictForm({ bank, titleOf }: { bank: BankOverview; titleOf: (id: string) => string }) {
  const words = useMessages(stewardshipMessages);
  const done = useDone();
  const [pack, setPack] = useState(bank.packs[0]?.id ?? '');
  const [terms, setTerms] = useState({ en: '', fr: '' });
  const [isChecked, setChecked] = useState(false);
  const restrict = useBankAct(() => api.put<Stewardship>(addressOf(bankApi.restriction, pack), { terms }));
  const isMissing = (language: 'en' | 'fr') => terms[language].trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isMissing('en') || isMissing('fr')) return;
    restrict.mutate(undefined, {
      onSuccess: () => {
        setTerms({ en: '', fr: '' });
        setChecked(false);
        done({ text: words.restricted(titleOf(pack)) });
      },
    });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <SelectField
        label={words.pack}
        value={pack}
        options={bank.packs.map(({ id }) => ({ value: id, label: titleOf(id) }))}
        onChange={setPack}
      />
      <TextPairField
        id="terms"
        labels={{ en: words.termsEn, fr: words.termsFr }}
        rows={3}
        value={terms}
        errorOf={(place) =>
          isChecked && isMissing(place === 'terms-en' ? 'en' : 'fr') ? words.termsMissing : undefined
        }
        onChange={setTerms}
      />
      {restrict.isError ? <ProblemMessage error={restrict.error} /> : null}
      <Actions>
        <Button type="submit" kind="second" busy={restrict.isPending && words.working}>
          {words.restrict}
        </Button>
      </Actions>
    </form>
  );
}
