/** A score that a body published, with the answers it came from. */
export interface PublishedScore {
  readonly name: string;
  readonly source: string;
  /** What the publication does not say and is concluded from its figures. */
  readonly inferred: string;
  /** Answers of 1 to 5 with the number (or share) of people who gave each. */
  readonly counts: readonly (readonly [answer: number, count: number])[];
  readonly index: number;
  /** As published, in the units and rounding of the source. */
  readonly published: number;
  readonly topTwo: number;
}

export const publishedScores: readonly PublishedScore[] = [
  {
    name: 'Service Canada, overall satisfaction 2008',
    source: 'Service Canada Client Satisfaction Survey 2008: shares 55, 29, 9, 6; index 82.75',
    inferred:
      'The four published shares sum to 99. The missing point is read as the lowest answer: that gives the published 82.75 exactly, whereas a mean over the four alone gives 83.59.',
    counts: [
      [5, 55],
      [4, 29],
      [3, 9],
      [2, 6],
      [1, 1],
    ],
    index: 82.75,
    published: 82.75,
    topTwo: 84,
  },
  {
    name: 'Office of the Public Guardian, complete the deputy report, April 2023',
    source: 'Ministry of Justice, opg-performance-data: counts 23, 46, 153, 419, 528; user-satisfaction-percent 80',
    inferred:
      'The source names no formula. The mean of 0, 25, 50, 75 and 100 rounds to the published 80, and to the published figure in each of the fourteen months below; the share of the two best answers rounds to 81, and to no published figure in any.',
    counts: [
      [1, 23],
      [2, 46],
      [3, 153],
      [4, 419],
      [5, 528],
    ],
    index: 79.5766,
    published: 80,
    topTwo: 81.0094,
  },
];

/** The same service from April 2023 to May 2024: counts from very dissatisfied to very satisfied, and the percentage published. */
export const publishedMonths: readonly (readonly [counts: readonly number[], published: number])[] = [
  [[23, 46, 153, 419, 528], 80],
  [[19, 33, 143, 419, 518], 81],
  [[19, 28, 140, 464, 524], 81],
  [[27, 31, 173, 483, 524], 79],
  [[17, 29, 119, 385, 446], 80],
  [[12, 37, 110, 398, 488], 81],
  [[17, 31, 141, 477, 488], 80],
  [[15, 27, 130, 415, 547], 82],
  [[8, 26, 105, 385, 407], 81],
  [[19, 29, 147, 501, 510], 80],
  [[20, 34, 190, 530, 506], 79],
  [[17, 23, 143, 497, 511], 81],
  [[17, 35, 147, 497, 536], 80],
  [[16, 20, 153, 497, 495], 80],
];

/** Client satisfaction index of Taking Care of Business 5, Canada: the means of its three parts and the index published. */
export const publishedIndex = {
  source: 'Canadian Government Executive, October 2016, on Taking Care of Business 5: 66, 55, 52; index 58',
  inferred: 'The source names no weights. The plain mean of the three parts, 57.67, rounds to the published 58.',
  parts: [66, 55, 52],
  index: 57.6667,
  published: 58,
} as const;
