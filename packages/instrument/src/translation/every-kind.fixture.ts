import type { Instrument } from '../instrument.ts';
import { anInstrument, aQuestion } from '../testing.fixture.ts';

const same = (text: string) => ({ en: text, fr: `${text} (fr)` });
const options = ['park', 'pool', 'library'].map((code) => ({ code, label: same(code) }));
const plain = { scale: null, doesNotApply: false, dontKnow: false };

/** One question of each kind, required ones and soft ones among them: every page word has a page on which it can stand. */
export const everyKind: Instrument = anInstrument({
  sections: [
    ...anInstrument().sections,
    {
      code: 'kinds',
      title: same('Kinds'),
      questions: [
        aQuestion('rank', { ...plain, type: 'ranking', options, atMost: 2, dontKnow: true }),
        aQuestion('rank_all', { ...plain, type: 'ranking', options, required: true }),
        aQuestion('day', { ...plain, type: 'date', earliest: '2026-01-15', latest: '2026-12-31', dontKnow: true }),
        aQuestion('any_day', { ...plain, type: 'date' }),
        aQuestion('count', { ...plain, type: 'number', decimals: 0, min: 0, max: 40, dontKnow: true, required: true }),
        aQuestion('cost', { ...plain, type: 'number', decimals: 2, unit: same('dollars') }),
        aQuestion('few', { ...plain, type: 'multiple', options, atMost: 2 }),
        aQuestion('some', { ...plain, type: 'multiple', options, atLeast: 2, preferNotToSay: true }),
        aQuestion('between', { ...plain, type: 'multiple', options, atLeast: 2, atMost: 3 }),
        aQuestion('other', {
          ...plain,
          type: 'multiple',
          options: [
            ...options,
            { code: 'none', label: same('none'), exclusive: true },
            { code: 'else', label: same('else'), specify: true },
          ],
        }),
        aQuestion('words', { ...plain, type: 'text', required: true }),
        aQuestion('line', { ...plain, type: 'text', lines: 1, softRequired: true }),
        aQuestion('consent', {
          ...plain,
          type: 'consent',
          options: [{ code: 'yes', label: same('I agree') }],
          required: true,
        }),
        aQuestion('read', { ...plain, type: 'information' }),
        aQuestion('must', { required: true }),
        aQuestion('thumbs', {
          scale: {
            id: 't',
            version: 1,
            points: ['0', '1'].map((code) => ({ code, label: same(`t${code}`) })),
            prompt: null,
            higher: 'better',
          },
        }),
      ],
    },
  ],
});
