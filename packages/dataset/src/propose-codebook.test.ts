import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { untranslated } from '@common-measure/kernel';
import { describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import type { Proposal } from './guess.ts';
import { proposeFromTable } from './propose-from-table.ts';
import { parseCodebook } from './read-codebook.ts';
import { readTable } from './read-table.ts';
import { explainReason } from './reason.ts';
import { reasonTexts } from './reason-texts.ts';

const folder = resolve(process.env.CM_REAL_DATA ?? '../shared/real-data');
const kansas = `${folder}/kansas_city/FY2022_RS_Cleaned_safe.csv`;
const present = existsSync(kansas);
if (!present) console.warn(`Skipped: the real survey files are not in ${folder} (set CM_REAL_DATA).`);

function propose(bytes: Uint8Array): Proposal {
  const table = readTable(bytes);
  if (!table.ok) throw new Error(table.reasons[0]?.title.en);
  return proposeFromTable(table.value, untranslated('Test'), null);
}
const proposeText = (text: string) => propose(new TextEncoder().encode(text));
const column = (proposal: Proposal, name: string) => {
  const variable = proposal.codebook.variables.find((candidate) => candidate.column === name);
  if (!variable) throw new Error(`no column ${name}`);
  return variable;
};
const missingOf = (proposal: Proposal, name: string) =>
  Object.fromEntries(column(proposal, name).missing.map(({ code, kind }) => [code, kind]));
const reasonsOf = (proposal: Proposal, name: string, aspect: string) =>
  proposal.guesses
    .filter((guess) => guess.variable === name && guess.aspect === aspect)
    .flatMap((guess) => guess.reasons.map((reason) => reason.code));

describe('a survey of our own making', () => {
  const proposal = proposeText(syntheticSurvey(600).csv);

  test('has its 6 set aside as never used, by the swing of its share, and its 0 as no answer', () => {
    expect(column(proposal, 'Q7FOOD')).toMatchObject({ kind: 'rating', scale: { min: 1, max: 5 }, decided: false });
    expect(missingOf(proposal, 'Q7FOOD')).toEqual({ 0: 'no-answer', 6: 'not-applicable' });
    expect(reasonsOf(proposal, 'Q7FOOD', 'missing')).toEqual(['missing-zero', 'missing-above-scale']);
  });

  test('has its weight, strata and clusters found with their evidence', () => {
    expect(proposal.codebook.design).toMatchObject({
      weight: 'WEIGHT',
      strata: ['STRATA'],
      clusters: ['RUNID'],
      nest: false,
    });
    expect(reasonsOf(proposal, 'RUNID', 'cluster')).toEqual(['name-of-cluster', 'cluster-sizes', 'nested-in-stratum']);
    expect(reasonsOf(proposal, 'WEIGHT', 'weight')).toEqual(['name-of-weight', 'weight-values']);
  });

  test('never has its sampling class guessed: the least claim stands, open', () => {
    const guess = proposal.guesses.find((candidate) => candidate.aspect === 'sampling-class');
    expect(guess).toMatchObject({ choice: 'non-probability', decided: false });
  });

  test('keeps what may point to a person closed', () => {
    expect(column(proposal, 'Q10ZIP')).toMatchObject({ kind: 'identifier', access: 'closed' });
    expect(column(proposal, '*RESPNUM')).toMatchObject({ kind: 'identifier', access: 'closed', name: 'RESPNUM' });
  });

  test('has its overall item and its drivers named, for a person to confirm', () => {
    expect(proposal.codebook.roles.overall).toBe('Q7ALL');
    expect(proposal.codebook.roles.drivers).toHaveLength(8);
    expect(proposal.guesses.filter((guess) => guess.aspect === 'overall')).toMatchObject([{ decided: false }]);
  });

  test('reads “Refused” as a refusal', () => {
    expect(missingOf(proposal, 'Q9AGE')).toEqual({ Refused: 'refused' });
  });

  test('is a codebook that its own reader accepts', () => {
    expect(parseCodebook(proposal.codebook).ok).toBe(true);
  });

  test('gives every guess a reason, in words of both languages with nothing left to fill', () => {
    for (const guess of proposal.guesses) {
      expect(guess.reasons.length, `${guess.variable} ${guess.aspect}`).toBeGreaterThan(0);
      for (const reason of guess.reasons) {
        const { en, fr } = explainReason(reason);
        expect(`${en} ${fr}`).not.toMatch(/[{}]/);
      }
    }
  });
});

describe('missing codes', () => {
  const rows = (cells: (i: number) => readonly string[], n = 120) =>
    Array.from({ length: n }, (_, i) => cells(i).join(',')).join('\n');
  const five = (i: number, shift: number) => String(((i * 7 + shift) % 5) + 1);

  test('9 behind a gap is missing on a rating and stays an answer in a list of sixteen', () => {
    const text = `a1,a2,a3,pick\n${rows((i) => [i % 11 ? five(i, 0) : '9', i % 13 ? five(i, 1) : '9', i % 17 ? five(i, 2) : '9', i % 19 ? String((i % 16) + 1) : '99'])}`;
    const proposal = proposeText(text);
    expect(missingOf(proposal, 'a1')).toEqual({ 9: 'dont-know' });
    expect(column(proposal, 'pick').values.map((value) => value.code)).toContain('9');
    expect(missingOf(proposal, 'pick')).toEqual({ 99: 'no-answer' });
    expect(reasonsOf(proposal, 'pick', 'kind')).toContain('contiguous-pick');
  });

  test('a six-point scale whose sixes move like its fives keeps its 6', () => {
    const six = (i: number, shift: number) => String(((i * 5 + shift) % 6) + 1);
    const proposal = proposeText(`b1,b2,b3,b4\n${rows((i) => [six(i, 0), six(i, 1), six(i, 2), six(i, 3)])}`);
    expect(column(proposal, 'b2')).toMatchObject({ kind: 'rating', scale: { min: 1, max: 6 }, missing: [] });
  });

  test('words, dots and the letters NA are found, and NA is left open', () => {
    const answers = ['Good', 'Bad', '.', 'NA', 'Don’t know', 'Prefer not to say', 'BLANK', ''];
    const proposal = proposeText(`view,x\n${rows((i) => [answers[i % 8] as string, five(i, 0)])}`);
    expect(missingOf(proposal, 'view')).toEqual({
      '': 'no-answer',
      '.': 'no-answer',
      NA: 'no-answer',
      'Don’t know': 'dont-know',
      'Prefer not to say': 'refused',
      BLANK: 'no-answer',
    });
    expect(column(proposal, 'view').decided).toBe(false);
  });

  test('0 to 10 keeps its 0', () => {
    const ten = (i: number, shift: number) => String((i * 3 + shift) % 11);
    const proposal = proposeText(`n1,n2,n3\n${rows((i) => [ten(i, 0), ten(i, 1), i % 9 ? ten(i, 2) : '99'])}`);
    expect(column(proposal, 'n3')).toMatchObject({ kind: 'rating', scale: { min: 0, max: 10 } });
    expect(missingOf(proposal, 'n3')).toEqual({ 99: 'dont-know' });
  });
});

describe('columns that may point to a person', () => {
  const n = 60;
  const table = (header: string, cell: (i: number) => string) =>
    proposeText(`${header},x\n${Array.from({ length: n }, (_, i) => `${cell(i)},${i % 3}`).join('\n')}`);

  test.each([
    ['contact', (i: number) => `person${i}@example.org`],
    ['contact', (i: number) => `613 555-${1000 + i}`],
    ['code', (i: number) => `K1A ${i % 10}B${(i * 3) % 10}`],
    ['first_name', (i: number) => `N${i % 7}`],
    ['courriel', (i: number) => `x${i % 5}`],
    ['case', (i: number) => `C-${9000 + i}`],
  ])('%s is closed', (header, cell) => {
    expect(column(table(header, cell), header)).toMatchObject({ kind: 'identifier', access: 'closed' });
  });

  test('open answers are closed until a person opens them, even where there are few', () => {
    const answers = (i: number) =>
      i < 50 ? '' : `I waited ${i} minutes at the counter of the east office with my daughter`;
    expect(column(table('why', answers), 'why')).toMatchObject({ kind: 'text', access: 'closed' });
  });
});

test('every reason text exists in both languages with the same facts', () => {
  for (const [code, text] of Object.entries(reasonTexts)) {
    const facts = (words: string) => [...new Set([...words.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();
    expect(facts(text.fr), code).toEqual(facts(text.en));
  }
});

describe.skipIf(!present)('the real files', () => {
  const sfo = (year: number) => propose(readFileSync(`${folder}/sfo_airport/${year}.csv`));

  test.each([
    [2010, 'Q6N', null, 'WEIGHT'],
    [2011, 'Q8N', 'RUNID', null],
    [2012, 'Q8N_WHOLE', 'FLIGHT', null],
    [2013, 'Q7O_WHOLE', 'RUN', 'WEIGHT'],
    [2014, 'Q7ALL', 'RUN', 'WEIGHT'],
    [2015, 'Q7ALL', 'RUNID', 'WEIGHT'],
    [2016, 'Q7ALL', 'RUNID', 'WEIGHT'],
  ])('SFO %i: %s on 1 to 5 with 0 and 6 aside, cluster %s, weight %s', (year, overall, cluster, weight) => {
    const proposal = sfo(year);
    expect(column(proposal, overall)).toMatchObject({ kind: 'rating', scale: { min: 1, max: 5 }, decided: false });
    expect(missingOf(proposal, overall)).toEqual({ 0: 'no-answer', 6: 'not-applicable' });
    expect(proposal.codebook.design).toMatchObject({ clusters: cluster ? [cluster] : [], weight, strata: ['STRATA'] });
  });

  test('Kansas City: 9 is don’t know on all 83 ratings of the questionnaire and a pick in q4_01', () => {
    const proposal = propose(readFileSync(kansas));
    const rated = proposal.codebook.variables.filter((variable) =>
      /^q(1|2|3|5|7|9|11|12|14|15|17|19|32)_\d\d$/.test(variable.column),
    );
    expect(rated).toHaveLength(83);
    for (const variable of rated)
      expect(missingOf(proposal, variable.column), variable.column).toEqual({ 9: 'dont-know' });
    expect(column(proposal, 'q4_01')).toMatchObject({ kind: 'category' });
    expect(column(proposal, 'q4_01').values.map((value) => value.code)).toContain('9');
    expect(missingOf(proposal, 'q4_01')).toEqual({ 99: 'no-answer' });
  });
});
