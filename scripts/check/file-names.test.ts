import { describe, expect, test } from 'vitest';
import { nameFindings } from './file-names.ts';

describe('names of files', () => {
  test.each([
    'modules/accounts/utils.ts',
    'packages/lib/src/a.ts',
    'platform/http/session-manager.ts',
    'apps/common/a.ts',
  ])('refuse the empty word in %s', (file) => {
    expect(nameFindings(file)).toEqual([expect.stringContaining('says nothing')]);
  });

  test.each(['modules/accounts/SignIn.ts', 'platform/web-kit/text_field.tsx'])('refuse the spelling of %s', (file) => {
    expect(nameFindings(file)).toEqual([expect.stringContaining('kebab-case')]);
  });

  test.each([
    'packages/kernel/src/id.ts',
    'modules/accounts/sign-in.test.ts',
    'apps/web/vite.config.ts',
    'platform/database/migrations/20261122-0900-foundation.sql',
    'packages/dataset/src/library.ts',
  ])('accept %s', (file) => {
    expect(nameFindings(file)).toEqual([]);
  });
});
