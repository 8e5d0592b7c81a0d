/** A moment written out in a language and a time zone, which it names: "November 22, 2026 at 3:40 p.m. AST". */
export function momentIn(locale: string, timeZone: string, moment: Date): string {
  const canadian = locale === 'en' || locale === 'fr' ? `${locale}-CA` : locale;
  return new Intl.DateTimeFormat(canadian, {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(moment);
}
