import { createHash } from 'node:crypto';
import { type Problem, type UiLanguage, uiLanguages } from '@common-measure/kernel';

const style =
  'body{margin:0;padding:clamp(24px,6vw,72px) 20px;font:17px/1.5 system-ui,sans-serif;background:#fff;color:#1b1b1b}' +
  'main{max-width:38rem;margin:0 auto}section+section{margin-top:2.5rem;padding-top:2rem;border-top:1px solid #c9ccd1}' +
  'h1{margin:0 0 .75rem;font-size:1.45rem;line-height:1.3}p{margin:0}' +
  '@media(prefers-color-scheme:dark){body{background:#16181c;color:#eceef1}section+section{border-color:#4a4f57}}';

/**
 * Allows the page's own style and nothing else. Pages of surveys that wait on a device tell the server's own pages by another form of
 * this line: a page that only says what is the matter never takes the place of theirs.
 */
export const problemPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** A problem as a page in both languages, the reader's first, for somebody who opened a page or sent a form without the console. */
export function problemPage(problem: Problem, first: UiLanguage): string {
  const parts = [first, ...uiLanguages.filter((language) => language !== first)].map(
    (language) =>
      `<section lang="${language}"><h1>${escaped(problem.title[language])}</h1><p>${escaped(problem.remedy[language])}</p></section>`,
  );
  const title = escaped(problem.title[first]);
  return `<!doctype html><html lang="${first}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style><main>${parts.join('')}</main></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
