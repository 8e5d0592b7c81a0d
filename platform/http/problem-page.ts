import { createHash } from 'node:crypto';
import { type Problem, type UiLanguage, uiLanguages } from '@common-measure/kernel';

/** The ground, ink and card of every page, in a few lines: nothing else may be there to load. */
const style =
  'body{margin:0;padding:clamp(20px,6vw,72px) 20px;font:1.125rem/1.55 "Source Sans 3","Segoe UI",system-ui,sans-serif;background:#f4f7f6;color:#12211e}' +
  'main{max-width:40rem;margin:0 auto;padding:clamp(20px,4vw,40px);background:#fff;border:1px solid #d2dcd8;border-top:4px solid #0b5a50;border-radius:14px}' +
  'section+section{margin-top:2rem;padding-top:2rem;border-top:1px solid #d2dcd8}' +
  'h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.3;text-wrap:balance}p{margin:0;color:#3f4e4a}' +
  '@media(prefers-color-scheme:dark){body{background:#0d1514;color:#e9f0ee}main{background:#15201e;border-color:#2c3b38;border-top-color:#6fd0bd}section+section{border-color:#2c3b38}p{color:#c3cfcb}}';

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
