import { SelectField, useMessages } from '@common-measure/platform/web-kit';
import { dayIn } from '../wave-day.ts';
import { surveyMessages } from './survey-words.ts';
import { canadianZones, timeZoneMessages } from './time-zone-words.ts';

/** Canadian zones from east to west first, then every zone that the browser knows. */
export function TimeZoneField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useMessages(surveyMessages);
  const zones = useMessages(timeZoneMessages);
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
            .map((zone) => ({ value: zone, label: placeOf(zone) }))
            .sort((one, other) => (one.label < other.label ? -1 : 1)),
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

/** "Argentina/Buenos_Aires" as people look for it: the city first. */
function placeOf(zone: string): string {
  const [city = zone, ...around] = zone.replaceAll('_', ' ').split('/').reverse();
  return around.length > 0 ? `${city} (${around.reverse().join(', ')})` : city;
}
