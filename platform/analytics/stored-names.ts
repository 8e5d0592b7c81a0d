import type { Codebook } from '@common-measure/dataset';
import { hasAnswerByte } from './answer-byte.ts';
import { type Engine, textLiteral } from './engine.ts';

/** Under which names a dataset's columns stand in its segments. */
export interface StoredNames {
  readonly weight: string;
  readonly stratum: string;
  readonly psu: string;
  /** The column of a variable's answers. */
  value(name: string): string;
  /** The column that says why an answer is missing. */
  missing(name: string): string;
  /** The column of answers and missing kinds in one byte, of variables that have one (`hasAnswerByte`); null in earlier files. */
  byte(name: string): string | null;
}

/** The names of files written today. */
export interface NamesToStore extends StoredNames {
  byte(name: string): string;
}

const plain: NamesToStore = {
  weight: '_weight',
  stratum: '_stratum',
  psu: '_psu',
  value: (name) => name,
  missing: (name) => `${name}__missing`,
  byte: (name) => `${name}__byte`,
};

/** Names that no variable can take from another: what is a variable's own stands behind a mark, capitals are written out. */
const marked: NamesToStore = {
  ...plain,
  value: (name) => `v:${capitalsWritten(name)}`,
  missing: (name) => `m:${capitalsWritten(name)}`,
  byte: (name) => `b:${capitalsWritten(name)}`,
};

/**
 * The names under which the columns of a dataset are written, by its codebook alone. Variables stand under their own names, and what goes with them under
 * names made from these; where two of all these names would be one (`x__missing` beside `x`, `_weight`, or `Q1` beside `q1`,
 * which the engine does not tell apart), every variable is marked.
 */
export function namesToStore({ variables }: Pick<Codebook, 'variables'>): NamesToStore {
  const names = [plain.weight, plain.stratum, plain.psu];
  for (const variable of variables) {
    names.push(plain.value(variable.name), plain.missing(variable.name));
    if (hasAnswerByte(variable)) names.push(plain.byte(variable.name));
  }
  return new Set(names.map((name) => name.toLowerCase())).size === names.length ? plain : marked;
}

/** The names under which they were written: files from before names were marked have all of theirs plain. */
export async function storedNames(
  engine: Engine,
  paths: readonly string[],
  codebook: Pick<Codebook, 'variables'>,
): Promise<StoredNames> {
  const names = namesToStore(codebook);
  const [first] = codebook.variables;
  const [path] = paths;
  if (names === plain || first === undefined || path === undefined) return names;
  const { rows } = await engine.query(
    `SELECT 1 FROM parquet_schema(${textLiteral(path)}) WHERE name = ${textLiteral(names.value(first.name))}`,
  );
  return rows.length > 0 ? names : { ...plain, byte: () => null };
}

function capitalsWritten(name: string): string {
  return name.replace(/[A-Z^]/g, (letter) => `^${letter.toLowerCase()}`);
}
