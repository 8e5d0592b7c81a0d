import type { Roles, Variable } from './codebook.ts';
import type { Guess } from './guess.ts';
import { because } from './reason.ts';
import { questionStem } from './scale-guess.ts';

const overallName = /(overall|whole|ensemble|global|general|g[ée]n[ée]ral|_?all$)/i;
const channelName = /^(method|mode|channel|canal|mode_de_reponse|collection_?mode)$/i;
const regionName = /(region|district|counci|province|territor|barea|^area$|arrondissement)/i;

export interface RoleGuess {
  readonly roles: Roles;
  readonly guesses: readonly Guess[];
}

/** Guesses the overall item (the one of the largest battery whose name speaks of the whole; never another, which is only mentioned), its drivers, channel, region and profile; `mostlyBlank`: columns too empty to break results down by. */
export function guessRoles(variables: readonly Variable[], mostlyBlank: ReadonlySet<string>): RoleGuess {
  const batteries = batteriesOf(variables);
  const [largest = []] = [...batteries].sort((a, b) => b.length - a.length);
  const named = largest.find((variable) => overallName.test(variable.column));
  const last = largest.length >= 8 ? largest.at(-1) : undefined;
  const overall = named ?? null;
  const drivers = overall ? largest.filter((variable) => variable !== overall) : [];
  const categories = variables.filter((v) => v.kind === 'category' && v.access === 'open' && v.values.length >= 2);
  const channel = categories.find((variable) => channelName.test(variable.column)) ?? null;
  const region = categories.find((variable) => regionName.test(variable.column)) ?? null;
  const profile = categories.filter(
    (variable) => variable.values.length <= 25 && variable.decided && !mostlyBlank.has(variable.column),
  );
  const guesses: Guess[] = [];
  const add = (variable: string | null, aspect: Guess['aspect'], choice: string, reason: Guess['reasons'][number]) =>
    guesses.push({ variable, aspect, choice, reasons: [reason], alternatives: [], decided: false });
  if (!overall && last) {
    const reasons = [because('largest-battery', { columns: largest.length })];
    guesses.push({ variable: null, aspect: 'overall', choice: '', reasons, alternatives: [last.name], decided: false });
  }
  if (overall) {
    add(overall.name, 'overall', 'overall', because('name-of-overall'));
    add(null, 'drivers', drivers.map((driver) => driver.name).join(', '), because('beside-overall'));
  }
  if (channel) add(channel.name, 'channel', 'channel', because('name-of-channel'));
  if (region) add(region.name, 'region', 'region', because('name-of-region'));
  return {
    roles: {
      overall: overall?.name ?? null,
      drivers: drivers.map((driver) => driver.name),
      channel: channel?.name ?? null,
      region: region?.name ?? null,
      profile: profile.map((variable) => variable.name),
      comments: [],
    },
    guesses,
  };
}

/** Ratings that stand side by side under one question number: "Q7ART", "Q7FOOD"; "q3_01", "q3_02". */
function batteriesOf(variables: readonly Variable[]): readonly (readonly Variable[])[] {
  const groups = new Map<string, Variable[]>();
  for (const variable of variables) {
    if (variable.kind !== 'rating') continue;
    const key = `${questionStem(variable.column)} ${variable.scale?.version}`;
    groups.set(key, [...(groups.get(key) ?? []), variable]);
  }
  return [...groups.values()];
}
