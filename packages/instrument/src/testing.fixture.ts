import type { Instrument, Question, ResponseScale } from './instrument.ts';
import { plainQuestion } from './plain-question.ts';

const same = (text: string) => ({ en: text, fr: `${text} (fr)` });

export const agreement: ResponseScale = {
  id: 'agreement',
  version: 1,
  points: ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'].map((label, index) => ({
    code: String(index + 1),
    label: same(label),
  })),
  prompt: same('How much do you agree?'),
  higher: 'better',
};

/** A rating on five points, with what the test cares about set apart. */
export function aQuestion(code: string, parts: Partial<Question> = {}): Question {
  const settings = { scale: agreement, doesNotApply: true, dontKnow: true, ...parts };
  return plainQuestion(code, 'rating', same(`Statement ${code}.`), settings);
}

/** Three sections: ratings; a problem with a follow-up question; a number, a choice of several and a text. */
export function anInstrument(parts: Partial<Instrument> = {}): Instrument {
  const yesNo = ['yes', 'no'].map((code) => ({ code, label: same(code) }));
  return {
    format: 'common-measure/instrument',
    version: 1,
    title: same('About your visit'),
    languages: ['en', 'fr'],
    introduction: same('You came to us.'),
    sections: [
      {
        code: 'service',
        title: same('The service'),
        questions: [aQuestion('overall', { role: 'overall' }), aQuestion('wait', { role: 'driver' })],
      },
      {
        code: 'problem',
        title: same('Problems'),
        questions: [
          aQuestion('had_problem', { type: 'single', scale: null, options: yesNo }),
          aQuestion('settled', { showIf: { question: 'had_problem', answered: ['yes'] } }),
        ],
      },
      {
        code: 'more',
        title: same('More'),
        questions: [
          aQuestion('minutes', {
            type: 'number',
            scale: null,
            unit: { en: 'minutes', fr: 'minutes' },
            doesNotApply: false,
          }),
          aQuestion('places', {
            type: 'multiple',
            scale: null,
            options: ['web', 'phone'].map((code) => ({ code, label: same(code) })),
          }),
          aQuestion('comment', { type: 'text', scale: null, doesNotApply: false, dontKnow: false, role: 'comment' }),
        ],
      },
    ],
    closing: same('We read every answer.'),
    ...parts,
  };
}
