import { SelectField, useLanguage, useMessages } from '@common-measure/platform/web-kit';
import { canadianZones } from '../canadian-zones.ts';
import { dayIn } from '../wave-day.ts';
import { surveyMessages } from './survey-words.ts';
import { timeZoneMessages } from './time-zone-words.ts';
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

/** A time zone as the field names it. */
export function useZoneName(zone: string): string {
  const names: Readonly<Record<string, string>> = useMessages(timeZoneMessages);
  const language = useLanguage();
  return names[zone] ?? zonePlace(zone, language);
}

/** The zone of the reader's own machine. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat('en-CA').resolvedOptions().timeZone || 'America/Toronto';
}

/** Whether a first day is still to come. */
export function isDayToCome(day: string, timeZone: string): boolean {
  return day > dayIn(timeZone, new Date());
}

/** Whether a chosen last day, where there is one, is over already. */
export function isPastDay(day: string, timeZone: string): boolean {
  return day !== '' && day < dayIn(timeZone, new Date());
}
