import type { Codebook, MissingCode, Variable } from '@common-measure/dataset';
import type { Bank, BankItem } from '@common-measure/instrument';
import { type LocalizedText, untranslated } from '@common-measure/kernel';
import { regions, strata, type waves } from './population.ts';
import { ratedItems } from './rated-items.ts';

const missing: Readonly<Record<string, MissingCode>> = {
  na: { code: 'na', kind: 'not-applicable', label: { en: 'Does not apply', fr: 'Ne s’applique pas' } },
  dk: { code: 'dk', kind: 'dont-know', label: { en: 'Don’t know', fr: 'Ne sait pas' } },
  refused: { code: 'refused', kind: 'refused', label: { en: 'Prefers not to answer', fr: 'Préfère ne pas répondre' } },
  notAsked: { code: 'not-asked', kind: 'not-asked', label: { en: 'Not asked', fr: 'Question non posée' } },
  blank: { code: '', kind: 'no-answer', label: { en: 'No answer', fr: 'Sans réponse' } },
};

const organizationName: LocalizedText = {
  en: 'Lakeshore Services survey (synthetic example)',
  fr: 'Sondage des Services du Rivage (exemple synthétique)',
};

/** The codebook of one wave of the example: wording and scales from the bank, the design of its generator. */
export function codebookOf(wave: (typeof waves)[number], bank: Bank): Codebook {
  return {
    format: 'common-measure/codebook',
    version: 1,
    title: { en: `${organizationName.en}, ${wave.label}`, fr: `${organizationName.fr}, ${wave.label}` },
    population: {
      en: `Clients of Lakeshore Services, a stratified random sample of transactions, spring ${wave.label}. Synthetic data.`,
      fr: `Clientèle des Services du Rivage, échantillon aléatoire stratifié de transactions, printemps ${wave.label}. Données synthétiques.`,
    },
    wave: { label: wave.label, start: wave.start },
    synthetic: true,
    source: null,
    design: {
      samplingClass: 'probability',
      weight: 'weight',
      strata: ['stratum'],
      clusters: [],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
    },
    roles: {
      overall: 'overall_satisfaction',
      drivers: ratedItems.map((item) => item.code),
      channel: 'channel_used',
      region: 'service_region',
      profile: ['channel_used', 'service_region', 'age_group', 'gender', 'language'],
      comments: ['comment_improve', 'comment_well'],
    },
    variables: variables(bank),
  };
}

const itemCodes = [
  'overall_satisfaction',
  'versus_expectations',
  ...ratedItems.map((item) => item.code),
  'best_anywhere',
  'trust',
  'issue_problem',
  'issue_resolution',
  'channel_used',
  'age_group',
  'gender',
  'comment_improve',
  'comment_well',
];

function variables(bank: Bank): readonly Variable[] {
  const items = itemCodes.map((code) => {
    const item = bank.items.find((each) => each.code === code);
    if (item === undefined) throw new Error(`The example uses the item ${code}, which the bank does not have.`);
    return fromItem(item, bank);
  });
  return [
    own('response_id', 'identifier', { en: 'Response', fr: 'Réponse' }),
    {
      ...own('stratum', 'category', { en: 'Stratum', fr: 'Strate' }),
      values: strata.map((stratum) => ({ code: stratum.code, label: untranslated(stratum.code) })),
    },
    {
      ...own('service_region', 'category', { en: 'Region', fr: 'Région' }),
      values: regions.map(({ code, label }) => ({ code, label })),
    },
    own('weight', 'number', { en: 'Weight', fr: 'Poids' }),
    {
      ...own('language', 'category', { en: 'Language of questionnaire', fr: 'Langue du questionnaire' }),
      values: [
        { code: 'en', label: { en: 'English', fr: 'Anglais' } },
        { code: 'fr', label: { en: 'French', fr: 'Français' } },
      ],
    },
    ...items,
  ];
}

function own(name: string, kind: Variable['kind'], label: LocalizedText): Variable {
  return {
    name,
    column: name,
    label,
    question: null,
    kind,
    scale: null,
    values: [],
    missing: [],
    unit: null,
    access: kind === 'identifier' ? 'closed' : 'open',
    decided: true,
  };
}

function fromItem(item: BankItem, bank: Bank): Variable {
  const scale =
    item.scale === null
      ? null
      : bank.scales.find((each) => each.id === item.scale?.id && each.version === item.scale.version)!;
  const points = scale?.points ?? item.options;
  const kind = item.type === 'rating' ? 'rating' : item.type === 'text' ? 'text' : 'category';
  return {
    ...own(item.code, kind, shortLabels[item.code] ?? item.wording),
    question: item.wording,
    scale:
      scale === null
        ? null
        : { min: 1, max: scale.points.length, higher: scale.higher, version: `${scale.id}/${scale.version}` },
    values: points.map(({ code, label }) => ({ code, label })),
    missing: [
      ...(item.doesNotApply ? [missing.na!] : []),
      ...(item.dontKnow || kind === 'rating' ? [missing.dk!] : []),
      ...(item.preferNotToSay ? [missing.refused!] : []),
      ...(item.code === 'issue_resolution' || kind === 'text' ? [missing.notAsked!] : []),
      missing.blank!,
    ],
  };
}

const shortLabels: Readonly<Record<string, LocalizedText>> = {
  overall_satisfaction: { en: 'Overall satisfaction', fr: 'Satisfaction globale' },
  versus_expectations: { en: 'Against expectations', fr: 'Par rapport aux attentes' },
  timeliness: { en: 'Time it took', fr: 'Délai' },
  ease: { en: 'Ease', fr: 'Facilité' },
  access_find: { en: 'Finding where to turn', fr: 'Trouver où s’adresser' },
  outcome: { en: 'Got what was needed', fr: 'Obtention du service' },
  information: { en: 'Clear information', fr: 'Clarté de l’information' },
  explanation: { en: 'Decision explained', fr: 'Explication de la décision' },
  privacy: { en: 'Personal information protected', fr: 'Protection des renseignements personnels' },
  official_language: { en: 'Official language of choice', fr: 'Langue officielle de son choix' },
  staff_knowledge: { en: 'Staff knowledge', fr: 'Compétence du personnel' },
  courtesy: { en: 'Courtesy', fr: 'Courtoisie' },
  fairness: { en: 'Fair treatment', fr: 'Équité' },
  extra_effort: { en: 'Extra effort', fr: 'Effort supplémentaire' },
  best_anywhere: { en: 'As good as the best', fr: 'Parmi les meilleurs services' },
  trust: { en: 'Trust', fr: 'Confiance' },
  issue_problem: { en: 'Had a problem', fr: 'A eu un problème' },
  issue_resolution: { en: 'Handling of the problem', fr: 'Traitement du problème' },
  channel_used: { en: 'Channel', fr: 'Mode de service' },
  age_group: { en: 'Age group', fr: 'Groupe d’âge' },
  gender: { en: 'Gender', fr: 'Genre' },
  comment_improve: { en: 'What to improve', fr: 'À améliorer' },
  comment_well: { en: 'What went well', fr: 'Ce qui a bien été' },
};
