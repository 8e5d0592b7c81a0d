/** The names of the months as the browser knows them in a language, under the ids of their texts; none where it does not know it. */
export function monthsOf(language: string): ReadonlyMap<string, string> {
  const [known] = Intl.DateTimeFormat.supportedLocalesOf([language]);
  if (known === undefined || language === 'en' || language === 'fr') return new Map();
  const month = new Intl.DateTimeFormat(`${known}-u-ca-gregory`, { month: 'long', timeZone: 'UTC' });
  return new Map(
    Array.from({ length: 12 }, (_, index) => [
      `page:month.${index + 1}`,
      month.format(new Date(Date.UTC(2026, index, 15))),
    ]),
  );
}
