import {
  addQuestion,
  addSection,
  emptyInstrument,
  type Instrument,
  likelihoodScale,
  type OwnKind,
  ownQuestion,
  type Question,
} from '@common-measure/instrument';

const kinds: readonly OwnKind[] = ['likelihood', 'single', 'multiple', 'number', 'text', 'thumbs', 'ranking', 'date'];

/** A questionnaire of many questions of every kind in parts of thirty, in both languages, every tenth shown after an answer only. */
export function aLongInstrument(questions: number): Instrument {
  const title = { en: 'A long questionnaire', fr: 'Un long questionnaire' };
  let instrument: Instrument = {
    ...emptyInstrument(title),
    introduction: { en: 'We ask about many things.', fr: 'Nous posons de nombreuses questions.' },
    closing: { en: 'Thank you for your time.', fr: 'Merci de votre temps.' },
  };
  for (let number = 1; number <= questions; number++) {
    if (number % 30 === 1) {
      const part = Math.ceil(number / 30);
      instrument = addSection(instrument, { en: `Part ${part}`, fr: `Partie ${part}` });
    }
    const section = instrument.sections.at(-1)?.code ?? '';
    instrument = addQuestion(instrument, section, aQuestion(instrument, number));
  }
  return instrument;
}

function aQuestion(instrument: Instrument, number: number): Question {
  const kind = kinds[number % kinds.length] ?? 'text';
  const question = ownQuestion(instrument, kind, null);
  const options = question.options.map((option) => ({
    ...option,
    label: { en: `Answer ${option.code} to ${number}`, fr: `Réponse ${option.code} à ${number}` },
  }));
  return {
    ...question,
    code: `q${number}`,
    scale: kind === 'likelihood' ? likelihoodScale : question.scale,
    options,
    unit: question.unit === null ? null : { en: 'minutes', fr: 'minutes' },
    role: 'other',
    wording: {
      en: `Thinking of your last visit, what would you say about matter ${number}?`,
      fr: `En pensant à votre dernière visite, que diriez-vous du sujet ${number}?`,
    },
    showIf: number % 10 === 0 ? { question: `q${number - 3}`, state: 'answered' } : null,
  };
}
