import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { a11Cells, a11Columns, a11Form, a11Record } from './a11-record.ts';
import { instrumentFromPack } from './build-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { readBank } from './read-bank.ts';
import { recordedAnswers } from './routing.ts';

const folder = new URL('../../../content/bank/', import.meta.url);
const bank = readBank(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) })),
);
if (!bank.ok) throw new Error(bank.reasons.join('\n'));
const pack = bank.value.packs.find((one) => one.id === 'us_a11_v2');
if (!pack) throw new Error('no pack');
const instrument = instrumentFromPack(bank.value, pack);

function formOf(from: Instrument) {
  const form = a11Form(from);
  if (!form.ok) throw new Error(form.reasons.map(({ en }) => en).join(' '));
  return form.value;
}

function changed(change: (question: Question) => Question | null): Instrument {
  const sections = instrument.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap((question) => change(question) ?? []),
  }));
  return { ...instrument, sections };
}

const codes = (...chosen: string[]) => ({ kind: 'codes', codes: chosen }) as const;

describe('the record of A-11 section 280, version 2', () => {
  test('has the seventeen columns of the format, in its order', () => {
    expect(a11Columns.join(' ')).toBe(
      'external_id question_1 positive_effectiveness positive_ease positive_efficiency positive_transparency ' +
        'positive_humanity positive_employee positive_other negative_effectiveness negative_ease negative_efficiency ' +
        'negative_transparency negative_humanity negative_employee negative_other question_4',
    );
  });

  test('says 1 for what was ticked, 0 for what was offered and not ticked', () => {
    const answers = recordedAnswers(instrument, {
      a11_trust: codes('1'),
      a11_went_well: codes('ease', 'employee'),
      a11_comment: { kind: 'text', text: 'Quick, and friendly' },
    });
    const cells = a11Cells(a11Record(formOf(instrument), 'r1', answers));
    expect(cells.join('|')).toBe('r1|1|0|1|0|0|0|1|0|0|0|0|0|0|0|0|Quick, and friendly');
  });

  test('says null for what the questionnaire does not offer', () => {
    const fewer = changed((question) => ({
      ...question,
      options: question.options.filter(({ code }) => ['effectiveness', 'ease', 'efficiency'].includes(code)),
    }));
    const answers = recordedAnswers(fewer, { a11_trust: codes('0'), a11_went_wrong: codes('efficiency') });
    const record = a11Record(formOf(fewer), 'r2', answers);
    expect([record.question_1, record.negative_efficiency, record.negative_ease, record.negative_other]).toEqual([
      '0',
      1,
      0,
      null,
    ]);
    expect(a11Cells(record).join('|')).toBe('r2|0|0|0|0|null|null|null|null|0|0|1|null|null|null|null|');
  });

  test('leaves empty what was not answered', () => {
    const record = a11Record(formOf(instrument), 'r3', recordedAnswers(instrument, {}));
    expect([record.question_1, record.question_4, record.positive_ease]).toEqual(['', '', 0]);
  });

  test('is refused where a question or an obligatory answer is missing, each named', () => {
    const without = a11Form(changed((question) => (question.code === 'a11_comment' ? null : question)));
    expect(without.ok ? [] : without.reasons.map(({ en }) => en)).toEqual([
      'The questionnaire does not ask a11_comment. Add this item of the bank to it.',
    ]);
    const noEase = changed((question) => ({
      ...question,
      options: question.options.filter(({ code }) => code !== 'ease'),
    }));
    const refusal = a11Form(noEase);
    expect(refusal.ok ? [] : refusal.reasons.map(({ fr }) => fr.slice(0, 14))).toEqual([
      'a11_went_well ',
      'a11_went_wrong',
    ]);
  });
});
