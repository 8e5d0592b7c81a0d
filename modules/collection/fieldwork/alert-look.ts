/** How many people gave these answers to a question, on one day and of one office (empty where nobody asks for it). */
export interface AnswerTally {
  readonly day: string;
  readonly office: string;
  readonly codes: readonly string[];
  readonly count: number;
}

/** What a rule looks for; all rules of one look are about the same question. */
export interface WatchRule {
  readonly id: string;
  readonly codes: readonly string[];
  readonly atLeast: number;
  readonly days: number;
  readonly byOffice: boolean;
}

/** How many had answered the question at the last look, by office and day. */
export type Seen = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface RuleOfOffice {
  readonly ruleId: string;
  readonly office: string;
}

export interface Look {
  /** Rules that are met now; `office` empty where it is about everybody. */
  readonly met: readonly RuleOfOffice[];
  /** Rules that were looked at, met or not. */
  readonly looked: readonly RuleOfOffice[];
  /** What has been seen after this look. */
  readonly seen: Seen;
}

/** The longest time that a rule can look back, in days. */
export const longestWatch = 31;

/**
 * Looks at the rules of one question. Whoever learns what it gives, and what earlier looks gave, learns nothing about fewer people than
 * `threshold`:
 * - a rule is met where as many gave one of its answers as it says, and at least `threshold` others answered otherwise;
 * - it is looked at only where at least `threshold` people in its days answered since the question was last looked at, by any rule;
 * - of two rules with different days, the longer waits where between one and `threshold` people answered in the days between.
 */
export function lookAtAnswers(
  rules: readonly WatchRule[],
  tallies: readonly AnswerTally[],
  seen: Seen,
  today: string,
  threshold: number,
): Look {
  const met: RuleOfOffice[] = [];
  const all: RuleOfOffice[] = [];
  const next: Record<string, Readonly<Record<string, number>>> = { ...seen };
  const offices = new Set(tallies.map(({ office }) => office));
  const groups = [
    { office: '', within: [...offices], rules: rules.filter(({ byOffice }) => !byOffice) },
    // Those who said no office are no office.
    ...[...offices]
      .filter((office) => office !== '')
      .map((office) => ({ office, within: [office], rules: rules.filter(({ byOffice }) => byOffice) })),
  ];
  for (const group of groups) {
    const looked = lookedAt(group.rules, group.within, tallies, seen, today, threshold);
    if (looked.length === 0) continue;
    all.push(...looked.map(({ id }) => ({ ruleId: id, office: group.office })));
    for (const rule of looked) {
      const since = daysBefore(today, rule.days - 1);
      const counted = tallies.filter(({ day, office }) => day >= since && group.within.includes(office));
      const such = sum(counted.filter(({ codes }) => codes.some((code) => rule.codes.includes(code))));
      if (such >= rule.atLeast && sum(counted) - such >= threshold) met.push({ ruleId: rule.id, office: group.office });
    }
    for (const office of group.within) next[office] = byDay(tallies.filter((one) => one.office === office));
  }
  return { met, looked: all, seen: next };
}

/** The rules that may be looked at now, of those about one group of people. */
function lookedAt(
  rules: readonly WatchRule[],
  within: readonly string[],
  tallies: readonly AnswerTally[],
  seen: Seen,
  today: string,
  threshold: number,
): readonly WatchRule[] {
  const ofGroup = tallies.filter(({ office }) => within.includes(office));
  const answered = (days: number): number => sum(ofGroup.filter(({ day }) => day >= daysBefore(today, days - 1)));
  const fresh = (days: number): number =>
    within
      .flatMap((office) =>
        Object.entries(byDay(ofGroup.filter((one) => one.office === office))).map(([day, count]) =>
          day < daysBefore(today, days - 1) ? 0 : Math.max(0, count - (seen[office]?.[day] ?? 0)),
        ),
      )
      .reduce((total, count) => total + count, 0);
  const windows: number[] = [];
  for (const days of [...new Set(rules.map((rule) => rule.days))].toSorted((one, other) => one - other)) {
    const isApart = windows.every((shorter) => {
      const between = answered(days) - answered(shorter);
      return between === 0 || between >= threshold;
    });
    if (fresh(days) >= threshold && isApart) windows.push(days);
  }
  return rules.filter(({ days }) => windows.includes(days));
}

const sum = (tallies: readonly AnswerTally[]): number => tallies.reduce((total, { count }) => total + count, 0);

function byDay(tallies: readonly AnswerTally[]): Readonly<Record<string, number>> {
  const days = Map.groupBy(tallies, ({ day }) => day);
  return Object.fromEntries([...days].map(([day, ofDay]) => [day, sum(ofDay)]));
}

/** The ISO date so many days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
