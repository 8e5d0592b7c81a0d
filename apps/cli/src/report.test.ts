import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { proposeFromTable, readTable } from '@common-measure/dataset';
import { afterAll, describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import { run } from './run.ts';

const root = resolve(import.meta.dirname, '../../..');
const real = resolve(root, process.env.CM_REAL_DATA ?? '../shared/real-data');
const isThere = existsSync(join(real, 'sfo_airport', '2016.csv'));
if (!isThere) console.warn(`Skipped: the airport and resident surveys are not in ${real} (set CM_REAL_DATA).`);

const folder = mkdtempSync(join(tmpdir(), 'cm-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const organization = { en: 'Airport', fr: 'Aéroport' };

async function cm(request: object, language: 'en' | 'fr' = 'en', more: readonly string[] = []) {
  const file = join(folder, 'wave.json');
  writeFileSync(file, JSON.stringify(request));
  const out: string[] = [];
  const errors: string[] = [];
  const code = await run({
    arguments: ['report', file, ...more],
    language,
    print: (text) => out.push(text),
    printError: (text) => errors.push(text),
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

const wave = (area: string, file: string, codebook: string) => ({
  data: join(real, area, file),
  codebook: join(root, 'fixtures/codebooks', `${codebook}.json`),
});

describe.skipIf(!isThere)('cm report', () => {
  test('writes ten files with the published figures of the airport of 2016', async () => {
    const { code, errors } = await cm({
      ...wave('sfo_airport', '2016.csv', 'sfo-2016'),
      organization,
      waves: [{ label: '2015', ...wave('sfo_airport', '2015.csv', 'sfo-2015') }],
    });
    expect(code, errors).toBe(0);
    const names = ['en', 'fr'].flatMap((language) =>
      ['csv', 'html', 'pdf', 'r', 'xlsx'].map((form) => `wave.${language}.${form}`),
    );
    expect(readdirSync(folder).sort()).toEqual([...names, 'wave.json'].sort());
    const page = readFileSync(join(folder, 'wave.fr.html'), 'utf8');
    expect(page).toContain('76,3');
    expect(page).toContain('sur 100 (75,5 à 77,2)');
    expect(readFileSync(join(folder, 'wave.fr.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(join(folder, 'wave.fr.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('holds a long questionnaire: the 88 rated items of Kansas City', async () => {
    const to = join(folder, 'kansas');
    const { code, errors } = await cm(
      {
        ...wave('kansas_city', 'FY2022_RS_Cleaned_safe.csv', 'kansas-city-2022'),
        organization: { en: 'Kansas City', fr: 'Kansas City' },
        audience: 'organization',
      },
      'en',
      ['--to', to],
    );
    expect(code, errors).toBe(0);
    expect(readdirSync(to)).toHaveLength(10);
    const page = readFileSync(join(to, 'wave.en.html'), 'utf8');
    expect(page).toContain('A probability sample');
    expect(page).toContain('1,018');
  });

  test('of an open link states no uncertainty in any of its files', async () => {
    const to = join(folder, 'open');
    const design = { samplingClass: 'non-probability' };
    await cm({ ...wave('sfo_airport', '2016.csv', 'sfo-2016'), organization, design }, 'en', ['--to', to]);
    const page = readFileSync(join(to, 'wave.en.html'), 'utf8');
    expect(page).toContain('No margin of error applies');
    expect(page).not.toMatch(/75\.5 to 77\.2|▲|▼/);
    const lines = readFileSync(join(to, 'wave.en.csv'), 'utf8').split('\r\n');
    const heads = (lines[0] ?? '').split(',');
    expect(heads.slice(9, 14)).toEqual(['se', 'ci_low', 'ci_high', 'ci_level', 'df']);
    expect(lines.find((line) => line.startsWith('overall,') && line.includes(',score,,,,,'))).toMatch(
      /,76\.333\d*,,,,,,2919,/,
    );
  });
});

test('a made-up survey is reported as one, from a proposed codebook that a person has settled', async () => {
  const { csv } = syntheticSurvey(600);
  const table = readTable(new TextEncoder().encode(csv), { delimiter: null });
  if (!table.ok) throw new Error('the made-up survey can be read');
  const { codebook } = proposeFromTable(table.value, { en: 'Made-up survey', fr: 'Enquête inventée' }, null);
  const variables = codebook.variables.map((variable) => ({ ...variable, decided: true }));
  const design = { ...codebook.design, samplingClass: 'systematic-intercept' };
  writeFileSync(join(folder, 'made-up.csv'), csv);
  writeFileSync(join(folder, 'made-up.json'), JSON.stringify({ ...codebook, synthetic: true, design, variables }));
  const to = join(folder, 'made-up');
  const { code, errors } = await cm({ data: 'made-up.csv', codebook: 'made-up.json', organization }, 'en', [
    '--to',
    to,
  ]);
  expect(code, errors).toBe(0);
  expect(readdirSync(to)).toHaveLength(10);
  expect(readFileSync(join(to, 'wave.fr.html'), 'utf8')).toContain('Données synthétiques d’exemple');
});

describe('a request that cannot be met', () => {
  test('names what is missing and writes nothing', async () => {
    const before = readdirSync(folder);
    const { code, errors } = await cm({ data: 'none.csv', codebook: 'none.json', organization }, 'fr');
    expect(code).toBe(3);
    expect(errors).toContain('Le fichier none.json ne peut être lu.');
    expect(readdirSync(folder).filter((name) => name !== 'wave.json')).toEqual(
      before.filter((name) => name !== 'wave.json'),
    );
  });

  test('is refused by place where it is written wrongly', async () => {
    const { code, errors } = await cm({ data: 'a.csv', codebook: 'b.json', organization: { en: 'Only English' } });
    expect(code).toBe(3);
    expect(errors).toContain('organization.fr');
    expect(errors).toContain('docs/api/report-request.schema.json');
  });
});
