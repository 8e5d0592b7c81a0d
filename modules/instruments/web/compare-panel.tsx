import { compareInstruments, filledInstrument, type Instrument } from '@common-measure/instrument';
import { Actions, Button, Card, Loaded, SelectField, useMessages } from '@common-measure/platform/web-kit';
import { useMemo, useState } from 'react';
import type { InstrumentVersion } from '../revision-contract.ts';
import { ChangeList } from './change-list.tsx';
import { historyMessages } from './history-words.ts';
import { useVersion, useVersions } from './revision-queries.ts';

/** Two versions, or a version and the draft: what changed, word by word, and which variables stay comparable over time. */
export function ComparePanel({
  id,
  draft,
  onBack,
}: {
  id: string;
  /** Null where the questionnaire is published as it stands. */
  draft: Instrument | null;
  onBack?: () => void;
}) {
  const words = useMessages(historyMessages);
  return (
    <Card title={words.compareTitle} stack>
      <Loaded query={useVersions(id)}>
        {(versions) =>
          versions.length + (draft ? 1 : 0) < 2 ? (
            <p>{words.onlyOne}</p>
          ) : (
            <Comparison id={id} draft={draft} versions={versions} />
          )
        }
      </Loaded>
      {onBack ? (
        <Actions>
          <Button kind="second" onClick={onBack}>
            {words.back}
          </Button>
        </Actions>
      ) : null}
    </Card>
  );
}

function Comparison({
  id,
  draft,
  versions,
}: {
  id: string;
  draft: Instrument | null;
  versions: readonly InstrumentVersion[];
}) {
  const words = useMessages(historyMessages);
  const options = [
    ...(draft ? [{ value: 'draft', label: words.draft }] : []),
    ...versions.map(({ number }) => ({ value: String(number), label: words.version(number) })),
  ];
  const [newer, setNewer] = useState(options[0]?.value ?? '');
  const [older, setOlder] = useState(options[1]?.value ?? '');
  const numberOf = (value: string) => (value === 'draft' ? null : Number(value));
  const [before, after] = [useVersion(id, numberOf(older)), useVersion(id, numberOf(newer))];
  const filled = useMemo(() => draft && filledInstrument(draft), [draft]);
  const one = older === 'draft' ? filled : before.data?.instrument;
  const other = newer === 'draft' ? filled : after.data?.instrument;
  return (
    <>
      <div className="pair">
        <SelectField label={words.before} value={older} options={options} onChange={setOlder} />
        <SelectField label={words.after} value={newer} options={options} onChange={setNewer} />
      </div>
      {one && other ? <Changes before={one} after={other} /> : null}
    </>
  );
}

function Changes({ before, after }: { before: Instrument; after: Instrument }) {
  const words = useMessages(historyMessages);
  const { changes, variables } = useMemo(() => compareInstruments(before, after), [before, after]);
  const same = variables.filter(({ overTime }) => overTime === 'same').length;
  return (
    <div className="stack" aria-live="polite">
      <p className="finding">{changes.length === 0 ? words.noChange : words.summary(same, variables.length)}</p>
      <ChangeList changes={changes} />
    </div>
  );
}
