import type { LocalizedText } from '@common-measure/kernel';

export interface ListEntry {
  readonly code: string;
  readonly label: LocalizedText;
}

/** The controlled lists by which organizations describe themselves. A change of meaning is a new version; codes are never reused. */
export const listVersion = '2026-11';

export const levelsOfGovernment: readonly ListEntry[] = [
  { code: 'federal', label: { en: 'Federal', fr: 'Fédéral' } },
  { code: 'provincial', label: { en: 'Provincial or territorial', fr: 'Provincial ou territorial' } },
  { code: 'regional', label: { en: 'Regional', fr: 'Régional' } },
  { code: 'municipal', label: { en: 'Municipal', fr: 'Municipal' } },
  { code: 'indigenous', label: { en: 'Indigenous government', fr: 'Gouvernement autochtone' } },
  { code: 'agency', label: { en: 'Agency or public corporation', fr: 'Organisme ou société d’État' } },
];

export const serviceAreas: readonly ListEntry[] = [
  { code: 'benefits', label: { en: 'Benefits and income support', fr: 'Prestations et soutien du revenu' } },
  { code: 'business-services', label: { en: 'Services to business', fr: 'Services aux entreprises' } },
  { code: 'child-family', label: { en: 'Children and families', fr: 'Enfance et famille' } },
  { code: 'culture-recreation', label: { en: 'Culture, parks and recreation', fr: 'Culture, parcs et loisirs' } },
  { code: 'education', label: { en: 'Education and training', fr: 'Éducation et formation' } },
  { code: 'emergency', label: { en: 'Police, fire and emergency', fr: 'Police, incendie et urgences' } },
  { code: 'employment', label: { en: 'Employment', fr: 'Emploi' } },
  {
    code: 'environment',
    label: { en: 'Environment and natural resources', fr: 'Environnement et ressources naturelles' },
  },
  { code: 'health', label: { en: 'Health', fr: 'Santé' } },
  { code: 'housing', label: { en: 'Housing', fr: 'Logement' } },
  { code: 'identity', label: { en: 'Identity and civil registration', fr: 'Identité et état civil' } },
  { code: 'immigration', label: { en: 'Immigration and citizenship', fr: 'Immigration et citoyenneté' } },
  { code: 'inspection', label: { en: 'Inspection and compliance', fr: 'Inspection et conformité' } },
  { code: 'justice', label: { en: 'Courts and justice', fr: 'Tribunaux et justice' } },
  { code: 'land-property', label: { en: 'Land, property and planning', fr: 'Territoire, propriété et urbanisme' } },
  { code: 'library', label: { en: 'Libraries', fr: 'Bibliothèques' } },
  { code: 'licensing', label: { en: 'Licences and permits', fr: 'Permis et licences' } },
  { code: 'pensions', label: { en: 'Pensions', fr: 'Pensions' } },
  { code: 'tax', label: { en: 'Taxes and revenue', fr: 'Impôts et revenu' } },
  { code: 'transport', label: { en: 'Transport and travel', fr: 'Transport et déplacements' } },
  { code: 'vehicles', label: { en: 'Drivers and vehicles', fr: 'Permis de conduire et véhicules' } },
  { code: 'veterans', label: { en: 'Veterans', fr: 'Anciens combattants' } },
  { code: 'waste-water', label: { en: 'Water, waste and streets', fr: 'Eau, déchets et voirie' } },
  {
    code: 'general',
    label: { en: 'Service centre or general information', fr: 'Centre de services ou information générale' },
  },
  { code: 'internal', label: { en: 'Internal services', fr: 'Services internes' } },
];

export const clientTypes: readonly ListEntry[] = [
  { code: 'individual', label: { en: 'Individuals', fr: 'Particuliers' } },
  { code: 'business', label: { en: 'Businesses', fr: 'Entreprises' } },
  {
    code: 'organization',
    label: { en: 'Community and non-profit organizations', fr: 'Organismes communautaires et sans but lucratif' },
  },
  { code: 'internal', label: { en: 'Public servants', fr: 'Fonctionnaires' } },
];
