import type { UiLanguage } from '@common-measure/kernel';

/** The language the reader chose last on this device, or else the first of the browser's languages that the console has. */
export function preferredLanguage(): UiLanguage {
  const kept = localStorage.getItem('language');
  if (kept === 'en' || kept === 'fr') return kept;
  const spoken = navigator.languages.find((tag) => /^(en|fr)\b/i.test(tag));
  return spoken?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
