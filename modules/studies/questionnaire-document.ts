import { type Instrument, type InstrumentFlaw, readInstrumentDocument } from '@common-measure/instrument';
import { studiesProblems } from './problems.ts';

const mostTold = 5;

/** The questionnaire of a document that was sent; refused with the first places that are wrong and what to do there. */
export function questionnaireFrom(document: unknown): Instrument {
  const read = readInstrumentDocument(document);
  if (read.ok) return read.value;
  return studiesProblems.raise('questionnaire-file-refused', {
    count: read.reasons.length,
    reasonsEn: told(read.reasons, 'en'),
    reasonsFr: told(read.reasons, 'fr'),
  });
}

function told(flaws: readonly InstrumentFlaw[], language: 'en' | 'fr'): string {
  return flaws
    .slice(0, mostTold)
    .map(({ message }) => message[language].slice(0, 300))
    .join(' ');
}
