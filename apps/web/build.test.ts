import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWeb } from './build.ts';

let directory: string;
beforeAll(async () => {
  ({ directory } = await buildWeb());
});

describe('the built console', () => {
  test('is not built again from the same sources', async () => {
    expect(await buildWeb()).toEqual({ directory, isFresh: false });
  });

  test('has neither inline scripts nor inline styles nor an address of another origin in its page', async () => {
    const page = await readFile(join(directory, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)|https?:/);
    expect(page).toMatch(/assets\/index-[\w-]+\.js/);
  });

  test('carries its fonts and loads none from elsewhere', async () => {
    const assets = await readdir(join(directory, 'assets'));
    const styles = await Promise.all(
      assets.filter((file) => file.endsWith('.css')).map((file) => readFile(join(directory, 'assets', file), 'utf8')),
    );
    const urls = styles.flatMap((style) => [...style.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? ''));
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(existsSync(join(directory, url)), url).toBe(true);
  });
});
