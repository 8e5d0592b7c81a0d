import { readFileSync } from 'node:fs';

/** The script that pages elsewhere embed, without the comments and indents of its source. */
export const interceptScript = readFileSync(new URL('./intercept-client.js', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('//'))
  .join('\n');

/** What stands in a page that embeds it. */
export function interceptSnippet(baseUrl: string, token: string): string {
  return `<script src="${baseUrl}/intercept.js" data-survey="${token}" defer></script>`;
}
