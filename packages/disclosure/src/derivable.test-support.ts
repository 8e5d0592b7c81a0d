/** Whether a group is a linear combination of published groups: then its counts and sums follow from theirs by adding and subtracting. */
export function isDerivable(group: readonly number[], published: readonly (readonly number[])[]): boolean {
  return rank([...published, group]) === rank(published);
}

function rank(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => [...row]);
  const columns = matrix[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < columns && found < matrix.length; column += 1) {
    const pivot = matrix.findIndex((row, i) => i >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const top = matrix[pivot] ?? [];
    matrix[pivot] = matrix[found] ?? [];
    matrix[found] = top;
    for (let i = found + 1; i < matrix.length; i += 1) {
      const row = matrix[i] ?? [];
      const factor = (row[column] ?? 0) / (top[column] ?? 1);
      if (factor === 0) continue;
      for (let j = column; j < columns; j += 1) row[j] = (row[j] ?? 0) - factor * (top[j] ?? 0);
    }
    found += 1;
  }
  return found;
}
