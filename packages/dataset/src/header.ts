import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import { fileHeaderEmpty, fileHeaderRepeated, fileNoHeader } from './file-problem.ts';

/** The column names of a file, checked: each named, each once, and names rather than data. All reasons at once. */
export function checkHeader(cells: readonly string[]): Result<readonly string[], Problem> {
  const problems: Problem[] = [];
  const numeric = cells.filter((cell) => /^\s*[-+]?\d+([.,]\d+)?\s*$/.test(cell)).length;
  if (numeric > cells.length / 2) return refused(fileNoHeader(numeric));
  const empty = cells.flatMap((cell, i) => (cell.trim() === '' ? [i + 1] : []));
  if (empty.length > 0) problems.push(fileHeaderEmpty(empty));
  const places = new Map<string, number[]>();
  cells.forEach((cell, i) => {
    const name = cell.trim();
    if (name !== '') places.set(name, [...(places.get(name) ?? []), i + 1]);
  });
  for (const [name, columns] of places) if (columns.length > 1) problems.push(fileHeaderRepeated(name, columns));
  return problems.length > 0 ? refused(...problems) : accepted(cells);
}

/**
 * Variable names for column headers: letters, digits, "_" and "."; accents are taken off, other characters become "_" or fall away at the ends,
 * a leading digit gets a "v", a name that would repeat gets a number.
 */
export function variableNames(headers: readonly string[]): string[] {
  const used = new Set<string>();
  return headers.map((header, i) => {
    const plain = header
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9_.]+/g, '_')
      .replace(/^[_.]+|[_.]+$/g, '')
      .slice(0, 60);
    const base = plain === '' ? `v${i + 1}` : /^\d/.test(plain) ? `v${plain}` : plain;
    let name = base;
    for (let k = 2; used.has(name.toLowerCase()); k++) name = `${base}_${k}`;
    used.add(name.toLowerCase());
    return name;
  });
}
