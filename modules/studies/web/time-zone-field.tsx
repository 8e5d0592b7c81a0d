import { SelectField, useMessages } from '@common-measure/platform/web-kit';
import { surveyMessages } from './survey-words.ts';

const canadian = [
  'America/St_Johns',
  'America/Halifax',
  'America/Moncton',
  'America/Toronto',
  'America/Winnipeg',
  'America/Regina',
  'America/Edmonton',
  'America/Vancouver',
  'America/Whitehorse',
  'America/Yellowknife',
  'America/Iqaluit',
];

/** Canadian zones from east to west first, then every zone that the browser knows. */
export function TimeZoneField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useMessages(surveyMessages);
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', value]);
  const option = (zone: string) => ({ value: zone, label: zone.replaceAll('_', ' ') });
  return (
    <SelectField
      label={words.timeZone}
      hint={words.timeZoneHint}
      value={value}
      options={[]}
      groups={[
        { label: words.canada, options: canadian.map(option) },
        {
          label: words.everywhere,
          options: [...known]
            .filter((zone) => !canadian.includes(zone))
            .sort()
            .map(option),
        },
      ]}
      onChange={onChange}
    />
  );
}

/** The zone of the reader's own machine. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat('en-CA').resolvedOptions().timeZone || 'America/Toronto';
}
