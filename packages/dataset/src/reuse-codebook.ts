import type { Codebook, Variable } from './codebook.ts';
import { type CodebookDifference, codesOf, compareCodebooks } from './compare-codebooks.ts';
import type { Guess, Proposal } from './guess.ts';
import { matchColumns } from './match-columns.ts';
import { readNumber } from './number-text.ts';
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
 * is filled in and left undecided; one that cannot be read as it was takes the reading of this file.
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
    const isOtherKind = variable.kind !== match.last.kind;
    guesses.push({
      variable: filled.name,
      aspect: 'kind',
      choice: filled.kind,
      reasons: [
        because('from-last-codebook', { wave }),
        ...(match.by === 'same' ? [] : [because('name-resembles-last', { column: match.last.column })]),
        ...(isOtherKind ? [because('kind-differs-from-last')] : []),
        ...(unknown.length > 0
          ? [because('not-in-last-codebook', { wave, codes: unknown.slice(0, 12).join(', ') })]
          : []),
      ],
      alternatives: isOtherKind ? [filled.kind === variable.kind ? match.last.kind : variable.kind] : [],
      decided,
    });
    // What was left open then is still open, as is what is read anew: its questions come with the evidence of this file.
    if ((!match.last.decided || isOtherKind) && variable.kind === filled.kind)
      guesses.push(
        ...proposal.guesses
          .filter((guess) => guess.variable === variable.name && guess.aspect !== 'kind')
          .map((guess) => ({ ...guess, variable: filled.name })),
      );
    return { ...filled, decided };
  });

  const names = new Set(variables.map((variable) => variable.name));
  const all = (list: readonly string[]) => list.filter((name) => names.has(name));
  // A variable that now reads as another kind cannot play its former part.
  const is = (kind: Variable['kind']) => (name: string) =>
    variables.some((variable) => variable.name === name && variable.kind === kind);
  const one = (name: string | null, kind: Variable['kind']) => (name !== null && is(kind)(name) ? name : null);
  const { design: was, roles } = last;
  const now = fresh.design;
  const moved = (name: string | null) => (name === null ? null : (renamed.get(name) ?? null));
  const movedAll = (list: readonly string[]) => list.flatMap((name) => moved(name) ?? []);
  const orNew = (list: readonly string[], other: readonly string[]) =>
    all(list).length > 0 ? all(list) : movedAll(other);
  const drivers = roles.drivers.filter(is('rating'));
  const codebook: Codebook = {
    ...fresh,
    title: last.title,
    population: last.population,
    design: {
      samplingClass: was.samplingClass,
      weight: one(was.weight, 'number') ?? moved(now.weight),
      strata: orNew(was.strata, now.strata),
      clusters: orNew(was.clusters, now.clusters),
      fpc: was.fpc.filter(is('number')),
      nest: was.nest || now.nest,
      lonelyPsu: was.lonelyPsu,
    },
    roles: {
      // Where the earlier column is gone, what the file itself suggests.
      overall: one(roles.overall, 'rating') ?? one(moved(fresh.roles.overall), 'rating'),
      drivers: drivers.length > 0 ? drivers : movedAll(fresh.roles.drivers).filter(is('rating')),
      channel: one(roles.channel, 'category') ?? one(moved(fresh.roles.channel), 'category'),
      region: one(roles.region, 'category') ?? one(moved(fresh.roles.region), 'category'),
      profile: roles.profile.filter(is('category')),
      comments: roles.comments.filter(is('text')),
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

/** Whether the cells of a column can be read as the earlier variable was; where not, the file's own reading is taken, and a person asked. */
function readsAs(last: Variable, next: Variable): boolean {
  const isCoded = next.kind === 'rating' || next.kind === 'category';
  if (last.kind === 'rating' || last.kind === 'category') return isCoded;
  if (last.kind !== 'number') return true;
  return next.kind === 'number' || (isCoded && next.values.every(({ code }) => readNumber(code) !== null));
}

/** The earlier variable over the column of the new one, with the codes that are new in this file. */
function carryOver(
  last: Variable,
  next: Variable,
): { readonly variable: Variable; readonly unknown: readonly string[] } {
  const filled: Variable = { ...last, column: next.column };
  if (!readsAs(last, next)) {
    const { kind, scale, values, missing, unit } = next;
    return { variable: { ...filled, kind, scale, values, missing, unit, decided: false }, unknown: [] };
  }
  if (last.kind !== 'rating' && last.kind !== 'category') {
    const compatible = last.kind === next.kind || last.kind === 'identifier' || last.kind === 'text';
    return { variable: { ...filled, decided: last.decided && compatible }, unknown: [] };
  }
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
