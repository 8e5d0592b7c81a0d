import { accepted, type Result } from '../result.ts';
import { CompensatedColumns } from './compensated-columns.ts';
import { type ProductSums, productCount, squareCount } from './product-sums.ts';
import { differ, type SumsRefusal } from './sums-refusal.ts';

/**
 * The sums of products of several parts of one dataset (batches, segments, machines) as one. Parts share their form, code
 * tables, variables and origins; each row of the data belongs to one part. Added with compensation: any order and grouping agree
 * to rounding. Refuses no parts, and parts that differ in form, variables, origins or in the sums they hold.
 */
export function mergeProducts(parts: readonly ProductSums[]): Result<ProductSums, SumsRefusal> {
  const [first] = parts;
  if (first === undefined) return differ('There are no sums to merge.');
  const strange = parts.findIndex((part) => shapeOf(part) !== shapeOf(first));
  if (strange >= 0)
    return differ(
      `The sums to merge differ in form, variables, origins or what they hold: part ${strange} from part 0.`,
    );
  const places = new Map<string, number>();
  const [domain, stratum, psu]: [number[], number[], number[]] = [[], [], []];
  const targets = parts.map((part) =>
    Int32Array.from(part.domain, (code, cell) => {
      const key = `${code}/${part.stratum[cell]}/${part.psu?.[cell] ?? ''}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, domain.length);
      stratum.push(part.stratum[cell]!);
      if (part.psu !== null) psu.push(part.psu[cell]!);
      return domain.push(code) - 1;
    }),
  );
  const cells = domain.length;
  const domains = Math.max(...parts.map((part) => part.domains));
  const add = (width: number, columnOf: (part: ProductSums) => Float64Array) => {
    const merged = new CompensatedColumns(cells, width);
    parts.forEach((part, index) => {
      columnOf(part).forEach((value, at) => {
        merged.add(targets[index]![Math.floor(at / width)]!, at % width, value);
      });
    });
    return merged.totals();
  };
  const size = first.labels.length;
  return accepted({
    form: first.form,
    domains,
    domain: Int32Array.from(domain),
    stratum: Int32Array.from(stratum),
    psu: first.psu === null ? null : Int32Array.from(psu),
    labels: first.labels,
    origins: first.origins,
    rowsWithWeight: add(1, (part) => part.rowsWithWeight),
    rows: add(1, (part) => part.rows),
    n: add(1, (part) => part.n),
    w2: add(1, (part) => part.w2),
    products: add(productCount(size), (part) => part.products),
    squares: first.squares === null ? null : add(squareCount(size), (part) => part.squares!),
    spread: first.spread === null ? null : addByDomain(parts, domains, squareCount(size)),
  });
}

function addByDomain(parts: readonly ProductSums[], domains: number, width: number): Float64Array {
  const merged = new CompensatedColumns(domains, width);
  for (const { spread } of parts)
    spread!.forEach((value, at) => {
      merged.add(Math.floor(at / width), at % width, value);
    });
  return merged.totals();
}

function shapeOf({ form, labels, origins, squares, spread }: ProductSums): string {
  return JSON.stringify([form, labels, Array.from(origins), squares === null, spread === null]);
}
