/** Why a number cannot be used: it lies outside of what its argument may be. */
export interface ArgumentRefusal {
  readonly code: 'argument-outside';
  readonly argument: string;
  readonly value: number;
  readonly message: string;
}

/** An argument with what it must be, in words; no reason where `fits`. */
export function checkArgument(
  argument: string,
  value: number,
  fits: boolean,
  rule: string,
): readonly ArgumentRefusal[] {
  if (fits) return [];
  return [{ code: 'argument-outside', argument, value, message: `"${argument}" is ${value}: it ${rule}.` }];
}

export function checkShare(argument: string, value: number): readonly ArgumentRefusal[] {
  return checkArgument(argument, value, value > 0 && value < 1, 'lies between 0 and 1');
}

export function checkPositive(argument: string, value: number): readonly ArgumentRefusal[] {
  return checkArgument(argument, value, value > 0 && Number.isFinite(value), 'is positive');
}

export function checkFinite(argument: string, value: number): readonly ArgumentRefusal[] {
  return checkArgument(argument, value, Number.isFinite(value), 'is a number');
}

/** Zero or more. */
export function checkNotNegative(argument: string, value: number): readonly ArgumentRefusal[] {
  return checkArgument(argument, value, value >= 0 && Number.isFinite(value), 'is 0 or more');
}

/** The size of a population: one or more, infinite where it has no say. */
export function checkPopulation(value: number, sample: number): readonly ArgumentRefusal[] {
  return checkArgument('population', value, value > 1 && value >= sample, 'is no smaller than the sample, and above 1');
}
