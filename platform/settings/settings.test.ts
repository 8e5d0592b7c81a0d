import { ProblemError } from '@common-measure/kernel';
import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

function refusalOf(environment: Record<string, string>): { readonly code: string; readonly fr: string } {
  try {
    readSettings(environment, '/srv');
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.problem.code, fr: error.problem.title.fr };
    throw error;
  }
  throw new Error('the settings were taken');
}

it.each(['eighty', '80.5', '-1', '65536'])('the port %s is refused in both languages', (port) => {
  expect(refusalOf({ CM_PORT: port })).toEqual({
    code: 'port-not-usable',
    fr: `CM_PORT n’est pas un numéro de port\u00a0: ${port}.`,
  });
});

it.each(['measure.example.ca', 'https://example.ca/measure'])('the public address %s is refused', (address) => {
  expect(refusalOf({ CM_PUBLIC_URL: address }).code).toBe('public-url-not-usable');
});

it('what is not set has its stated default', () => {
  expect(readSettings({}, '/srv')).toEqual({
    dataFolder: '/srv/data',
    databaseUrl: null,
    host: '127.0.0.1',
    port: 8080,
    publicUrl: null,
    webhooksInside: false,
    keepFreeBytes: 256 * 2 ** 20,
  });
});

it.each(['much', '-1', '1.5'])('the room to keep free %s is refused', (given) => {
  expect(refusalOf({ CM_KEEP_FREE_MB: given })).toEqual({
    code: 'keep-free-not-usable',
    fr: `CM_KEEP_FREE_MB n’est pas un nombre de mégaoctets\u00a0: ${given}.`,
  });
});
