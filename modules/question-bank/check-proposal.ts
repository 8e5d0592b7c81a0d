import {
  answerCodePattern,
  type Bank,
  type BankItem,
  codePattern,
  readBank,
  reservedCodes,
  slotKinds,
} from '@common-measure/instrument';
import type { LocalizedText, Problem } from '@common-measure/kernel';
import type { ItemDraft } from './contract.ts';
import type { EffectiveBank } from './effective-bank.ts';
import { folded } from './folded.ts';
import { bankProblems } from './problems.ts';
import { markupIn } from './tidy-text.ts';

const languages = ['en', 'fr'] as const;
const languageNames = { en: { en: 'English', fr: 'anglais' }, fr: { en: 'French', fr: 'français' } } as const;
/** Addresses of pages of the bank: no item may stand in their place. */
const pageNames = ['packs', 'selection', 'proposals', 'stewardship', 'new'];

/** What is proposed, as the bank would keep it; its slots are read from its wording. */
export function itemOf(draft: ItemDraft, base: BankItem | null): BankItem {
  const slots = slotNames(draft.wording.en).flatMap((name) => {
    const kind = base?.slots.find((slot) => slot.name === name)?.kind ?? slotKinds.find((one) => one === name);
    return kind === undefined ? [] : [{ name, kind }];
  });
  return { ...draft, slots, version: (base?.version ?? 0) + 1, externalRef: base?.externalRef ?? [] };
}

/**
 * Everything that stands against a proposed item: its texts, its place in the bank, and what was fielded with it (`surveys` of any
 * organization). Each problem names its field in `details.place`. Empty: it may be proposed.
 */
export function checkProposal(
  present: EffectiveBank,
  draft: ItemDraft,
  baseVersion: number | null,
  surveys: number,
): readonly Problem[] {
  const base = present.bank.items.find((item) => item.code === draft.code) ?? null;
  const flaws = [
    ...codeFlaws(present, draft, base, baseVersion),
    ...textFlaws(draft),
    ...placeFlaws(present.bank, draft, base),
  ];
  if (base !== null && baseVersion !== null && surveys > 0 && answersOf(base) !== answersOf(draft))
    flaws.push(bankProblems.make('bank-scale-changed', { place: 'scale', code: draft.code, surveys }));
  if (base === null) flaws.push(...wordingTaken(present.bank, draft));
  if (flaws.length > 0) return flaws;
  const item = itemOf(draft, base);
  if (base !== null && canonical({ ...item, version: 0 }) === canonical({ ...base, version: 0 }))
    return [bankProblems.make('bank-nothing-changed', { place: 'wording-en', code: draft.code })];
  return bankFlaws(present.bank, item);
}

function codeFlaws(
  present: EffectiveBank,
  draft: ItemDraft,
  base: BankItem | null,
  baseVersion: number | null,
): Problem[] {
  const { code } = draft;
  if (baseVersion === null) {
    if (!codePattern.test(code) || reservedCodes.includes(code) || pageNames.includes(code))
      return [bankProblems.make('bank-code-malformed', { place: 'code', code })];
    return base ? [bankProblems.make('bank-code-taken', { place: 'code', code })] : [];
  }
  if (base === null) return [bankProblems.make('bank-item-unknown', { place: 'code', code })];
  if (present.retired.has(code)) return [bankProblems.make('bank-item-retired', { place: 'code', code })];
  if (base.version === baseVersion) return [];
  return [bankProblems.make('bank-moved-on', { place: 'code', code, present: base.version, base: baseVersion })];
}

function textFlaws(draft: ItemDraft): readonly Problem[] {
  const places: readonly (readonly [string, LocalizedText, LocalizedText | null, boolean])[] = [
    ['wording', { en: 'The wording', fr: 'Le libellé' }, draft.wording, true],
    ['hint', { en: 'The hint', fr: 'L’indication' }, draft.hint, false],
    ['unit', { en: 'The unit', fr: 'L’unité' }, draft.unit, false],
    ...draft.options.map(
      ({ label }, index) =>
        [`option-${index}`, { en: `Answer ${index + 1}`, fr: `La réponse ${index + 1}` }, label, true] as const,
    ),
  ];
  return places.flatMap(([id, name, text, needed]) => {
    if (text === null || (!needed && text.en.trim() === '' && text.fr.trim() === '')) return [];
    return languages.flatMap((language) => {
      const facts = {
        place: `${id}-${language}`,
        placeEn: name.en,
        placeFr: name.fr,
        languageEn: languageNames[language].en,
        languageFr: languageNames[language].fr,
      };
      if (text[language].trim() === '') return [bankProblems.make('bank-language-missing', facts)];
      const found = markupIn(text[language]);
      return found === null ? [] : [bankProblems.make('bank-markup', { ...facts, found })];
    });
  });
}

