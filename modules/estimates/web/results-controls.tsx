import { type Audience, audiences } from '@common-measure/estimate';
import { useSession } from '@common-measure/modules/accounts/web';
import { SelectField, useMessages, useSearch, useText } from '@common-measure/platform/web-kit';
import type { Results } from '../contract.ts';
import { breakdowns } from '../results-plan.ts';
import { resultsMessages } from './results-words.ts';

/** Smallest groups by audience: what the choice brings with it. The server decides; these are the words on the control. */
const thresholds = { organization: 10, shared: 11, public: 20 } as const;
type ShownAudience = keyof typeof thresholds;

export function audienceOf(text: string | undefined): Audience {
  return audiences.find((audience) => audience === text && audience !== 'single-responses') ?? 'organization';
}

/** Which variable breaks the results down, which group is shown, with which wave it is compared, and who looks. */
export function ResultsControls({ results, audience }: { results: Results; audience: Audience }) {
  const words = useMessages(resultsMessages);
  const read = useText();
  const [search, change] = useSearch();
  const { codebook, waves } = results;
  const offered = breakdowns(codebook);
  const profile = codebook.variables.filter((variable) => offered.includes(variable.name));
  const role = useSession().data?.role ?? 'viewer';
  const by = profile.find((variable) => variable.name === search.by);
  return (
    <form className="bar-controls" aria-label={words.controls} onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={words.groups}
        value={by?.name ?? ''}
        options={[
          { value: '', label: words.noGroups },
          ...profile.map((variable) => ({ value: variable.name, label: read(variable.label) })),
        ]}
        onChange={(name) => change({ by: name || undefined, group: undefined })}
      />
      {by ? (
        <SelectField
          label={words.show}
          value={by.values.some(({ code }) => code === search.group) ? (search.group ?? '') : ''}
          options={[
            { value: '', label: words.everyone },
            ...by.values.map(({ code, label }) => ({ value: code, label: read(label) })),
          ]}
          onChange={(code) => change({ group: code || undefined })}
        />
      ) : null}
      {waves.length > 0 && audience === 'organization' ? (
        <SelectField
          label={words.compare}
          value={results.against ?? 'none'}
          options={[
            { value: 'none', label: words.noWave },
            ...[...waves].reverse().map((wave) => ({ value: wave.datasetId, label: wave.label })),
          ]}
          onChange={(datasetId) => change({ against: datasetId })}
        />
      ) : null}
      {role === 'viewer' ? null : (
        <SelectField<ShownAudience>
          label={words.audience}
          value={audience === 'public' || audience === 'shared' ? audience : 'organization'}
          options={(['organization', 'shared', 'public'] as const).map((value) => ({
            value,
            label: words.audiences[value](thresholds[value]),
          }))}
          onChange={(value) => change({ audience: value === 'organization' ? undefined : value })}
        />
      )}
    </form>
  );
}
