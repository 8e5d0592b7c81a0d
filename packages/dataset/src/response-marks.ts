import type { LocalizedText } from '@common-measure/kernel';
import type { MissingCode, ValueCode, Variable } from './codebook.ts';

/** What can be marked on a response beside its answers; no response is left out for a mark. */
export const markKinds = ['straight-lining', 'speeding', 'invitation'] as const;
export type MarkKind = (typeof markKinds)[number];

/** The marks of one response; null where a thing cannot be told of it. */
export interface ResponseMarks {
  /** Every matrix of which at least four statements were answered got one point of the scale throughout. */
  readonly straightLined: boolean | null;
  /** At least half of the pages that were timed were gone on from sooner than they can be read. */
  readonly hasty: boolean | null;
  /** The response came by an invitation that one in so many visits got. */
  readonly invitedEvery: number | null;
}

export const noMarks: ResponseMarks = { straightLined: null, hasty: null, invitedEvery: null };

/** The code in the cells of what cannot be told. */
export const notTold = 'not-told';
/** The code in the cells of who came another way than by an invitation. */
export const notInvited = 'not-invited';

/** The name of the column that holds a mark. */
export const markColumns: Readonly<Record<MarkKind, string>> = {
  'straight-lining': 'answer_straightlining',
  speeding: 'answer_speeding',
  invitation: 'answer_invited_every',
};

/** The cell of a mark. */
export function markCell(kind: MarkKind, { straightLined, hasty, invitedEvery }: ResponseMarks): string {
  if (kind === 'invitation') return invitedEvery === null ? notInvited : String(invitedEvery);
  const marked = kind === 'speeding' ? hasty : straightLined;
  return marked === null ? notTold : marked ? '1' : '0';
}

const labels: Readonly<Record<MarkKind, LocalizedText>> = {
  'straight-lining': {
    en: 'Straight-lining: the same answer to every statement of each matrix of which at least four were answered',
    fr: 'Réponses en ligne droite\u00a0: la même réponse à tous les énoncés de chaque matrice où au moins quatre ont une réponse',
  },
  speeding: {
    en: 'Speeding: at least half of the pages gone on from sooner than 300 milliseconds for each word',
    fr: 'Réponse trop rapide\u00a0: au moins la moitié des pages quittées en moins de 300\u00a0millisecondes par mot',
  },
  invitation: {
    en: 'Came by an invitation on a website: one in how many visits was invited',
    fr: 'Invitation sur un site Web\u00a0: une visite sur combien était invitée',
  },
};

const values: readonly ValueCode[] = [
  { code: '1', label: { en: 'Marked', fr: 'Signalée' } },
  { code: '0', label: { en: 'Not marked', fr: 'Non signalée' } },
];

const missing: Readonly<Record<MarkKind, MissingCode>> = {
  'straight-lining': unknown({
    en: 'Cannot be told: no matrix with four answers',
    fr: 'Indéterminé\u00a0: aucune matrice avec quatre réponses',
  }),
  speeding: unknown({
    en: 'Cannot be told: no page was timed',
    fr: 'Indéterminé\u00a0: aucune page n’a été chronométrée',
  }),
  invitation: {
    code: notInvited,
    kind: 'not-applicable',
    label: { en: 'Came another way', fr: 'Autre voie d’accès' },
  },
};

function unknown(label: LocalizedText): MissingCode {
  return { code: notTold, kind: 'not-applicable', label };
}

/** The variables of the codebook that hold the marks. */
export function markVariables(kinds: readonly MarkKind[]): readonly Variable[] {
  return kinds.map((kind) => ({
    name: markColumns[kind],
    column: markColumns[kind],
    label: labels[kind],
    question: null,
    kind: kind === 'invitation' ? 'number' : 'category',
    scale: null,
    values: kind === 'invitation' ? [] : values,
    missing: [missing[kind]],
    unit: kind === 'invitation' ? 'visits' : null,
    access: 'open',
    decided: true,
  }));
}
