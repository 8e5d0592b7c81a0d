import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type LiveRows, liveRows } from './live-answers.ts';
import { surveyCodebook } from './survey-codebook.fixture.ts';

const headers = ['ease', 'channel'];
const answers = (n: number, ease: string, channel: string) => Array.from({ length: n }, () => [ease, channel]);

function waveOf(rows: readonly (readonly string[])[]): LiveRows {
  return { codebook: surveyCodebook, headers, rows, ids: rows.map(() => randomUUID()) };
}

const first = answers(30, '4', 'phone');

describe('the answers of an open wave', () => {
  it('enter the results from the tenth new one', () => {
    const nine = waveOf([...first, ...answers(9, '5', 'phone')]);
    expect(liveRows(nine, new Set(nine.ids.slice(0, 30)), false)).toBeNull();
    const ten = waveOf([...first, ...answers(10, '5', 'phone')]);
    expect(liveRows(ten, new Set(ten.ids.slice(0, 30)), false)?.rows).toHaveLength(40);
  });

  it('wait where few of them answered an item on view', () => {
    const wave = waveOf([...first, ...answers(4, '5', 'phone'), ...answers(12, '', 'phone')]);
    const next = liveRows(wave, new Set(wave.ids.slice(0, 30)), false);
    expect(next?.rows.filter(([ease]) => ease === '5')).toHaveLength(0);
    expect(next?.rows).toHaveLength(42);
  });

  it('wait where few of them belong to a group on view', () => {
    const wave = waveOf([...first, ...answers(11, '4', 'phone'), ...answers(3, '4', 'counter')]);
    expect(liveRows(wave, new Set(wave.ids.slice(0, 30)), false)?.rows).toHaveLength(41);
  });

  it('wait where few of them answered a question about facts', () => {
    const asked = { ...surveyCodebook.variables[1]!, name: 'problem', column: 'problem' };
    const codebook = { ...surveyCodebook, variables: [...surveyCodebook.variables, asked] };
    const rows = [...first.map((row) => [...row, 'phone']), ...answers(12, '4', 'phone').map((row) => [...row, ''])];
    const wave = { ...waveOf([...rows, ['4', 'phone', 'counter']]), codebook, headers: [...headers, 'problem'] };
    const next = liveRows(wave, new Set(wave.ids.slice(0, 30)), false);
    expect(next?.rows).toHaveLength(42);
  });

  it('wait where few of them came by a channel on view that is no profile variable', () => {
    const codebook = { ...surveyCodebook, roles: { ...surveyCodebook.roles, profile: [] } };
    const wave = { ...waveOf([...first, ...answers(11, '4', 'phone'), ...answers(3, '4', 'counter')]), codebook };
    expect(liveRows(wave, new Set(wave.ids.slice(0, 30)), false)?.rows).toHaveLength(41);
  });

  it('keep each row with its own response', () => {
    const wave = waveOf([...first, ...answers(2, '1', 'counter'), ...answers(10, '5', 'phone')]);
    const next = liveRows(wave, new Set(wave.ids.slice(0, 30)), false)!;
    expect(next.ids.slice(30)).toEqual(wave.ids.slice(32));
  });

  it('hold the results while more were withdrawn than have come', () => {
    const wave = waveOf([...first, ...answers(10, '5', 'phone')]);
    const gone = Array.from({ length: 11 }, () => randomUUID());
    expect(liveRows(wave, new Set([...wave.ids.slice(0, 30), ...gone]), false)).toBeNull();
  });

  it('are held to the same rule when the wave is closed, and say so under every figure', () => {
    const one = waveOf([...first, ...answers(1, '1', 'phone')]);
    expect(liveRows(one, new Set(one.ids.slice(0, 30)), true)).toBeNull();
    const some = waveOf([...first, ...answers(10, '5', 'phone'), ...answers(2, '1', 'counter')]);
    const last = liveRows(some, new Set(some.ids.slice(0, 30)), true)!;
    expect(last.rows).toHaveLength(40);
    expect(last.codebook.population?.fr).toContain('laissées de côté');
  });

  it('that were withdrawn are gone at the latest when the wave is closed', () => {
    const wave = waveOf(first);
    const shown = new Set([...wave.ids, randomUUID()]);
    expect(liveRows(wave, shown, false)).toBeNull();
    expect(liveRows(wave, shown, true)?.rows).toHaveLength(30);
  });
});
