import type { PagePlace } from '../pages.ts';

/** The address of a page of questions: its section, and where that has several pages, a question on it. */
export function partAddress(base: string, { section, question }: PagePlace, more: readonly string[] = []): string {
  const query = [...more, ...(question ? [`q=${encodeURIComponent(question)}`] : [])];
  return `${base}/part/${encodeURIComponent(section)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
