import { untranslated } from '@common-measure/kernel';
import { describe, expect, test } from 'vitest';
import { sfoCodebook } from '../../../fixtures/codebooks/sfo-airport.ts';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import type { Codebook } from './codebook.ts';
import { compareCodebooks } from './compare-codebooks.ts';
import { differenceTexts } from './difference-texts.ts';
import { proposeFromTable } from './propose-from-table.ts';
import { readTable } from './read-table.ts';
import { reuseCodebook } from './reuse-codebook.ts';

function proposal(text: string) {
  const table = readTable(new TextEncoder().encode(text));
  if (!table.ok) throw new Error(table.reasons[0]?.title.en);
  return proposeFromTable(table.value, untranslated('Next'), null);
}

/** The proposal of the first wave as a person left it: everything decided, labels written, the channel of people declared. */
function settled(): Codebook {
  const { codebook } = proposal(syntheticSurvey(600).csv);
  return {
    ...codebook,
    wave: { label: '2025', start: '2025-05-01' },
    design: { ...codebook.design, samplingClass: 'systematic-intercept' },
    variables: codebook.variables.map((variable) =>
      variable.column === 'Q7FOOD'
        ? { ...variable, name: 'restaurants', label: { en: 'Restaurants', fr: 'Restaurants' }, decided: true }
        : { ...variable, decided: true },
    ),
    roles: { ...codebook.roles, drivers: ['restaurants', 'Q7SHOP'] },
  };
}

const nextWave = (change: (text: string) => string) =>
  reuseCodebook(settled(), proposal(change(syntheticSurvey(500, 11).csv)));
const find = (codebook: Codebook, column: string) => codebook.variables.find((variable) => variable.column === column);

