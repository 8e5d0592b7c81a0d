import type { Tail } from './tail.ts';

const nearNumerator = [
  0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249,
];
const nearDenominator = [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];
const middleNumerator = [
  1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226,
  2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
];
const middleDenominator = [
  1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091,
  34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
];
const farNumerator = [
  0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
  2.9112874951168792e-5,
];
const farDenominator = [
  1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244, 7.29751555083966205e-5,
];

/**
 * Standard normal probability P(Z <= z) (`lower`) or P(Z > z) (`upper`), relative error about 1e-15 in both tails.
 * Cody (1969), Rational Chebyshev approximations for the error function. R: `pnorm`. Oracle: fixtures/r/distributions.
 */
export function normalProbability(z: number, tail: Tail): number {
  if (Number.isNaN(z)) return z;
  const x = Math.abs(z);
  if (x <= 0.67448975) {
    const square = x * x;
    const centre = (z * polynomial(nearNumerator, square)) / polynomial(nearDenominator, square);
    return 0.5 + (tail === 'lower' ? centre : -centre);
  }
  const ratio = x <= Math.sqrt(32) ? polynomial(middleNumerator, x) / polynomial(middleDenominator, x) : farRatio(x);
  const whole = Math.trunc(x * 16) / 16;
  const rest = (x - whole) * (x + whole);
  const beyond = Math.exp(-whole * whole * 0.5) * Math.exp(-rest * 0.5) * ratio;
  return z > 0 === (tail === 'upper') ? beyond : 1 - beyond;
}

function farRatio(x: number): number {
  const inverse = 1 / (x * x);
  const correction = (inverse * polynomial(farNumerator, inverse)) / polynomial(farDenominator, inverse);
  return (1 / Math.sqrt(2 * Math.PI) - correction) / x;
}

/** Highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

const quantileCentre = {
  over: [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  under: [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
  ],
};
const quantileTail = {
  over: [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  under: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
};
const quantileFar = {
  over: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  under: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
};

/**
 * The z with P(Z <= z) = p (`lower`) or P(Z > z) = p (`upper`); relative error about 1e-15. NaN outside 0 to 1.
 * Wichura (1988), algorithm AS 241. R: `qnorm`.
 */
export function normalQuantile(p: number, tail: Tail): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const sign = tail === 'lower' ? 1 : -1;
  if (p === 0 || p === 1) return sign * (p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (sign * centred * polynomial(quantileCentre.over, r)) / polynomial(quantileCentre.under, r);
  }
  const r = Math.sqrt(-Math.log(centred < 0 ? p : 1 - p));
  const { over, under } = r <= 5 ? quantileTail : quantileFar;
  const shifted = r <= 5 ? r - 1.6 : r - 5;
  const z = polynomial(over, shifted) / polynomial(under, shifted);
  return sign * (centred < 0 ? -z : z);
}
