import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createRandomGenerator } from '@common-measure/survey-statistics';

/** A seeded sample as columns: design, margins, 20 five-point items with 5 % missing. */
export interface SampleColumns {
  readonly rows: number;
  readonly stratum: Int32Array;
  readonly psu: Int32Array;
  readonly office: Int32Array;
  /** Age group, language, region, channel: the margins that are raked to. */
  readonly margins: readonly Int32Array[];
  readonly weight: Float64Array;
  readonly items: readonly Float64Array[];
  /** Whether the first item is rated 4 or 5: 0, 1 or missing. */
  readonly high: Float64Array;
}

const strata = 40;
const offices = 60;
const marginLevels = [5, 2, 10, 4];

export function sampleColumns(rows: number, psusByStratum: number, seed: number): SampleColumns {
  const chance = createRandomGenerator(seed);
  const draw = (count: number) => Math.floor(chance() * count);
  const whole = (fill: () => number) => Int32Array.from({ length: rows }, fill);
  const stratum = whole(() => draw(strata));
  const psu = stratum.map((s) => s * psusByStratum + draw(psusByStratum));
  const office = whole(() => draw(offices));
  const margins = marginLevels.map((levels) => whole(() => draw(levels)));
  const weight = Float64Array.from({ length: rows }, () => 0.5 + 2 * chance());
  const common = Float64Array.from(psu, (unit, row) => ((unit * 37) % 100) / 100 + office[row]! / offices + chance());
  const items = Array.from({ length: 20 }, (_, at) =>
    common.map((mood) => (chance() < 0.05 ? Number.NaN : rating(mood + at / 40 + 2.2 * chance()))),
  );
  const high = items[0]!.map((value) => (Number.isNaN(value) ? value : Number(value >= 4)));
  return { rows, stratum, psu, office, margins, weight, items, high };
}

function rating(raw: number): number {
  return Math.min(5, Math.max(1, Math.round(0.9 + raw)));
}

/** One file of little-endian numbers per column, which R's readBin reads without parsing. */
export async function writeColumns(folder: string, sample: SampleColumns): Promise<void> {
  await mkdir(folder, { recursive: true });
  const columns: readonly [string, Int32Array | Float64Array][] = [
    ['stratum', sample.stratum],
    ['psu', sample.psu],
    ['office', sample.office],
    ...sample.margins.map((margin, at): [string, Int32Array] => [`margin${at + 1}`, margin]),
    ['weight', sample.weight],
    ...sample.items.map((item, at): [string, Float64Array] => [itemName(at), item]),
  ];
  for (const [name, { buffer }] of columns) await writeFile(path.join(folder, name), new Uint8Array(buffer));
}

export function itemName(at: number): string {
  return `q${String(at + 1).padStart(2, '0')}`;
}
