import { describe, expect, test } from 'vitest';
import { lockFindings, rangeFindings } from './lock.ts';
import { missingPlatformEntries } from './platform-entries.ts';

const integrity = 'sha512-AAAA';

describe('the lock', () => {
  test('is refused where an entry that is installed here has no integrity', () => {
    expect(lockFindings({ 'node_modules/a': { version: '1.0.0' } })).toEqual([
      expect.stringContaining('node_modules/a has no integrity'),
    ]);
    const mac = { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] };
    const musl = { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] };
    expect(lockFindings({ 'node_modules/a-mac': mac, 'node_modules/a-musl': musl })).toEqual([]);
  });

  test('is refused where it names a place to fetch from', () => {
    const entry = { version: '1.0.0', integrity, resolved: 'https://mirror.example/a.tgz' };
    expect(lockFindings({ 'node_modules/a': entry })).toEqual([expect.stringContaining('names the place')]);
  });

  test('is refused where a build for another platform is left out, and completed with its version and platform', () => {
    const entries = {
      'node_modules/a': {
        version: '1.2.0',
        integrity,
        dev: true,
        optionalDependencies: { 'a-linux-x64-musl': '1.2.0', '@a/win32-arm64-msvc': '1.2.0', 'a-linux-x64': '1.2.0' },
      },
      'node_modules/a/node_modules/a-linux-x64': { version: '1.2.0', integrity },
    };
    expect(lockFindings(entries)).toHaveLength(2);
    expect(missingPlatformEntries(entries)).toEqual({
      'node_modules/a-linux-x64-musl': {
        ...{ version: '1.2.0', dev: true, optional: true },
        ...{ os: ['linux'], cpu: ['x64'], libc: ['musl'] },
      },
      'node_modules/@a/win32-arm64-msvc': {
        version: '1.2.0',
        dev: true,
        optional: true,
        os: ['win32'],
        cpu: ['arm64'],
      },
    });
    expect(lockFindings({ ...entries, ...missingPlatformEntries(entries) })).toEqual([]);
  });

  test('cannot be completed where a name does not tell its platform', () => {
    const entries = { 'node_modules/a': { integrity, optionalDependencies: { 'a-wasm': '1.0.0' } } };
    expect(() => missingPlatformEntries(entries)).toThrow(/a-wasm@1\.0\.0/);
  });

  test('stands on exact versions', () => {
    expect(rangeFindings('package.json', { dependencies: { a: '1.2.3', b: 'npm:c@1.2.3', d: '1.5.6-r.1' } })).toEqual(
      [],
    );
    expect(rangeFindings('package.json', { devDependencies: { a: '^1.2.3', b: 'latest', c: '*' } })).toHaveLength(3);
  });
});
