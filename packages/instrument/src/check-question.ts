import type { LocalizedText } from '@common-measure/kernel';
import { checkLimits } from './check-limits.ts';
import { longTexts, missingTexts } from './check-texts.ts';
import type { Question, ResponseOption, ResponseScale } from './instrument.ts';
import { type FlawPlace, flawAt, type InstrumentFlaw } from './instrument-flaw.ts';
import { codePattern } from './instrument-schema.ts';
import { armCode } from './question-parts.ts';
import { slotsIn, slottedTexts } from './slots.ts';

/** Names that the dataset of a wave gives to its own columns. */
export const reservedCodes: readonly string[] = [
  'response',
  'answer_language',
  'answer_mode',
  'answer_day',
  'answer_straightlining',
  'answer_speeding',
  'answer_invited_every',
  armCode,
];

/** What is wrong with one question by itself: its code, its texts, its answers. */
export function checkQuestion(place: FlawPlace, question: Question): readonly InstrumentFlaw[] {
  const flaws: InstrumentFlaw[] = [];
  if (!codePattern.test(question.code)) flaws.push(flawAt(place, 'code-malformed', says.code));
  if (reservedCodes.includes(question.code)) flaws.push(flawAt(place, 'code-reserved', says.reserved(question.code)));
  const wordingName = { en: 'wording', fr: 'libellé' };
  flaws.push(...missingTexts(place, question.wording, wordingName));
  flaws.push(...longTexts(place, question.wording, wordingName, question.type === 'information' ? 'long' : 'medium'));
  flaws.push(...slotFlaws(place, question));
  const hintName = { en: 'hint', fr: 'texte d’aide' };
  if (question.hint)
    flaws.push(...missingTexts(place, question.hint, hintName), ...longTexts(place, question.hint, hintName, 'medium'));
  if (question.type === 'rating') flaws.push(...scaleFlaws(place, question.scale));
  if (question.type === 'number' && question.unit)
    flaws.push(...missingTexts(place, question.unit, { en: 'unit', fr: 'nom de l’unité' }));
  if (['single', 'multiple', 'ranking'].includes(question.type)) {
    if (question.options.length < 2) flaws.push(flawAt(place, 'options-missing', says.options));
    flaws.push(...optionFlaws(place, question.options));
    if (question.options.filter((option) => option.specify === true).length > 1)
      flaws.push(flawAt(place, 'specify-twice', says.specify));
  }
  if (question.type === 'consent') {
    if (question.options.length !== 1) flaws.push(flawAt(place, 'consent-options', says.consent));
    flaws.push(...optionFlaws(place, question.options));
  }
  return [...flaws, ...checkLimits(place, question)];
}

/** Each `{slot}` that is still in a text of the question, in any language. */
function slotFlaws(place: FlawPlace, question: Question): readonly InstrumentFlaw[] {
  const names = new Set(slottedTexts(question).flatMap(slotsIn));
  return [...names].map((name) => flawAt(place, 'slot-unfilled', says.slot(`{${name}}`)));
}

function scaleFlaws(place: FlawPlace, scale: ResponseScale | null): readonly InstrumentFlaw[] {
  if (!scale) return [flawAt(place, 'scale-missing', says.scale)];
  const flaws = [...optionFlaws(place, scale.points)];
  if (scale.prompt) flaws.push(...missingTexts(place, scale.prompt, { en: 'scale heading', fr: 'titre de l’échelle' }));
  const codes = scale.points.map((point) => Number(point.code));
  const even = codes.every(
    (code, index) => Number.isInteger(code) && (index === 0 || code === (codes[index - 1] ?? 0) + 1),
  );
  return even ? flaws : [...flaws, flawAt(place, 'scale-uneven', says.uneven)];
}

function optionFlaws(place: FlawPlace, options: readonly ResponseOption[]): readonly InstrumentFlaw[] {
  const seen = new Set<string>();
  return options.flatMap((option, index) => {
    const twice = seen.has(option.code) ? [flawAt(place, 'option-duplicate', says.optionTwice(option.code))] : [];
    seen.add(option.code);
    const name = {
      en: `label of answer ${index + 1}`,
      fr: `libellé de la réponse ${index + 1}`,
    };
    return [...twice, ...missingTexts(place, option.label, name), ...longTexts(place, option.label, name, 'short')];
  });
}

const says = {
  slot: (name: string): LocalizedText => ({
    en: `${name} stands where words belong, such as the name of the service. Write them once, in each language, under “Words in the questions”.`,
    fr: `${name} tient la place de mots à écrire, comme le nom du service. Écrivez-les une fois, dans chaque langue, sous «\u00a0Mots dans les questions\u00a0».`,
  }),
  code: {
    en: 'the code may hold lower-case letters, digits and "_", begins with a letter and has at most 48 characters.',
    fr: 'le code se compose de minuscules sans accent, de chiffres et de «\u00a0_\u00a0», commence par une lettre et compte au plus 48 caractères.',
  },
  reserved: (code: string): LocalizedText => ({
    en: `the code "${code}" names a column of every dataset. Choose another one.`,
    fr: `le code «\u00a0${code}\u00a0» désigne une colonne de chaque ensemble de données. Choisissez-en un autre.`,
  }),
  scale: {
    en: 'a rating needs its response scale. Choose one.',
    fr: 'une évaluation a besoin d’une échelle de réponse. Choisissez-en une.',
  },
  uneven: {
    en: 'the codes of the scale must be whole numbers in steps of one, from the lowest point to the highest.',
    fr: 'les codes de l’échelle doivent être des nombres entiers qui se suivent, du point le plus bas au plus élevé.',
  },
  options: {
    en: 'a choice needs at least two answers. Add them.',
    fr: 'une question à choix a besoin d’au moins deux réponses. Ajoutez-les.',
  },
  specify: {
    en: 'more than one answer asks for words beside it. Keep one.',
    fr: 'plusieurs réponses demandent une précision. N’en gardez qu’une.',
  },
  consent: {
    en: 'a consent has exactly one answer, the words of the consent. Write it.',
    fr: 'un consentement a exactement une réponse, les mots du consentement. Écrivez-la.',
  },
  optionTwice: (code: string): LocalizedText => ({
    en: `two answers have the code "${code}". Give one of them another code.`,
    fr: `deux réponses portent le code «\u00a0${code}\u00a0». Donnez un autre code à l’une des deux.`,
  }),
};
