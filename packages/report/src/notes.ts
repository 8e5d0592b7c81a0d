import type { Estimate } from '@common-measure/estimate';
import type { Block, Fact } from './document.ts';
import type { EditionContext } from './edition-context.ts';
import type { ReportScript } from './source.ts';
import { type NoteKind, noteKinds, noteWords } from './words/note-words.ts';

/** One computation note: a kind of figure that the report shows, its formula in words, the script that gives it again. */
export interface Note {
  readonly kind: NoteKind;
  /** 1 for the first. */
  readonly number: number;
  readonly title: string;
  readonly formula: string;
  readonly script: ReportScript['id'];
}

/** The notes of a report, numbered: only of the kinds of figures that it shows. */
export function computationNotes(context: EditionContext): readonly Note[] {
  const { estimates, differences, drivers, codebook } = context.source;
  const present = new Set<NoteKind>(estimates.estimates.map(noteKindOf));
  if (context.allowsInference)
    for (const { against } of differences) present.add(against.kind === 'rest' ? 'rest' : 'change');
  if (drivers !== null && drivers.shares.length > 0) {
    present.add('drivers');
    present.add('priorities');
  }
  const words = noteWords[context.language];
  const isWeighted = codebook.design.weight !== null;
  return noteKinds
    .filter((kind) => present.has(kind))
    .map((kind, i) => ({
      kind,
      number: i + 1,
      title: words.kinds[kind].title,
      formula: words.kinds[kind].formula(isWeighted, context.allowsInference),
      script: kind === 'change' ? 'changes' : kind === 'drivers' || kind === 'priorities' ? 'drivers' : 'figures',
    }));
}

/** The kind of figure that an estimate is. */
export function noteKindOf({ estimand, domain }: Estimate): NoteKind {
  if (Object.keys(domain).length > 0) return 'group';
  switch (estimand.statistic) {
    case 'proportion':
      return 'share';
    case 'top-2':
    case 'bottom-2':
    case 'net':
      return 'top-bottom';
    default:
      return estimand.statistic;
  }
}

/** "How was this computed?" below a figure: the notes of its kinds, with facts of its own where there are any. */
export function howBlocks(
  context: EditionContext,
  figure: string,
  kinds: readonly NoteKind[],
  rows: readonly Fact[] = [],
): readonly Block[] {
  const words = noteWords[context.language];
  const notes = computationNotes(context).filter(({ kind }) => kinds.includes(kind));
  if (notes.length === 0) return [];
  const numbers = context.format.words.and(notes.map(({ number }) => String(number)));
  return [
    {
      kind: 'how',
      title: `${words.how} ${figure}`,
      notes: notes.map(({ number, title, formula }) => ({
        id: noteId(number),
        label: words.note(number),
        title,
        formula,
      })),
      rows,
      pointer: words.pointer(numbers, notes.length === 1),
    },
  ];
}

/** Where a note stands in the document. */
export function noteId(number: number): string {
  return `note-${number}`;
}