describe('the next wave, with the last codebook', () => {
  test('of the same form is filled in whole, decided, and without a difference', () => {
    const { codebook, differences, fitting } = nextWave((text) => text);
    expect(differences).toEqual([]);
    expect(fitting).toBe(codebook.variables.length);
    expect(codebook.variables.every((variable) => variable.decided)).toBe(true);
    expect(find(codebook, 'Q7FOOD')).toMatchObject({ name: 'restaurants', label: { fr: 'Restaurants' } });
    expect(codebook.design.samplingClass).toBe('systematic-intercept');
    expect(codebook.roles.drivers).toEqual(['restaurants', 'Q7SHOP']);
  });

  test('asks for a look at the words that were written for the earlier wave: its title, and who was asked', () => {
    expect(nextWave((text) => text).carried).toEqual(['title']);
    const population = { en: 'Departing passengers, May 2025', fr: 'Passagers au départ, mai 2025' };
    const filled = reuseCodebook({ ...settled(), population }, proposal(syntheticSurvey(500, 11).csv));
    expect(filled.carried).toEqual(['title', 'population']);
    expect(filled.codebook.population).toEqual(population);
  });

  test('with a renamed column follows it, and asks for a look with its reason', () => {
    const { codebook, differences, guesses } = nextWave((text) => text.replace('Q7FOOD', 'Q9B_FOOD'));
    expect(differences.map((difference) => difference.code)).toEqual(['column-renamed']);
    expect(find(codebook, 'Q9B_FOOD')).toMatchObject({ name: 'restaurants', decided: false });
    const about = guesses.filter((guess) => guess.variable === 'restaurants').flatMap((guess) => guess.reasons);
    expect(about).toContainEqual({ code: 'name-resembles-last', values: { column: 'Q7FOOD' } });
  });

  test('with a number that is text now takes the reading of the file, says so, and takes it from the weight', () => {
    const text = syntheticSurvey(500, 11).csv.split('\r\n');
    const worded = text.map((line, i) => (i === 0 || line === '' ? line : line.replace(/[^,]*$/, `w${i} heavy`)));
    const last = settled();
    const { codebook, differences, guesses } = reuseCodebook(last, proposal(worded.join('\n')));
    const weight = find(codebook, 'WEIGHT');
    expect(last.design.weight).toBe('WEIGHT');
    expect(weight).toMatchObject({ name: 'WEIGHT', decided: false });
    expect(weight?.kind).not.toBe('number');
    expect(codebook.design.weight).toBeNull();
    expect(differences.map(({ code }) => code)).toEqual(expect.arrayContaining(['weight-gone', 'kind-changed']));
    const about = guesses.filter((guess) => guess.variable === 'WEIGHT').flatMap((guess) => guess.reasons);
    expect(about.map(({ code }) => code)).toContain('kind-differs-from-last');
  });

  test('without the earlier overall item takes the one that the file suggests', () => {
    const last = settled();
    const variables = last.variables.filter((one) => one.column !== 'Q7ALL');
    const roles = { ...last.roles, overall: null };
    const { codebook } = reuseCodebook({ ...last, variables, roles }, proposal(syntheticSurvey(500, 11).csv));
    expect(codebook.roles.overall).toBe('Q7ALL');
    expect(codebook.roles.drivers).toEqual(['restaurants', 'Q7SHOP']);
  });

  test('that had left a column open asks its questions again, with the evidence of this file', () => {
    const last = settled();
    const open = last.variables.map((one) => (one.column === 'Q7SHOP' ? { ...one, decided: false } : one));
    const { codebook, guesses } = reuseCodebook({ ...last, variables: open }, proposal(syntheticSurvey(500, 11).csv));
    expect(find(codebook, 'Q7SHOP')?.decided).toBe(false);
    const asked = guesses.filter((guess) => guess.variable === 'Q7SHOP' && guess.aspect === 'missing');
    expect(asked.map((guess) => guess.choice)).toEqual(['0 = no-answer', '6 = not-applicable']);
  });

  test('with a code that the last one did not know leaves that column open', () => {
    const { codebook, differences } = nextWave((text) => text.replaceAll('35-44', '35-49'));
    expect(differences).toMatchObject([{ code: 'code-new', column: 'Q9AGE', to: '35-49' }]);
    expect(find(codebook, 'Q9AGE')?.decided).toBe(false);
    expect(codebook.variables.filter((variable) => !variable.decided)).toHaveLength(1);
  });

  test('without its weight says that the two cannot be compared as they stand', () => {
    const { codebook, differences } = nextWave((text) => text.replace('WEIGHT', 'FACTOR'));
    expect(codebook.design.weight).toBeNull();
    expect(differences.map((difference) => difference.code)).toEqual(['weight-gone', 'column-gone', 'column-new']);
    expect(differences[0]?.hindersComparison).toBe(true);
  });
});

describe('two codebooks compared', () => {
  test('SFO 2012 to 2013: a weight comes in, flights become runs, question numbers move', () => {
    const codes = compareCodebooks(sfoCodebook(2012), sfoCodebook(2013));
    expect(codes.slice(0, 2)).toMatchObject([
      { code: 'weight-new', to: 'WEIGHT', hindersComparison: true },
      { code: 'clusters-changed', from: 'FLIGHT', to: 'RUN' },
    ]);
    expect(codes).toContainEqual(
      expect.objectContaining({ code: 'column-renamed', from: 'Q8N_WHOLE', to: 'Q7O_WHOLE' }),
    );
  });

  test('a scale that changed hinders comparison', () => {
    const book = settled();
    const changed: Codebook = {
      ...book,
      variables: book.variables.map((variable) =>
        variable.scale ? { ...variable, scale: { ...variable.scale, max: 7 } } : variable,
      ),
    };
    const found = compareCodebooks(book, changed).filter((difference) => difference.code === 'scale-changed');
    expect(found).toHaveLength(9);
    expect(found.every((difference) => difference.hindersComparison)).toBe(true);
  });

  test('every difference has its words in both languages with the same facts', () => {
    for (const [code, text] of Object.entries(differenceTexts)) {
      const facts = (words: string) => [...new Set(words.match(/\{\w+\}/g))].sort();
      expect(facts(text.fr), code).toEqual(facts(text.en));
    }
  });
});
