import type { Codebook, Variable } from './codebook.ts';
import { type CodebookDifference, codesOf, compareCodebooks } from './compare-codebooks.ts';
import type { Guess, Proposal } from './guess.ts';
import { matchColumns } from './match-columns.ts';
import { because } from './reason.ts';

/** Words that an earlier codebook lends to the next one as they stand, and that name the wave they were written for. */
export type CarriedText = 'title' | 'population';

/** A proposal filled from an earlier codebook, and what differs from it. */
export interface ReusedProposal extends Proposal {
  readonly differences: readonly CodebookDifference[];
  /** Columns of this file that the earlier codebook describes. */
  readonly fitting: number;
  /** What was carried over and is to be confirmed: it may speak of the earlier wave. */
  readonly carried: readonly CarriedText[];
}

/**
 * Fills the choices of an earlier wave's codebook into the proposal for a new file: names, labels, wording, scales, missing codes, access, roles, design.
 * A column whose name only resembles the earlier one, whose kind reads differently, or that holds codes unknown to the earlier codebook
 * is filled in and left undecided.
 */
export function reuseCodebook(last: Codebook, proposal: Proposal): ReusedProposal {
  const fresh = proposal.codebook;
  const matches = new Map(matchColumns(last, fresh).map((match) => [match.next, match]));
  const kept = new Set([...matches.values()].map((match) => match.last.name.toLowerCase()));
  const wave = last.wave?.label ?? last.title.en;
  const guesses: Guess[] = [];
  const renamed = new Map<string, string>();

  const variables = fresh.variables.map((variable) => {
    const match = matches.get(variable);
    if (!match) {
      const name = kept.has(variable.name.toLowerCase()) ? `${variable.name}_new` : variable.name;
      renamed.set(variable.name, name);
      guesses.push(
        ...proposal.guesses.filter((guess) => guess.variable === variable.name).map((g) => ({ ...g, variable: name })),
      );
      return { ...variable, name };
    }
    renamed.set(variable.name, match.last.name);
    const { variable: filled, unknown } = carryOver(match.last, variable);
    const decided = filled.decided && match.by === 'same';
    guesses.push({
      variable: filled.name,
      aspect: 'kind',
      choice: filled.kind,
      reasons: [
        because('from-last-codebook', { wave }),
        ...(match.by === 'same' ? [] : [because('name-resembles-last', { column: match.last.column })]),
        ...(variable.kind === filled.kind ? [] : [because('kind-differs-from-last')]),
        ...(unknown.length > 0
          ? [because('not-in-last-codebook', { wave, codes: unknown.slice(0, 12).join(', ') })]
          : []),
      ],
      alternatives: variable.kind === filled.kind ? [] : [variable.kind],
      decided,
    });
    // What was left open then is still open: its questions come with the evidence of this file.
    if (!match.last.decided && variable.kind === filled.kind)
      guesses.push(
        ...proposal.guesses
          .filter((guess) => guess.variable === variable.name && guess.aspect !== 'kind')
          .map((guess) => ({ ...guess, variable: filled.name })),
      );
    return { ...filled, decided };
  });

  const names = new Set(variables.map((variable) => variable.name));
  const known = (name: string | null) => (name !== null && names.has(name) ? name : null);
  const all = (list: readonly string[]) => list.filter((name) => names.has(name));
  const { design: was, roles } = last;
  const now = fresh.design;
  const moved = (name: string | null) => (name === null ? null : (renamed.get(name) ?? null));
  const movedAll = (list: readonly string[]) => list.flatMap((name) => moved(name) ?? []);
  const orNew = (list: readonly string[], other: readonly string[]) =>
    all(list).length > 0 ? all(list) : movedAll(other);
  const codebook: Codebook = {
    ...fresh,
    title: last.title,
    population: last.population,
    design: {
      samplingClass: was.samplingClass,
      weight: known(was.weight) ?? moved(now.weight),
      strata: orNew(was.strata, now.strata),
      clusters: orNew(was.clusters, now.clusters),
      fpc: all(was.fpc),
      nest: was.nest || now.nest,
      lonelyPsu: was.lonelyPsu,
    },
    roles: {
      overall: known(roles.overall),
      drivers: all(roles.drivers),
      channel: known(roles.channel),
      region: known(roles.region),
      profile: all(roles.profile),
      comments: all(roles.comments),
    },
    variables,
  };
  return {
    codebook,
    guesses,
    differences: compareCodebooks(last, codebook),
    fitting: matches.size,
    carried: last.population === null ? ['title'] : ['title', 'population'],
  };
}

/** The earlier variable over the column of the new one, with the codes that are new in this file. */
function carryOver(
  last: Variable,
  next: Variable,
): { readonly variable: Variable; readonly unknown: readonly string[] } {
  const filled: Variable = { ...last, column: next.column };
  if (last.kind !== 'rating' && last.kind !== 'category') {
    const compatible = last.kind === next.kind || last.kind === 'identifier' || last.kind === 'text';
    return { variable: { ...filled, decided: last.decided && compatible }, unknown: [] };
  }
  if (next.kind !== 'rating' && next.kind !== 'category')
    return { variable: { ...filled, decided: false }, unknown: [] };
  const known = new Set(codesOf(last));
  const missing = next.missing.filter((code) => !known.has(code.code));
  const values = next.values.filter((code) => !known.has(code.code));
  const onScale = values.filter(
    ({ code }) => !last.scale || (Number(code) >= last.scale.min && Number(code) <= last.scale.max),
  );
  const offScale = values.filter((code) => !onScale.includes(code));
  const unknown = [...values, ...missing].map((code) => code.code).filter((code) => code !== '');
  return {
    variable: {
      ...filled,
      values: [...last.values, ...onScale],
      missing: [...last.missing, ...missing, ...offScale.map((code) => ({ ...code, kind: 'no-answer' as const }))],
      decided: last.decided && unknown.length === 0,
    },
    unknown,
  };
}
