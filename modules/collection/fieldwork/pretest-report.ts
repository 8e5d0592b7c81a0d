import { type Answers, type Instrument, isAnswerable, questionsOf } from '@common-measure/instrument';
import type { Pretest } from './fieldwork-contract.ts';
import { type PageKey, type PageTime, pageFigures } from './page-figures.ts';
import { testerCode } from './pretest-instrument.ts';

export interface PretestRecord {
  readonly responses: readonly { readonly language: string; readonly answers: Answers }[];
  readonly drafts: readonly (PageKey & { readonly language: string; readonly count: number })[];
  readonly times: readonly (PageTime & { readonly language: string })[];
}

/**
 * What a pretest shows of each language: how many sent and stopped, page by page where and after how long, which questions were left
 * empty by how many of those who were asked, and what testers wrote. Testers know that they are read, so nothing is rounded.
 */
export function pretestReport(instrument: Instrument, record: PretestRecord): Pretest['languages'] {
  const exactly = { threshold: 1, step: 1 };
  return instrument.languages.map((language) => {
    const isOf = (one: { readonly language: string }) => one.language === language;
    const responses = record.responses.filter(isOf);
    const drafts = record.drafts.filter(isOf);
    return {
      language,
      sent: responses.length,
      begun: drafts.reduce((sum, { count }) => sum + count, 0),
      pages: pageFigures(instrument, record.times.filter(isOf), drafts, exactly).map(
        ({ section, question, medianSeconds, stopped }) => ({ section, question, medianSeconds, stopped }),
      ),
      leftEmpty: emptyOf(instrument, responses),
      comments: instrument.sections.flatMap(({ code }, place) =>
        responses.flatMap(({ answers }) => {
          const said = answers[testerCode(place)];
          return said?.kind === 'text' ? [{ section: code, text: said.text }] : [];
        }),
      ),
    };
  });
}

/** Questions that somebody who was asked left without any answer, most often first. */
function emptyOf(
  instrument: Instrument,
  responses: PretestRecord['responses'],
): Pretest['languages'][number]['leftEmpty'] {
  const testers = new Set(instrument.sections.map((_, place) => testerCode(place)));
  return questionsOf(instrument)
    .filter((question) => isAnswerable(question) && !testers.has(question.code))
    .map(({ code }) => {
      const all = responses.map(({ answers }) => answers[code]);
      const asked = all.filter((answer) => !(answer?.kind === 'missing' && answer.missing === 'not-asked'));
      const empty = asked.filter(
        (answer) => answer === undefined || (answer.kind === 'missing' && answer.missing === 'no-answer'),
      );
      return { question: code, asked: asked.length, empty: empty.length };
    })
    .filter(({ empty }) => empty > 0)
    .toSorted((a, b) => b.empty - a.empty);
}