function placeFlaws(bank: Bank, draft: ItemDraft, base: BankItem | null): Problem[] {
  const flaws: Problem[] = [];
  if (!bank.constructs.some((one) => one.id === draft.construct))
    flaws.push(bankProblems.make('bank-construct-unknown', { place: 'construct', construct: draft.construct || '–' }));
  const { scale } = draft;
  const isKnown = bank.scales.some((one) => one.id === scale?.id && one.version === scale.version);
  if (draft.type === 'rating' ? !isKnown : scale !== null)
    flaws.push(bankProblems.make('bank-scale-unknown', { place: 'scale', scale: scale?.id ?? '–' }));
  if (draft.type === 'single' || draft.type === 'multiple') {
    if (draft.options.length < 2) flaws.push(bankProblems.make('bank-options-missing', { place: 'options' }));
    const codes = draft.options.map((option) => option.code);
    const wrong = codes.find((one, at) => !answerCodePattern.test(one) || codes.indexOf(one) !== at);
    if (wrong !== undefined)
      flaws.push(bankProblems.make('bank-option-twice', { place: 'options', code: wrong || '–' }));
  }
  const knownSlots: readonly string[] = [...slotKinds, ...(base?.slots.map((slot) => slot.name) ?? [])];
  const [english, french] = [slotNames(draft.wording.en), slotNames(draft.wording.fr)];
  const uneven = [...english, ...french].find(
    (slot) => !english.includes(slot) || !french.includes(slot) || !knownSlots.includes(slot),
  );
  if (uneven !== undefined)
    flaws.push(bankProblems.make('bank-slot-uneven', { place: 'wording-fr', slot: `{${uneven}}` }));
  if (draft.pairedWith !== null && !bank.items.some((item) => item.code === draft.pairedWith))
    flaws.push(bankProblems.make('bank-pair-unknown', { place: 'paired', code: draft.pairedWith }));
  return flaws;
}

function wordingTaken(bank: Bank, draft: ItemDraft): readonly Problem[] {
  return languages.flatMap((language) => {
    const own = folded(draft.wording[language]);
    const same = bank.items.find((item) => own !== '' && folded(item.wording[language]) === own);
    return same === undefined
      ? []
      : [
          bankProblems.make('bank-wording-taken', {
            place: `wording-${language}`,
            code: same.code,
            languageEn: languageNames[language].en,
            languageFr: languageNames[language].fr,
          }),
        ];
  });
}

/** The check that the files of the bank pass, with this item among them. */
function bankFlaws(bank: Bank, item: BankItem): readonly Problem[] {
  const others = bank.items.filter((one) => one.code !== item.code);
  const items = [...others, item].map((one) =>
    one.pairedWith !== null && (one.code === item.code || one.pairedWith === item.code)
      ? { ...one, pairedWith: null }
      : one,
  );
  const read = readBank([{ name: item.code, content: { ...bank, items } }]);
  if (read.ok) return [];
  return read.reasons.map((reason) => ({
    code: 'bank-malformed',
    status: 422,
    title: { en: `The bank could not keep it: ${reason}.`, fr: `La banque ne pourrait la garder\u00a0: ${reason}.` },
    remedy: { en: 'Correct the field that is named.', fr: 'Corrigez le champ nommé.' },
    details: { place: 'wording-en' },
  }));
}

/** What an answer means: kind, scale, codes and their order. A change of it is another question. */
function answersOf(item: Pick<ItemDraft, 'type' | 'scale' | 'options'>): string {
  return canonical([item.type, item.scale, item.options.map((option) => [option.code, option.exclusive ?? false])]);
}

function slotNames(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
