import { readdirSync, readFileSync } from 'node:fs';
import { type Bank, readBank } from '@common-measure/instrument';
import { describe, expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const read = readBank(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) })),
);
if (!read.ok) throw new Error(read.reasons.join('\n'));
const bank = read.value;
const listed = readFileSync(new URL('codes.txt', folder), 'utf8').trim().split('\n');

/** Every code that answers and scores are stored under, a line each: a published survey may hold any of them. */
function linesOf({ items, scales, packs, constructs }: Bank): readonly string[] {
  return [
    ...constructs.map(({ id }) => `construct ${id}`),
    ...items.map(({ code, options }) => ['item', code, ...options.map((option) => option.code)].join(' ')),
    ...packs.map(({ id, scores }) => ['pack', id, ...scores.map((score) => score.id)].join(' ')),
    ...scales.map(({ id, version, points }) =>
      ['scale', `${id}@${version}`, ...points.map((point) => point.code)].join(' '),
    ),
  ].toSorted();
}

describe('the codes of the bank', () => {
  const now = new Map(linesOf(bank).map((line) => [name(line), line.split(' ').slice(2)]));

  test('stay: a code once listed in codes.txt is still there, with every answer it had', () => {
    const gone = listed.flatMap((line) => {
      const answers = now.get(name(line));
      if (!answers) return [name(line)];
      return line
        .split(' ')
        .slice(2)
        .filter((answer) => !answers.includes(answer))
        .map((answer) => `${name(line)}: ${answer}`);
    });
    expect(gone, 'retire an item instead of removing it; its code must stay').toEqual([]);
  });

  test('are all listed in codes.txt, so that they stay from now on', () => {
    expect(
      linesOf(bank).filter((line) => !listed.includes(line)),
      'add these lines to codes.txt',
    ).toEqual([]);
  });

  test('are written as codes and no longer than forty letters', () => {
    const wrong = bank.items.filter(({ code }) => !/^[a-z][a-z0-9_]{1,39}$/.test(code));
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });
});

describe('the crosswalks', () => {
  /** Public collections that the bank refers to, with the codes that stand in each. */
  const schemes: Readonly<Record<string, RegExp>> = {
    'A-11-280-v1': /^(?:satisfaction|trust|effectiveness|ease|efficiency|transparency|employee)$/,
    'A-11-280-v2': /^question_[1-4]$/,
    ACSI: /^(?:satisfaction|expectations|ideal)$/,
    CES: /^(?:mean-1-to-7|top-3-of-7|easy-minus-difficult)$/,
    'GC-TSS': /^[a-z-]+$/,
    'GOV.UK-KPI': /^(?:user-satisfaction|comment|completion-rate|digital-take-up)$/,
    NPS: /^likelihood-to-recommend$/,
    'NZ-Kiwis-Count': /^[a-z-]+$/,
    'OECD-trust':
      /^(?:institutional-trust|interpersonal-trust|responsiveness|reliability|integrity|openness|fairness)$/,
    SUS: /^(?:[1-9]|10)$/,
  };
  const refs = bank.items.flatMap(({ code, externalRef }) => externalRef.map((ref) => ({ item: code, ...ref })));

  test('lead to a public scheme that is known here, and to a code of it', () => {
    const wrong = refs.filter(({ scheme, code }) => !schemes[scheme]?.test(code));
    expect(wrong).toEqual([]);
  });

  test('name each place of a fixed questionnaire once', () => {
    const fixed = ['A-11-280-v1', 'A-11-280-v2', 'ACSI', 'CES', 'GOV.UK-KPI', 'SUS'];
    const places = refs.filter(({ scheme }) => fixed.includes(scheme)).map(({ scheme, code }) => `${scheme} ${code}`);
    expect(places.toSorted()).toEqual([...new Set(places)].toSorted());
    expect(places.filter((place) => place.startsWith('SUS '))).toHaveLength(10);
    expect(places.filter((place) => place.startsWith('A-11-280-v2 '))).toHaveLength(4);
  });

  test('hold no licensed scheme', () => {
    expect(refs.filter(({ scheme }) => /CMT|Common Measurements Tool/i.test(scheme))).toEqual([]);
  });
});

function name(line: string): string {
  return line.split(' ').slice(0, 2).join(' ');
}
