import { readdirSync, readFileSync } from 'node:fs';
import { type Answers, instrumentFromPack, readBank, recordedAnswers } from '@common-measure/instrument';
import { describe, expect, test } from 'vitest';
import { codebookFromInstrument } from './codebook-from-instrument.ts';
import { writeCsv } from './csv-write.ts';
import { readDataset } from './encode-dataset.ts';
import { parseCodebook } from './read-codebook.ts';
import { responseTable } from './response-table.ts';

const folder = new URL('../../../content/bank/', import.meta.url);
const bank = readBank(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) })),
);
if (!bank.ok) throw new Error(bank.reasons.join('\n'));
const pack = bank.value.packs[0];
if (!pack) throw new Error('no pack');
const instrument = instrumentFromPack(bank.value, pack);
const codebook = codebookFromInstrument(instrument, {
  title: { en: 'Spring', fr: 'Printemps' },
  population: null,
  wave: { label: '2027', start: '2027-04-01' },
  synthetic: false,
  design: {
    samplingClass: 'non-probability',
    weight: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
  },
});

describe('the codebook of a published questionnaire', () => {
  test('is a codebook by its own rules', () => {
    expect(parseCodebook(JSON.parse(JSON.stringify(codebook))).ok).toBe(true);
  });

  test('names the overall question, the drivers, the channel, the region and the comments', () => {
    expect(codebook.roles).toMatchObject({
      overall: 'overall_satisfaction',
      channel: 'channel_used',
      region: 'region',
      comments: ['comment_improve', 'comment_well'],
      profile: ['age_group', 'gender', 'answer_language', 'answer_mode'],
    });
    expect(codebook.roles.drivers).toContain('timeliness');
  });

  test('names the scale by its version, so that waves on another wording are not compared', () => {
    expect(codebook.variables.find((variable) => variable.name === 'timeliness')?.scale).toEqual({
      min: 1,
      max: 5,
      higher: 'better',
      version: 'agreement@1',
    });
  });

  test('reads recorded responses without a fault, each missing answer as its kind', () => {
    const given: Answers = {
      overall_satisfaction: { kind: 'codes', codes: ['4'] },
      timeliness: { kind: 'missing', missing: 'not-applicable' },
      issue_problem: { kind: 'codes', codes: ['no'] },
      comment_well: { kind: 'text', text: 'Kind, fast' },
    };
    const response = { answers: recordedAnswers(instrument, given), language: 'fr', mode: 'web', day: '2027-04-03' };
    const table = responseTable(instrument, [response, { ...response, answers: recordedAnswers(instrument, {}) }]);
    expect(table.headers).toEqual(codebook.variables.map((variable) => variable.column));
    const row = Object.fromEntries(table.headers.map((header, index) => [header, table.rows[0]?.[index]]));
    expect(row).toMatchObject({
      overall_satisfaction: '4',
      timeliness: 'not-applicable',
      issue_resolution: 'not-asked',
      ease: 'no-answer',
      comment_well: 'Kind, fast',
      answer_language: 'fr',
      answer_day: '2027-04-03',
    });
    const encoded = readDataset(new TextEncoder().encode(writeCsv([table.headers, ...table.rows])), codebook);
    expect(encoded.ok ? encoded.value.rows : encoded.reasons).toBe(2);
  });

  test('gives a question with several answers one variable per answer', () => {
    const several = {
      ...instrument,
      sections: [
        {
          code: 's',
          title: pack.title,
          questions: [
            {
              ...instrument.sections[1]!.questions[0]!,
              code: 'ways',
              type: 'multiple' as const,
              dontKnow: false,
            },
          ],
        },
      ],
    };
    const { headers, rows } = responseTable(several, [
      {
        answers: { ways: { kind: 'codes', codes: ['online', 'phone'] } },
        language: 'en',
        mode: 'web',
        day: '2027-04-03',
      },
    ]);
    expect(headers.slice(0, 4)).toEqual(['ways.phone', 'ways.counter', 'ways.online', 'ways.mail']);
    expect(rows[0]?.slice(0, 4)).toEqual(['1', '0', '1', '0']);
    const book = codebookFromInstrument(several, codebook);
    expect(book.variables.map((variable) => variable.name).slice(0, 4)).toEqual(headers.slice(0, 4));
  });
});
