import {
  api,
  Button,
  Card,
  DataTable,
  Loaded,
  ProblemMessage,
  Tag,
  useDone,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type BankOverview, bankApi, type Licence, type Stewardship } from '../contract.ts';
import { useBank, useBankAct } from './bank-queries.ts';
import { LicenceForm } from './licence-form.tsx';
import { stewardshipMessages } from './stewardship-words.ts';

/** Who holds a licence for what and until when; the one that ends first comes first. */
export function LicenceRegister({ facts }: { facts: Stewardship }) {
  const words = useMessages(stewardshipMessages);
  const overview = useBank();
  return (
    <Card title={facts.isSteward ? words.licences : words.yourLicences} stack>
      <Loaded query={overview}>
        {(bank) => (
          <>
            {facts.licences.length === 0 ? <p>{words.noLicences}</p> : <LicenceTable facts={facts} bank={bank} />}
            {facts.isSteward && facts.restrictions.length > 0 ? <LicenceForm facts={facts} bank={bank} /> : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function LicenceTable({ facts, bank }: { facts: Stewardship; bank: BankOverview }) {
  const words = useMessages(stewardshipMessages);
  const format = useFormat();
  const read = useText();
  const done = useDone();
  const renew = useBankAct(({ id, until }: { id: string; until: string }) =>
    api.patch<Stewardship>(`${bankApi.licences}/${id}`, { until }),
  );
  const holder = (licence: Licence) => (licence.organization ? read(licence.organization) : words.yours);
  const packOf = ({ packId }: Licence) => {
    const pack = bank.packs.find((one) => one.id === packId);
    return pack ? read(pack.title) : packId;
  };
  const extend = (licence: Licence) => {
    const until = aYearAfter(licence.until);
    renew.mutate({ id: licence.id, until }, { onSuccess: () => done({ text: words.renewed(format.date(until)) }) });
  };
  return (
    <>
      {renew.isError ? <ProblemMessage error={renew.error} /> : null}
      <DataTable
        caption={facts.isSteward ? words.licences : words.yourLicences}
        captionHidden
        stacks
        columns={[
          { key: 'organization', header: words.organization, cell: holder },
          { key: 'pack', header: words.pack, cell: packOf },
          { key: 'from', header: words.from, cell: (licence) => format.date(licence.from) },
          { key: 'until', header: words.until, cell: (licence) => format.date(licence.until) },
          { key: 'state', header: words.state, cell: (licence) => <LicenceTag licence={licence} /> },
          { key: 'terms', header: words.licenceTerms, cell: (licence) => licence.terms || '–' },
          ...(facts.isSteward
            ? [
                {
                  key: 'renew',
                  header: words.renew,
                  cell: (licence: Licence) => (
                    <Button
                      kind="second"
                      label={words.renewOne(holder(licence), packOf(licence))}
                      onClick={() => extend(licence)}
                    >
                      {words.renew}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        rows={facts.licences}
        rowKey={(licence) => licence.id}
      />
    </>
  );
}

function LicenceTag({ licence }: { licence: Licence }) {
  const { licenceStates: words } = useMessages(stewardshipMessages);
  if (licence.state === 'ending') return <Tag kind="caution">{words.ending(licence.daysLeft)}</Tag>;
  return <Tag kind={licence.state === 'holds' ? 'good' : 'plain'}>{words[licence.state]}</Tag>;
}

function aYearAfter(day: string): string {
  const [year = '', ...rest] = day.split('-');
  const same = [String(Number(year) + 1).padStart(4, '0'), ...rest].join('-');
  return same.endsWith('-02-29') ? same.replace('-29', '-28') : same;
}
