import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counterSurvey } from '../../testing/counter-survey.ts';
import { composeReport } from '../compose.ts';
import { typstReport } from './typst-report.ts';
import { typstString } from './typst-text.ts';

test('a text cannot leave its string literal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const body = typstString(text).slice(1, -1);
      expect(body.replace(/\\[\\"n]/g, '')).not.toMatch(/["\\\n]/);
    }),
  );
});

test('every picture has an alternative text or is an artifact', () => {
  const source = typstReport(composeReport(counterSurvey(), 'fr'));
  const images = source.split('image(bytes(').slice(1);
  const artifacts = source.split('#pdf.artifact(image(bytes(').length - 1;
  const named = images.filter((image) =>
    /, alt: "[^"]/.test(image.slice(0, image.indexOf('format: "svg"') + 4000)),
  ).length;
  expect(images.length).toBeGreaterThan(10);
  expect(named + artifacts).toBeGreaterThanOrEqual(images.length);
});

test('the document names its language, region and title', () => {
  const source = typstReport(composeReport(counterSurvey(), 'fr'));
  expect(source).toContain('lang: "fr", region: "CA"');
  expect(source).toContain('#set document(title: "Ce que la clientèle a dit du comptoir en 2026');
});
