import { type CollectionMode, collectionModes, type Instrument } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { Card, CheckGroup, SelectField, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { slotMessages } from './slot-words.ts';
import { TextPair } from './text-pair.tsx';

const commonPeriods = {
  visit: { en: 'the last visit or contact', fr: 'la dernière visite ou prise de contact' },
  month: { en: 'the last month', fr: 'le dernier mois' },
  quarter: { en: 'the last 3 months', fr: 'les 3 derniers mois' },
  year: { en: 'the last 12 months', fr: 'les 12 derniers mois' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
const commonNames = ['visit', 'month', 'quarter', 'year'] as const;
type Choice = 'none' | keyof typeof commonPeriods | 'other';

/** The reference period and the modes, which are recorded for comparison. */
export function ComparisonSettings({
  instrument,
  onChange,
}: {
  instrument: Instrument;
  onChange: (part: Partial<Instrument>) => void;
}) {
  const words = useMessages(slotMessages);
  const { referencePeriod } = instrument;
  const [isOther, setOther] = useState(false);
  const known = commonNames.find((name) => commonPeriods[name].en === referencePeriod?.en);
  const choice: Choice = referencePeriod === undefined ? 'none' : isOther || !known ? 'other' : known;
  const choose = (next: Choice) => {
    setOther(next === 'other');
    if (next === 'none') onChange({ referencePeriod: undefined });
    else
      onChange({ referencePeriod: next === 'other' ? (referencePeriod ?? { en: '', fr: '' }) : commonPeriods[next] });
  };
  const chooseModes = (modes: readonly CollectionMode[]) =>
    onChange({ modes: modes.length === 0 || modes.join() === 'web' ? undefined : modes });
  return (
    <Card title={words.comparison} stack>
      <p className="small muted">{words.comparisonLede}</p>
      <SelectField
        label={words.period}
        value={choice}
        options={(['none', ...commonNames, 'other'] as const).map((value) => ({ value, label: words.periods[value] }))}
        onChange={choose}
      />
      {choice === 'other' && referencePeriod ? (
        <TextPair
          id="period"
          label={words.periodText}
          rows={1}
          value={referencePeriod}
          onChange={(text) => onChange({ referencePeriod: text })}
        />
      ) : null}
      <CheckGroup
        label={words.modes}
        hint={words.modesHint}
        values={instrument.modes ?? ['web']}
        options={collectionModes.map((value) => ({ value, label: words.modeNames[value] }))}
        onChange={chooseModes}
      />
    </Card>
  );
}
