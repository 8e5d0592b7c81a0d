import { addQuestion, addSection, emptyInstrument, type Instrument, ownQuestion } from '@common-measure/instrument';

const same = (text: string) => ({ en: text, fr: text });
const home = addSection(
  { ...emptyInstrument(same('Visits')), introduction: same('Why'), closing: same('Thanks') },
  same('Part'),
);

/** A questionnaire of one question of its own, ready to be published. */
export const aDraft: Instrument = addQuestion(home, 'part_1', {
  ...ownQuestion(home, 'text', null),
  wording: same('What else?'),
});
