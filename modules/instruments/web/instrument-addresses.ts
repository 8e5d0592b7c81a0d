import type { UiLanguage } from '@common-measure/kernel';
import { addressIn } from '@common-measure/platform/web-kit';
import { instrumentsApi } from '../contract.ts';

/** The questionnaire in a window of its own, at a question where one is named. */
export function previewAddress(id: string, language: UiLanguage, question: string | null): string {
  const address = addressIn(language, `/instruments/${id}/preview`);
  return question === null ? address : `${address}?question=${question}`;
}

/** The questionnaire as a form to print, in one of its languages. */
export function paperAddress(id: string, language: string): string {
  return `${instrumentsApi.paper.replace(':id', id)}?lang=${encodeURIComponent(language)}`;
}
