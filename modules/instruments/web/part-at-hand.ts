import { addSection, type Instrument, sectionOf } from '@common-measure/instrument';
import type { Selection } from './selection.ts';

/** The questionnaire with a part at least for what is added. */
export function withPart(instrument: Instrument): Instrument {
  return instrument.sections.length > 0 ? instrument : addSection(instrument, { en: 'Questions', fr: 'Questions' });
}

/** The part whose page the preview shows; null for the introduction. */
export function partOf(instrument: Instrument, selection: Selection): string | null {
  if (selection.kind === 'question') return sectionOf(instrument, selection.code)?.code ?? null;
  if (selection.kind === 'part') return selection.code;
  return selection.kind === 'texts' ? null : (instrument.sections.at(-1)?.code ?? null);
}
