import { SelectField, useLanguage, useMessages } from '@common-measure/platform/web-kit';
import { dayIn } from '../wave-day.ts';
import { surveyMessages } from './survey-words.ts';
import { canadianZones, timeZoneMessages } from './time-zone-words.ts';
import { zonePlace } from './zone-place.ts';

/** Canadian zones from east to west first, then every zone that the browser knows. */
export function TimeZoneField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useMessages(surveyMessages);
  const zones = useMessages(timeZoneMessages);
  const language = useLanguage();
  const canadian: readonly string[] = canadianZones;
  const others = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', value])].filter(
    (zone) => !canadian.includes(zone),
  );
  return (
    <SelectField
      label={words.timeZone}
      hint={words.timeZoneHint}
      value={value}
      options={[]}
      groups={[
        { label: words.canada, options: canadianZones.map((zone) => ({ value: zone, label: zones[zone] })) },
        {
          label: words.everywhere,
          options: others
            .map((zone) => ({ value: zone, label: zonePlace(zone, language) }))
            .sort((one, other) => one.label.localeCompare(other.label, language)),
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

/** Whether a chosen last day, where there is one, is over already. */
export function isPastDay(day: string, timeZone: string): boolean {
  return day !== '' && day < dayIn(timeZone, new Date());
}
