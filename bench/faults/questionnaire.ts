import { addQuestion, addSection, emptyInstrument, type Instrument, ownQuestion } from '@common-measure/instrument';

/** Questions that take a number, in the order of their pages, after the one that takes the mark. */
export const numbers = ['first', 'second', 'third', 'fourth'] as const;

/** What one person answers: a word that nobody else says, by which she is found again, and numbers. */
export interface Said {
  readonly mark: string;
  readonly first?: number;
  readonly second?: number;
  readonly third?: number;
  readonly fourth?: number;
}

/** Five questions, a page each: a draft is saved five times on the way. */
export function aQuestionnaireInPages(): Instrument {
  const title = { en: 'A visit', fr: 'Une visite' };
  let instrument: Instrument = {
    ...emptyInstrument(title),
    introduction: { en: 'We ask about a visit.', fr: 'Nous parlons d’une visite.' },
    closing: { en: 'Thank you for your time.', fr: 'Merci de votre temps.' },
  };
  instrument = addSection(instrument, title);
  const section = instrument.sections[0]?.code ?? '';
  for (const code of ['mark', ...numbers] as const) {
    const question = ownQuestion(instrument, code === 'mark' ? 'short-text' : 'number', null);
    instrument = addQuestion(instrument, section, {
      ...question,
      code,
      role: 'other',
      unit: question.unit === null ? null : { en: 'minutes', fr: 'minutes' },
      wording: { en: `What is the ${code} one?`, fr: `Quel est le ${code}?` },
    });
  }
  return { ...instrument, sections: instrument.sections.map((each) => ({ ...each, paging: 'each' as const })) };
}

/** As typed, by question code. */
export function entriesOf(said: Said): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(said).map(([code, value]) => [code, [String(value)]]));
}
