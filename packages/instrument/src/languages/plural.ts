/** The forms in which a language says a count, by their CLDR names. */
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

interface PluralRule {
  readonly forms: readonly PluralForm[];
  /** Of a whole number below a million. */
  formOf(count: number): PluralForm;
}

const within = (count: number, low: number, high: number): boolean => count >= low && count <= high;
const rule = (forms: string, formOf: (count: number, tens: number, hundreds: number) => PluralForm): PluralRule => ({
  forms: forms.split(' ') as PluralForm[],
  formOf: (count) => formOf(count, count % 10, count % 100),
});

const none = rule('other', () => 'other');
const oneOther = rule('one other', (count) => (count === 1 ? 'one' : 'other'));
const upToOne = rule('one other', (count) => (count <= 1 ? 'one' : 'other'));
const dual = rule('one two other', (count) => (count === 1 ? 'one' : count === 2 ? 'two' : 'other'));
const eastSlavic = rule('one few many', (_count, tens, hundreds) => {
  if (tens === 1 && hundreds !== 11) return 'one';
  return within(tens, 2, 4) && !within(hundreds, 12, 14) ? 'few' : 'many';
});

/** CLDR's cardinal rules for whole numbers, of languages that do not go by one and many. Oracle: Intl.PluralRules. */
const rules: readonly (readonly [string, PluralRule])[] = [
  ['bo dz id ig ja jv km ko lo ms my su th to vi wo yo zh', none],
  ['am bn fa ff fr gu hi hy kn ln mg pa pt ti zu', upToOne],
  ['he iu ike ikt naq se sma smj smn sms', dual],
  ['be ru uk', eastSlavic],
  [
    'ar ars',
    rule('zero one two few many other', (count, _tens, hundreds) => {
      if (count <= 2) return (['zero', 'one', 'two'] as const)[count] ?? 'other';
      return within(hundreds, 3, 10) ? 'few' : within(hundreds, 11, 99) ? 'many' : 'other';
    }),
  ],
  [
    'pl',
    rule('one few many', (count, tens, hundreds) => {
      if (count === 1) return 'one';
      return within(tens, 2, 4) && !within(hundreds, 12, 14) ? 'few' : 'many';
    }),
  ],
  ['cs sk', rule('one few other', (count) => (count === 1 ? 'one' : within(count, 2, 4) ? 'few' : 'other'))],
  [
    'bs hr sh sr',
    rule('one few other', (count) => {
      const form = eastSlavic.formOf(count);
      return form === 'many' ? 'other' : form;
    }),
  ],
  [
    'sl',
    rule('one two few other', (_count, _tens, hundreds) => {
      if (hundreds === 1) return 'one';
      return hundreds === 2 ? 'two' : within(hundreds, 3, 4) ? 'few' : 'other';
    }),
  ],
  [
    'lt',
    rule('one few other', (_count, tens, hundreds) => {
      if (within(hundreds, 11, 19) || tens === 0) return 'other';
      return tens === 1 ? 'one' : 'few';
    }),
  ],
  [
    'lv',
    rule('zero one other', (_count, tens, hundreds) => {
      if (tens === 0 || within(hundreds, 11, 19)) return 'zero';
      return tens === 1 ? 'one' : 'other';
    }),
  ],
  [
    'mo ro',
    rule('one few other', (count, _tens, hundreds) => {
      if (count === 1) return 'one';
      return count === 0 || within(hundreds, 1, 19) ? 'few' : 'other';
    }),
  ],
  [
    'ga',
    rule('one two few many other', (count) => {
      if (count === 1 || count === 2) return count === 1 ? 'one' : 'two';
      return within(count, 3, 6) ? 'few' : within(count, 7, 10) ? 'many' : 'other';
    }),
  ],
  ['fil tl', rule('one other', (count, tens) => (within(count, 1, 3) || ![4, 6, 9].includes(tens) ? 'one' : 'other'))],
];

/** How the language of a tag counts. */
export function pluralRule(tag: string): PluralRule {
  const [language = ''] = tag.split('-');
  return rules.find(([languages]) => languages.split(' ').includes(language))?.[1] ?? oneOther;
}
