import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allottedAnswers, nothingAllotted } from './allotment.ts';
import { anyEntries, anyInstrument } from './arbitrary-instrument.fixture.ts';
import { checkInstrument } from './check-instrument.ts';
import { duplicateQuestion, duplicateSection } from './copy-part.ts';
import { questionsOf } from './edit-instrument.ts';
import { pipedInstrument } from './pipe.ts';
import { readAnswers } from './read-answers.ts';
import { readDraftInstrument } from './read-instrument.ts';
import { renameOptionCode, renameQuestionCode, renameSectionCode } from './rename-code.ts';
import { whichQuestions } from './routing.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

describe('another code', () => {
  test('for a question changes nothing of what anybody is asked or reads', () => {
    fc.assert(
      fc.property(anyInstrument, anyEntries, fc.constantFrom('q1', 'q2', 'q5'), (instrument, entries, from) => {
        const renamed = renameQuestionCode(instrument, from, 'renamed');
        expect(JSON.stringify([renamed.sections, renamed.closing])).not.toMatch(
          new RegExp(`"question":"${from}"|\\{\\{\\s*${from}\\s*[|}]`),
        );
        const under = (code: string): string =>
          code === from ? 'renamed' : code === `${from}_other` ? 'renamed_other' : code;
        const moved = Object.fromEntries(Object.entries(entries).map(([code, values]) => [under(code), values]));
        const before = readAnswers(questionsOf(instrument), entries).answers;
        const after = readAnswers(questionsOf(renamed), moved).answers;
        expect(whichQuestions(renamed, after).map(({ code }) => code)).toEqual(
          whichQuestions(instrument, before).map(({ code }) => under(code)),
        );
        const read = (one: typeof instrument, answers: typeof before) =>
          questionsOf(pipedInstrument(one, { ...answers, ...allottedAnswers(nothingAllotted) }, 'en')).map(
            ({ wording }) => wording.en,
          );
        expect(read(renamed, after)).toEqual(read(instrument, before));
      }),
    );
  });

  test('there and back gives the instrument as it was', () => {
    fc.assert(
      fc.property(anyInstrument, (instrument) => {
        expect(renameQuestionCode(renameQuestionCode(instrument, 'q3', 'elsewhere'), 'elsewhere', 'q3')).toEqual(
          instrument,
        );
        expect(renameSectionCode(renameSectionCode(instrument, 's2', 'elsewhere'), 'elsewhere', 's2')).toEqual(
          instrument,
        );
      }),
    );
  });

  test('of an answer is followed by the conditions that look for it', () => {
    const renamed = renameOptionCode(anInstrument(), 'had_problem', 'yes', 'indeed');
    expect(checkInstrument(renamed).filter((flaw) => flaw.code.startsWith('routing'))).toEqual([]);
    expect(questionsOf(renamed)[3]?.showIf).toEqual({ question: 'had_problem', answered: ['indeed'] });
  });

  test('that is taken or is no code is not given', () => {
    const instrument = anInstrument();
    for (const code of ['wait', 'Überall', '', 'x'.repeat(60)])
      expect(renameQuestionCode(instrument, 'overall', code)).toBe(instrument);
  });
});

describe('a copy', () => {
  test('of a part has codes of its own, and its routing stays inside the copy', () => {
    const copied = duplicateSection(anInstrument(), 'problem');
    const copy = copied?.instrument.sections.find((section) => section.code === copied.code);
    expect(copy?.questions.map((question) => question.code)).toEqual(['had_problem_2', 'settled_2']);
    expect(copy?.questions[1]?.showIf).toEqual({ question: 'had_problem_2', answered: ['yes'] });
  });

  test('of a question looks at itself where the question did', () => {
    const skipping = aQuestion('skips', { skips: [{ if: { question: 'skips', answered: ['1'] }, to: 'end' }] });
    const [section] = anInstrument().sections;
    const instrument = anInstrument({
      sections: [{ code: 'only', title: { en: 'A', fr: 'A' }, ...section, questions: [skipping] }],
    });
    const copied = duplicateQuestion(instrument, 'skips');
    expect(copied && questionsOf(copied.instrument)[1]?.skips?.[0]?.if).toEqual({
      question: 'skips_2',
      answered: ['1'],
    });
  });

  test('of anything leaves an instrument that the schema takes, and every code once', () => {
    fc.assert(
      fc.property(
        anyInstrument,
        fc.constantFrom('s1', 's2', 's3'),
        fc.constantFrom('q1', 'q8'),
        (instrument, section, question) => {
          const once = duplicateSection(instrument, section)?.instrument ?? instrument;
          const twice = duplicateQuestion(once, question)?.instrument ?? once;
          expect(readDraftInstrument(JSON.parse(JSON.stringify(twice))).ok).toBe(true);
          const codes = questionsOf(twice).map(({ code }) => code);
          expect(new Set(codes).size).toBe(codes.length);
        },
      ),
    );
  });
});
