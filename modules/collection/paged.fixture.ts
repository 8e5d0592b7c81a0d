import { emptyInstrument, type Instrument, plainQuestion, type Question } from '@common-measure/instrument';

const yesNo = [
  { code: 'yes', label: { en: 'Yes', fr: 'Oui' } },
  { code: 'no', label: { en: 'No', fr: 'Non' } },
];

/** A choice between yes and no. */
function yesOrNo(code: string, en: string, fr: string, parts: Partial<Question> = {}): Question {
  return plainQuestion(code, 'single', { en, fr }, { options: yesNo, ...parts });
}

/** Four questions one by one, the second only after a yes to the first, and a part on one page. */
export const onePerPage: Instrument = {
  ...emptyInstrument({ en: 'Your call', fr: 'Votre appel' }),
  introduction: { en: 'Tell us about your call.', fr: 'Parlez-nous de votre appel.' },
  closing: { en: 'We read every answer.', fr: 'Nous lisons chaque réponse.' },
  sections: [
    {
      code: 'call',
      title: { en: 'The call', fr: 'L’appel' },
      paging: 'each',
      questions: [
        yesOrNo('waited', 'Did you wait?', 'Avez-vous attendu?'),
        yesOrNo('told', 'Were you told how long?', 'Vous a-t-on dit combien de temps?', {
          showIf: { question: 'waited', answered: ['yes'] },
        }),
        yesOrNo('thanks', 'We thank you for your patience.', 'Merci de votre patience.', {
          type: 'information',
          options: [],
        }),
        yesOrNo('solved', 'Was it solved?', 'Est-ce réglé?', { required: true }),
      ],
    },
    {
      code: 'end',
      title: { en: 'To finish', fr: 'Pour finir' },
      questions: [
        yesOrNo('again', 'Would you call again?', 'Rappelleriez-vous?'),
        yesOrNo('other', 'Do you use our site?', 'Utilisez-vous notre site?'),
      ],
    },
  ],
};
