/**
 * A text as the bank keeps it: one line, without control characters, with the apostrophes of print, and in French with the no-break
 * spaces of Québec typography (before the colon and the percent sign, inside guillemets; none before ; ? !).
 */
export function tidyText(text: string, language: 'en' | 'fr'): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ {2,}/g, ' ')
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
    .trim();
  if (language === 'en') return plain.replace(/"([^"]*)"/g, '“$1”').replace(/'([^']*)'/g, '‘$1’');
  return plain
    .replace(/"\s*([^"]*?)\s*"/g, '«\u00a0$1\u00a0»')
    .replace(/«\s*/g, '«\u00a0')
    .replace(/\s*»/g, '\u00a0»')
    .replace(/\s+([;?!])/g, '$1')
    .replace(/(?<=[\p{L}\p{N}»)])\s*:(?=\s|$)/gu, '\u00a0:')
    .replace(/(?<=\p{N})\s*%/gu, '\u00a0%');
}

/** The first thing in a text that a browser would read as markup; null where there is none. */
export function markupIn(text: string): string | null {
  return /<\s*[a-z!/?][^>]{0,40}>?|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});|javascript:/iu.exec(text)?.[0] ?? null;
}
