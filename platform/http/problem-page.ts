import { type Problem, type UiLanguage, uiLanguages } from '@common-measure/kernel';

/** A problem as a page in both languages, the reader's first, for somebody who sent a form without the console. */
export function problemPage(problem: Problem, first: UiLanguage): string {
  const parts = [first, ...uiLanguages.filter((language) => language !== first)].map(
    (language) =>
      `<section lang="${language}"><h1>${escaped(problem.title[language])}</h1><p>${escaped(problem.remedy[language])}</p></section>`,
  );
  const title = escaped(problem.title[first]);
  return `<!doctype html><html lang="${first}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main>${parts.join('')}</main></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
